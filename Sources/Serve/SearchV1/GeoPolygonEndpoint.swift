internal import DuckDB
internal import Query

/// `/api/records/1.0/geopolygon/`: rows gathered by their shape, to colour it.
struct GeoPolygonEndpoint: V1Endpoint {
    let pattern = "api/records/1.0/geopolygon"

    func reply(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let copy = try await serving.copy(ask), request = try V1Request(ask, over: copy.table)
        let place = try request.require(copy.table.shape, "geo_shape")
        let series = try AnalysisPlan(series: request)
        let most = try request.number("maxpoints", default: V1.groups, in: 0...V1.groups)
        var plan = series.plan
        plan.groups = [Output("place", .field(place))]
        plan.outputs = [Output("count", .aggregate(.count, nil))] + (series.series.isEmpty ? [] : plan.outputs)
        if let identifier = copy.table.hidden.first {
            plan.outputs.append(Output("digest", .aggregate(.least, .field(identifier))))
        }
        plan.filter = plan.filter.and(.not(.missing(.field(place))))
        plan.limit = V1.groups
        let query = try plan.compiled(over: copy.table)
        let geometry = "coalesce(\(CellText(query.columns[0]).geometry(RowText.name(0))), 'null')"
        let names = query.columns.indices.map { RowText.name($0) }
        // The shape as text, made by the engine; the figures as they are.
        let text = RowText.lines(query, ([geometry] + names.dropFirst()).joined(separator: ", "))
        let rows = try await serving.shelf.engine.read(deadline: serving.deadline) { try $0.rows(text.sql, text.parameters) }
        let clusters = rows.map { row in
            var cluster = MapCluster(count: row[1].integer ?? 0, series: series, values: row.values.dropFirst(2))
            cluster.members.insert(JSON.Member(name: "cluster", value: .raw(row[0].text ?? "null")), at: 0)
            cluster.members.append(JSON.Member(name: "geo_digest", value: JSON(row.values.last?.text)))
            return cluster
        }
        return .json(MapCluster.answer(clusters, series, shown: most, [:]))
    }
}
