internal import DuckDB
internal import Query

/// `/api/records/1.0/geocluster/`: points gathered into clusters, for a map at a zoom.
struct GeoClusterEndpoint: V1Endpoint {
    let pattern = "api/records/1.0/geocluster"

    func reply(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let copy = try await serving.copy(ask), request = try V1Request(ask, over: copy.table)
        let point = try request.require(copy.table.point, "geo_point_2d")
        let zoom = try request.number("clusterprecision", default: 8, in: 0...30)
        let distance = try request.number("clusterdistance", default: 50, in: 0...1_000)
        let hasShapes = request.text("return_polygons")?.lowercased() == "true" || request.text("clustermode") == "polygon"
        let series = try AnalysisPlan(series: request)
        var plan = series.plan
        plan.groups = [Output("cluster", .cluster(Clusters(zoom: min(zoom, 25), radius: Double(max(distance, 1))), point))]
        plan.outputs = [Output("count", .aggregate(.count, nil))] + (series.series.isEmpty ? [] : plan.outputs)
        if hasShapes { plan.outputs.append(Output("hull", .aggregate(.hull, .field(point)))) }
        plan.filter = plan.filter.and(.not(.missing(.field(point))))
        plan.order = [Ordering(plan.outputs[0].expression, isDescending: true)]
        plan.limit = V1.groups
        let query = try plan.compiled(over: copy.table)
        let rows = try await serving.shelf.engine.read(deadline: serving.deadline) { try $0.rows(query.sql, query.parameters) }
        let clusters = rows.map { row in
            var cluster = MapCluster(count: row[1].integer ?? 0, series: series, values: row.values.dropFirst(2))
            cluster.members.insert(JSON.Member(name: "cluster_center", value: Self.centre(row[0])), at: 0)
            if hasShapes, let shape = row.values.last?.text {
                cluster.members.append(JSON.Member(name: "cluster", value: .raw(shape)))
            }
            return cluster
        }
        return .json(MapCluster.answer(clusters, series, ["clusterprecision": .integer(zoom)]))
    }

    private static func centre(_ value: SQLValue) -> JSON {
        guard case .structure(let members) = value else { return .null }
        func part(_ name: String) -> JSON { members.first { $0.name == name }.map { JSON($0.value) } ?? .null }
        return .list([part("lat"), part("lon")])
    }
}

/// Rows gathered on a map: how many, and the series over them.
struct MapCluster: Sendable {
    var members: [JSON.Member]
    private let count: Int
    private let numbers: [Double?]

    init(count: Int, series: AnalysisPlan, values: ArraySlice<SQLValue>) {
        self.count = count
        var values = values, figures: [JSON.Member] = []
        for (index, one) in series.series.enumerated() {
            figures.append(JSON.Member(name: one.name, value: one.value(values.prefix(series.widths[index]))))
            values = values.dropFirst(series.widths[index])
        }
        numbers = figures.map(\.value.number)
        members = [JSON.Member(name: "count", value: .integer(count))]
        if !figures.isEmpty { members.append(JSON.Member(name: "series", value: .object(figures))) }
    }

    /// The clusters with the least and the greatest of each figure.
    static func answer(_ all: [MapCluster], _ series: AnalysisPlan, shown: Int? = nil, _ more: KeyValuePairs<String, JSON>)
        -> JSON
    {
        let shownClusters = shown.map { Array(all.prefix($0)) } ?? all
        let counts = all.map(\.count)
        let figures = series.series.enumerated().map { index, one in
            let numbers = all.compactMap { $0.numbers[index] }
            return JSON.Member(
                name: one.name,
                value: .members([
                    "min": numbers.min().map { .double($0) } ?? .null, "max": numbers.max().map { .double($0) } ?? .null,
                ]))
        }
        return .object(
            [
                JSON.Member(name: "clusters", value: .list(shownClusters.map { .object($0.members) })),
                JSON.Member(
                    name: "count", value: .members(["min": .integer(counts.min() ?? 0), "max": .integer(counts.max() ?? 0)])),
                JSON.Member(name: "series", value: .object(figures)),
            ] + more.map { JSON.Member(name: $0.key, value: $0.value) })
    }
}
