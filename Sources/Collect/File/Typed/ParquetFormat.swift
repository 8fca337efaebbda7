package import DuckDB
internal import Foundation
package import Territory

/// Parquet files, geometries of GeoParquet included; each column as the text of its type.
package struct ParquetFormat: FileFormat {
    package static let name = "Parquet"
    package static let options: [Key] = []

    private static let position = "file_row_number"

    package init(_ source: SourceDeclaration) {}

    package static func recognises(_ start: FileStart) -> Bool { start.begins(with: "PAR1") }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        let reading = "read_parquet(?, \(Self.position) = true)"
        let path = SQLValue.text(file.url.path)
        let all = try connection.columns(of: "SELECT * FROM \(reading)", [path]).filter { $0.name != Self.position }
        if all.contains(where: { $0.type.hasPrefix("GEOMETRY") }) { try connection.load(GeometryText.engineExtension) }
        let columns = EngineText.columns(all)
        let cells = (columns.cells + ["CAST(? AS VARCHAR) AS _source", "\(Self.position) + 1 AS _row"]).joined(separator: ", ")
        let systems = all.compactMap { CoordinateSystem(columnType: $0.type) }.filter { !$0.isWGS84 }
        return Collected(
            relation: Relation(
                sql: "SELECT \(cells) FROM \(reading)", parameters: [.text(file.name), path], columns: columns.names),
            notes: systems.map { GeoMessages.moved(from: $0) })
    }
}
