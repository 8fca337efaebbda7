package import DuckDB
package import Territory

/// A relation on its way out: the data columns that may leave, in a format.
///
/// Every text format is one SQL expression a row; Swift only passes bytes on, chunk by chunk.
package struct Export: Sendable {
    private let relation: Relation
    private let format: ExportFormat
    private let columns: [ExportColumn]

    /// - Parameters:
    ///   - fields: what is declared of the columns.
    ///   - withPrivate: whether private fields leave too; they never do for the public.
    package init(_ relation: Relation, as format: ExportFormat, fields: [FieldDeclaration], withPrivate: Bool) {
        self.relation = relation
        self.format = format
        let declared = Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        columns = relation.columns
            .filter { withPrivate || declared[$0.name]?.isPrivate != true }
            .map { ExportColumn($0, declared[$0.name]) }
    }

    /// Writes a text format through `write`, a few thousand rows at a time.
    package func stream(_ connection: Connection, _ write: ([UInt8]) throws -> Void) throws {
        let text = try ExportText(format, columns)
        try write(Array(text.opening.utf8))
        var isFirst = true
        try connection.stream("SELECT \(text.line) FROM (\(relation.sql))", relation.parameters) { chunk in
            var bytes: [UInt8] = []
            for row in 0..<chunk.count {
                if !isFirst { bytes.append(contentsOf: text.between.utf8) }
                isFirst = false
                chunk.columns[0].withBytes(at: row) { bytes.append(contentsOf: $0) }
            }
            try write(bytes)
        }
        try write(Array(text.closing.utf8))
    }

    /// Whether a column or two of those that leave say where things are.
    package var hasGeometry: Bool { ExportText.geometry(columns) != nil }

    /// Lets the engine's GDAL write a GeoPackage with one layer, on WGS 84. Needs the `spatial` extension.
    /// - Parameter changed: when the rows last changed, `2025-03-31T08:00:00`, UTC: the same rows make the same bytes.
    package func writeGeoPackage(to path: String, layer: String, changed: String, _ connection: Connection) throws {
        guard let geometry = ExportText.geometry(columns) else { throw LakeFault(.noGeometry) }
        let cells = columns.filter { !geometry.used.contains($0.name) }.map(\.cell)
        let shape = "ST_GeomFromGeoJSON(\(geometry.sql)) AS geometry"
        try connection.execute(
            """
            COPY (SELECT \((cells + [shape]).joined(separator: ", ")) FROM (\(relation.sql))) TO \(literal(path))
            (FORMAT gdal, DRIVER 'GPKG', LAYER_NAME \(literal(layer)), SRS 'EPSG:4326')
            """, relation.parameters)
        try GeoPackageDate(layer: layer).set(to: changed, in: path)
    }

    /// Lets the engine write an XLSX or Parquet file at `path`.
    package func write(to path: String, _ connection: Connection) throws(EngineFault) {
        let options = format == .xlsx ? "FORMAT xlsx, HEADER true" : "FORMAT parquet, COMPRESSION zstd"
        let cells = columns.map { format == .xlsx ? $0.cell : identifier($0.name) }.joined(separator: ", ")
        try connection.execute(
            "COPY (SELECT \(cells) FROM (\(relation.sql))) TO \(literal(path)) (\(options))", relation.parameters)
    }
}
