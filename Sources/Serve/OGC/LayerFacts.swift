internal import DuckDB
internal import Query

/// What must be read from a version to be known of its layer: where it extends, from when to when, what kinds of geometry it has.
struct LayerFacts: Sendable {
    /// West, south, east, north, degrees; nil when no row has a place.
    let box: [Double]?
    /// The first and the last time, ISO 8601.
    let times: (first: String, last: String)?
    /// GeoJSON names of the kinds of geometry: `Point`, `MultiPolygon`.
    let kinds: [String]

    init(_ layer: Layer, on engine: Engine, deadline: Duration) async throws {
        var outputs: [Output] = []
        if let place = layer.place {
            outputs = Aggregate.Edge.allCases.map { Output($0.rawValue, place.edge($0)) }
        }
        if let time = layer.time {
            outputs += [
                Output("first", .aggregate(.least, .field(time))), Output("last", .aggregate(.greatest, .field(time))),
            ]
        }
        guard !outputs.isEmpty else {
            (box, times, kinds) = (nil, nil, [])
            return
        }
        var plan = QueryPlan(outputs: outputs)
        plan.setting.writesInstants = true
        let query = try plan.compiled(over: layer.table), kindQuery = try Self.kinds(layer)?.compiled(over: layer.table)
        let (row, found) = try await engine.read(deadline: deadline) { connection in
            (
                try connection.row(query.sql, query.parameters),
                try kindQuery.map { try connection.rows($0.sql, $0.parameters).compactMap { $0[0].text } }
            )
        }
        let values = row?.values ?? []
        let edges = layer.place == nil ? [] : values.prefix(4).compactMap { $0.text.flatMap { Double($0) } }
        box = edges.count == 4 && edges.allSatisfy(\.isFinite) ? edges : nil
        let ends = layer.time == nil ? [] : values.suffix(2).compactMap(\.text)
        times = ends.count == 2 ? (ends[0], ends[1]) : nil
        kinds = found ?? (layer.place == nil ? [] : ["Point"])
    }

    private static func kinds(_ layer: Layer) -> QueryPlan? {
        guard let place = layer.place, place.isShape else { return nil }
        var plan = QueryPlan(outputs: [], filter: place.isThere)
        plan.groups = [Output("kind", place.kind)]
        return plan
    }
}

/// Facts of layers, each read once for a version.
final class LayerBook: Sendable {
    private let readings = LayerReadings<LayerFacts>()

    func facts(_ layer: Layer, _ serving: Serving) async throws -> LayerFacts {
        let engine = serving.shelf.engine, deadline = serving.deadline
        return try await readings.value(of: layer) { try await LayerFacts(layer, on: engine, deadline: deadline) }
    }
}
