package import DuckDB
package import Foundation
package import Territory

/// Shapefiles (ESRI, 1998): a `.shp` with its companions. The geometries come from the engine, the attributes from
/// `DbfReader`.
package struct ShapefileFormat: FileFormat {
    package static let name = "Shapefile"
    package static let options = TextFormat.options.filter { $0.name == "encoding" }

    private let encoding: String?

    package init(_ source: SourceDeclaration) { encoding = source.options["encoding"]?.written }

    package static func recognises(_ start: FileStart) -> Bool {
        start.begins(with: [0x00, 0x00, 0x27, 0x0A]) && start.fileExtension == "shp"
    }

    package static func companions(of file: URL) -> [URL] {
        file.pathExtension.lowercased() == "shp" ? ShapefileSet(file).companions : []
    }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        let set = ShapefileSet(file.url)
        for companion in ["shx", "dbf"] where set[companion] == nil {
            throw Self.unreadable(file, GeoMessages.missingCompanion(set.name(companion)))
        }
        guard set.isComplete else { throw Self.unreadable(file, RecordMessages.endsEarly) }
        let attributes = try DbfReader(set, declared: encoding, file: file).read(connection, into: work)
        let geometry = try geometries(set, file, connection, work)
        let names = ColumnNames.unique(attributes.names + [GeometryText.column])
        var cells = names.dropLast().enumerated().map { "c\($0) AS \(identifier($1))" }
        cells += ["geometry AS \(identifier(names.last ?? ""))", "CAST(? AS VARCHAR) AS _source", "_row"]
        let relation = Relation(
            sql: """
                SELECT \(cells.joined(separator: ", ")) FROM \(attributes.table) LEFT JOIN \(geometry.table) USING (_row)
                ORDER BY _row
                """, parameters: [.text(file.name)], columns: names.map { Relation.Column($0) })
        return Collected(relation: relation, notes: [attributes.note] + geometry.notes)
    }

    /// Reads the geometries into a table, numbered as the attributes are. The engine sees a copy of the set without its
    /// attributes: those it would read with the wrong encoding, and empty dates as 1970 (spatial of DuckDB 1.5.5).
    private func geometries(
        _ set: ShapefileSet, _ file: SourceFile, _ connection: Connection, _ work: WorkArea
    ) throws -> (table: String, notes: [Bilingual]) {
        try connection.load(GeometryText.engineExtension)
        let link = try set.link(to: work.folder.appending(path: "shape_\(file.number)"))
        let reading = "ST_Read(?, allowed_drivers = ['ESRI Shapefile'])"
        let columns = try connection.columns(of: "SELECT * FROM \(reading)", [.text(link.path)])
        guard let column = columns.first(where: { $0.type.hasPrefix("GEOMETRY") }) else {
            throw Self.unreadable(file, GeoMessages.damaged(".shp"))
        }
        let system = CoordinateSystem(columnType: column.type)
        let text = GeometryText.sql(identifier(column.name), from: system)
        let table = work.table("shape_\(file.number)")
        try connection.execute(
            "CREATE OR REPLACE TABLE \(table) AS SELECT OGC_FID + 1 AS _row, \(text) AS geometry FROM \(reading)",
            [.text(link.path)])
        guard let system else { return (table, [GeoMessages.unknownSystem]) }
        return (table, system.isWGS84 ? [] : [GeoMessages.moved(from: system)])
    }

    private static func unreadable(_ file: SourceFile, _ reason: Bilingual) -> CollectFault {
        CollectFault(.unreadable, subject: file.name, at: file.place, ["reason": reason])
    }
}
