internal import DuckDB
internal import Foundation
internal import HTTPTypes
internal import Lake
internal import NIOCore
internal import Query
internal import Territory

/// A vector tile of a collection (OGC API – Tiles, Part 1; Mapbox Vector Tile 2.1), kept in memory for its version.
struct TileEndpoint: Endpoint {
    let pattern = "ogc/collections/{dataset}/tiles/WebMercatorQuad/{z}/{y}/{x}"
    let family = Family.ogc
    static let type = "application/vnd.mapbox-vector-tile"

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.layerDependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let layer = try serving.layer(ask), tile = try Self.tile(ask)
        let known = Set(layer.filters.map(\.name)).union(["f", "apikey", "datetime", "filter", "filter-lang", "filter-crs"])
        if let stranger = ask.parameters.items.first(where: { !known.contains($0.name) }) {
            throw Refusal.parameter("Unknown parameter: \(stranger.name).", fr: "Paramètre inconnu : \(stranger.name).")
        }
        guard ["mvt", nil].contains(ask.parameters["f"]) else {
            throw Refusal.parameter("Tiles are had as mvt only.", fr: "Les tuiles ne se donnent qu'en mvt.")
        }
        guard let place = layer.place else { throw Self.absent }
        let box = try await serving.layerBook.facts(layer, serving).box
        let held = box.map { tile.holding(layer.copy.about.rows, within: $0) } ?? tile
        let plan = try held.plan(place, layer.drawn, filter: try FeatureQuestion(ask, layer).filter)
        let text = TileText(try plan.compiled(over: layer.table), layer.name)
        let row = try await serving.shelf.engine.read(deadline: serving.deadline) { try $0.row(text.sql, text.parameters) }
        guard case .blob(let bytes)? = row?[0], row?[1].integer ?? 0 > 0 else {
            return Answer(.noContent, type: Self.type, .bytes(ByteBuffer()))
        }
        return Answer(type: Self.type, .bytes(ByteBuffer(bytes: bytes)))
    }

    private static func tile(_ ask: Ask) throws -> TileFrame {
        guard let zoom = Int(ask.place("z")), let row = Int(ask.place("y")), let column = Int(ask.place("x")) else {
            throw Refusal.parameter(
                "A tile is named by three whole numbers.", fr: "Une tuile se nomme par trois nombres entiers.")
        }
        guard let tile = TileFrame(zoom: zoom, row: row, column: column) else { throw absent }
        return tile
    }

    private static let absent = Refusal(.notFound, "NotFound", "There is no such tile.", fr: "Cette tuile n'existe pas.")
}

extension Layer {
    /// The properties that a tile carries.
    var drawn: [QueryField] { properties.filter { !$0.type.isGeographic && $0.type != .jsonBlob } }
}

/// The statement that packs the features of a tile; the engine writes the whole of it.
struct TileText: Sendable {
    let sql: String
    let parameters: [SQLValue]

    /// - Parameter query: of `TileFrame.plan`.
    init(_ query: CompiledQuery, _ name: String) {
        var values: [String] = []
        for (index, column) in query.columns.enumerated() where column.name != "cell" {
            values.append("\(Self.value(RowText.name(index), column)) AS \(identifier(column.name))")
        }
        let names = query.columns.indices.map { RowText.name($0) }.joined(separator: ", ")
        let features = "SELECT \(values.joined(separator: ", ")) FROM (\(query.sql)) AS answer(\(names))"
        sql = """
            SELECT ST_AsMVT(feature, \(literal(name)), \(TileFrame.extent), 'geometry', 'row'), count(*) \
            FROM (\(features)) AS feature WHERE feature.geometry IS NOT NULL
            """
        parameters = query.parameters
    }

    /// Tiles know texts, numbers and booleans.
    private static func value(_ name: String, _ column: ResultColumn) -> String {
        if column.name == "geometry" || column.name == "row" { return name }
        if column.isMultivalued { return "CAST(to_json(\(name)) AS VARCHAR)" }
        switch column.type {
        case .int: return "CAST(\(name) AS BIGINT)"
        case .double: return "CAST(\(name) AS DOUBLE)"
        case .boolean: return "CAST(\(name) AS BOOLEAN)"
        default: return "CAST(\(name) AS VARCHAR)"
        }
    }
}
