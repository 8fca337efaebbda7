internal import DuckDB
internal import Territory

/// A text format: what comes before, one SQL expression for each row, what comes between and after.
struct ExportText {
    let opening: String
    let line: String
    let between: String
    let closing: String

    init(_ format: ExportFormat, _ columns: [ExportColumn]) throws {
        switch format {
        case .csv: self.init(csv: columns)
        case .json:
            self.init(opening: "[\n", line: Self.object(columns), between: ",\n", closing: "\n]\n")
        case .geojson: try self.init(geojson: columns)
        case .ndjson, .xlsx, .parquet:
            self.init(opening: "", line: "\(Self.object(columns)) || chr(10)", between: "", closing: "")
        }
    }

    private init(opening: String, line: String, between: String, closing: String) {
        self.opening = opening
        self.line = line
        self.between = between
        self.closing = closing
    }

    /// RFC 4180, UTF-8 without byte order mark, comma, CRLF, quotes only where needed, nothing for an empty cell.
    private init(csv columns: [ExportColumn]) {
        let cells = columns.map { column in
            """
            coalesce(CASE WHEN regexp_matches(\(column.text), '[",\\r\\n]') \
            THEN '"' || replace(\(column.text), '"', '""') || '"' ELSE \(column.text) END, '')
            """
        }
        let titles = columns.map { Self.quoted($0.name) }.joined(separator: ",")
        self.init(
            opening: titles + "\r\n", line: cells.joined(separator: " || ',' || ") + " || chr(13) || chr(10)", between: "",
            closing: "")
    }

    /// RFC 7946: longitude first; the other columns are the properties.
    private init(geojson columns: [ExportColumn]) throws {
        guard let geometry = Self.geometry(columns) else { throw LakeFault(.noGeometry) }
        let rest = columns.filter { !geometry.used.contains($0.name) }
        self.init(
            opening: "{\"type\":\"FeatureCollection\",\"features\":[\n",
            line:
                "'{\"type\":\"Feature\",\"geometry\":' || coalesce(\(geometry.sql), 'null') || ',\"properties\":' || \(Self.object(rest)) || '}'",
            between: ",\n", closing: "\n]}\n")
    }

    /// Where things are, as GeoJSON text for each row, and the columns it takes the place of; nil without any.
    static func geometry(_ columns: [ExportColumn]) -> (sql: String, used: [String])? {
        if let shape = columns.first(where: \.isShape) { return (identifier(shape.name), [shape.name]) }
        if let point = columns.first(where: \.isPoint) {
            let name = identifier(point.name)
            return (Self.point("\(name).lon", "\(name).lat"), [point.name])
        }
        guard let latitude = columns.first(where: { $0.isCoordinate(["lat", "latitude"]) }),
            let longitude = columns.first(where: { $0.isCoordinate(["lon", "long", "lng", "longitude"]) })
        else { return nil }
        return (Self.point(identifier(longitude.name), identifier(latitude.name)), [])
    }

    private static func point(_ longitude: String, _ latitude: String) -> String {
        "'{\"type\":\"Point\",\"coordinates\":[' || \(longitude) || ',' || \(latitude) || ']}'"
    }

    private static func object(_ columns: [ExportColumn]) -> String {
        let members = columns.map { column in
            "\(literal(JSONText.quoted(column.name) + ":")) || coalesce(CAST(\(column.json) AS VARCHAR), 'null')"
        }
        return "'{' || \(members.isEmpty ? "''" : members.joined(separator: " || ',' || ")) || '}'"
    }

    private static func quoted(_ text: String) -> String {
        // Scalar by scalar: to Swift, CRLF is one character. A name is quoted in CSV as it is in SQL.
        text.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) } ? identifier(text) : text
    }
}
