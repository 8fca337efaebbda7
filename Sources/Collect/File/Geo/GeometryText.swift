internal import DuckDB
internal import Territory

/// Geometries as GeoJSON text in a column, longitude and latitude on WGS 84.
struct GeometryText {
    /// The column of every format that has geometries.
    static let column = "geometry"
    /// The engine's extension for geometries; it takes a tenth of a second to load, so only what needs it asks for it.
    static let engineExtension = "spatial"

    let work: WorkArea
    let number: Int

    /// SQL of a geometry as GeoJSON text on WGS 84.
    static func sql(_ geometry: String, from system: CoordinateSystem?) -> String {
        guard let system, !system.isWGS84 else { return "CAST(ST_AsGeoJSON(\(geometry)) AS VARCHAR)" }
        // Longitude first whatever the authority says of its axes.
        let source = literal(system.definition), target = literal(CoordinateSystem.wgs84.definition)
        return "CAST(ST_AsGeoJSON(ST_Transform(\(geometry), \(source), \(target), always_xy := true)) AS VARCHAR)"
    }

    /// Moves the column `geometry` of a relation from a system to WGS 84; left as it is when it is there already.
    func inWGS84(
        _ relation: Relation, from system: CoordinateSystem, _ connection: Connection
    ) throws -> (relation: Relation, notes: [Bilingual]) {
        guard !system.isWGS84 else { return (relation, []) }
        try connection.load(Self.engineExtension)
        let geometry = identifier(Self.column)
        let moved = Self.sql("ST_GeomFromGeoJSON(\(geometry))", from: system)
        let table = work.table("placed_\(number)")
        try connection.execute(
            "CREATE OR REPLACE TABLE \(table) AS SELECT * REPLACE (\(moved) AS \(geometry)) FROM (\(relation.sql))",
            relation.parameters)
        return (Relation(table: table, columns: relation.columns), [GeoMessages.moved(from: system)])
    }
}
