internal import DuckDB
internal import Territory

/// One column as the text formats write it.
struct ExportColumn: Sendable {
    let name: String
    private let type: String
    private let separator: String
    let isPoint: Bool
    let isShape: Bool

    init(_ column: Relation.Column, _ field: FieldDeclaration?) {
        name = column.name
        type = column.type
        separator = field?.separator ?? ","
        isPoint = field?.type == .geo_point_2d || column.type == "STRUCT(lon DOUBLE, lat DOUBLE)"
        isShape = field?.type == .geo_shape
    }

    private var quoted: String { identifier(name) }

    /// The value as CSV text: ISO dates, decimal point, whole numbers without `.0`, a point as `latitude, longitude`.
    var text: String {
        if isPoint && type.hasPrefix("STRUCT") { return "(\(quoted).lat || ', ' || \(quoted).lon)" }
        if type.hasSuffix("[]") { return "array_to_string(\(quoted), \(literal(separator)))" }
        switch type {
        case "VARCHAR": return quoted
        case "DOUBLE", "FLOAT": return "regexp_replace(CAST(\(quoted) AS VARCHAR), '\\.0$', '')"
        case "TIMESTAMP": return "replace(CAST(\(quoted) AS VARCHAR), ' ', 'T')"
        default: return "CAST(\(quoted) AS VARCHAR)"
        }
    }

    /// The value in a spreadsheet: what it has no cell type for becomes text.
    var cell: String {
        type.hasSuffix("[]") || type.hasPrefix("STRUCT") ? "\(text) AS \(quoted)" : quoted
    }

    /// The value as JSON text.
    var json: String {
        if type == "TIMESTAMP" { return "to_json(\(text))" }
        if isShape { return "CAST(\(quoted) AS JSON)" }
        // A decimal through `to_json` is a floating number: its last digits may go.
        return type == "DOUBLE" || type.hasPrefix("DECIMAL") ? "CAST(\(text) AS JSON)" : "to_json(\(quoted))"
    }

    /// Latitude or longitude told by the name of a column of numbers: `EQUIP_LAT`, `longitude`, `lon`…
    func isCoordinate(_ names: Set<String>) -> Bool {
        guard type == "DOUBLE" || type.hasPrefix("DECIMAL") else { return false }
        return name.lowercased().split(whereSeparator: { !$0.isLetter }).last.map { names.contains(String($0)) } ?? false
    }
}
