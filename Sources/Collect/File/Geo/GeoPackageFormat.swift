package import DuckDB
internal import Foundation
package import Territory

/// GeoPackage files (OGC 12-128): one layer, its geometries on WGS 84.
package struct GeoPackageFormat: FileFormat {
    package static let name = "GeoPackage"
    package static let options = [
        Key(
            "layer", .text,
            summary: Bilingual(
                fr: "Nom de la couche d'un GeoPackage, la première sans cela",
                en: "Name of the layer of a GeoPackage, the first otherwise"
            ))
    ]

    private let layer: String?

    package init(_ source: SourceDeclaration) { layer = source.options["layer"]?.written }

    /// An SQLite file whose header says `GPKG` (`GP10`, `GP11` before 1.2), or that is called so.
    package static func recognises(_ start: FileStart) -> Bool {
        guard start.begins(with: "SQLite format 3\0") else { return false }
        return start.bytes.dropFirst(68).starts(with: "GP".utf8) || start.fileExtension == "gpkg"
    }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        guard Self.recognises(try FileStart(of: file)) else {
            throw CollectFault(.unknownFormat, subject: file.name, at: file.place, ["expected": Bilingual(Self.name)])
        }
        try connection.load(GeometryText.engineExtension)
        let layers = try layers(of: file, connection)
        let chosen = try choose(among: layers, of: file)
        let reading = "ST_Read(?, layer = \(literal(chosen)), allowed_drivers = ['GPKG'])"
        let path = SQLValue.text(file.url.path)
        let all = try connection.columns(of: "SELECT * FROM \(reading)", [path])
        let columns = EngineText.columns(Self.withGeometryLast(all))
        let cells = (columns.cells + ["row_number() OVER () AS _row"]).joined(separator: ", ")
        let table = work.table("layer_\(file.number)")
        try connection.execute("CREATE OR REPLACE TABLE \(table) AS SELECT \(cells) FROM \(reading)", [path])
        let names = columns.names.map { identifier($0.name) } + ["CAST(? AS VARCHAR) AS _source", "_row"]
        return Collected(
            relation: Relation(
                sql: "SELECT \(names.joined(separator: ", ")) FROM \(table)", parameters: [.text(file.name)],
                columns: columns.names),
            notes: (layers.count > 1 && layer == nil ? [GeoMessages.layer(chosen, among: layers)] : []) + Self.notes(on: all))
    }

    /// The layers with geometries, then the tables without. The engine must have opened the file before it is asked for
    /// them, and be asked for none that is not there: both end the process (spatial of DuckDB 1.5.5).
    private func layers(of file: SourceFile, _ connection: Connection) throws(EngineFault) -> [String] {
        let path = SQLValue.text(file.url.path)
        _ = try connection.columns(of: "SELECT * FROM ST_Read(?, allowed_drivers = ['GPKG'])", [path])
        return try connection.rows(
            """
            SELECT layer.name AS name FROM (SELECT unnest(layers) AS layer FROM ST_Read_Meta(?))
            ORDER BY len(layer.geometry_fields) = 0
            """, [path]
        ).compactMap { $0.text("name") }
    }

    private func choose(among layers: [String], of file: SourceFile) throws(CollectFault) -> String {
        guard let layer else {
            guard let first = layers.first else {
                throw CollectFault(
                    .unreadable, subject: file.name, at: file.place,
                    ["reason": Bilingual(fr: "il n'a aucune couche", en: "it has no layer")])
            }
            return first
        }
        guard layers.contains(layer) else {
            throw CollectFault(
                .layerNotFound, subject: file.name, at: file.place,
                ["layer": Bilingual(layer), "layers": Bilingual(layers.joined(separator: ", "))])
        }
        return layer
    }

    /// The geometry goes last.
    private static func withGeometryLast(_ columns: [Relation.Column]) -> [Relation.Column] {
        columns.filter { !$0.type.hasPrefix("GEOMETRY") } + columns.filter { $0.type.hasPrefix("GEOMETRY") }
    }

    private static func notes(on columns: [Relation.Column]) -> [Bilingual] {
        columns.filter { $0.type.hasPrefix("GEOMETRY") }.compactMap { column in
            guard let system = CoordinateSystem(columnType: column.type) else { return GeoMessages.unknownSystem }
            return system.isWGS84 ? nil : GeoMessages.moved(from: system)
        }
    }
}
