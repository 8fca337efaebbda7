internal import DuckDB
internal import Query

/// `/api/records/1.0/geopreview/`: the shapes of rows, for a map that shows them without their values. What a map sends back as
/// `geo_digest` is the identifier of the row.
struct GeoPreviewEndpoint: V1Endpoint {
    let pattern = "api/records/1.0/geopreview"

    func reply(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let copy = try await serving.copy(ask), request = try V1Request(ask, over: copy.table)
        let place = try request.require(copy.table.shape, "geo_shape")
        let rows = try request.number("rows", default: 1_000, in: 0...V1.window)
        var plan = QueryPlan(outputs: [Output("geometry", .field(place))], filter: try request.filter(), limit: rows)
        if let identifier = copy.table.hidden.first { plan.outputs.append(Output("geo_digest", .field(identifier))) }
        plan.filter = plan.filter.and(.not(.missing(.field(place))))
        let query = try plan.compiled(over: copy.table)
        let geometry = CellText(query.columns[0]).geometry(RowText.name(0))
        let line = "concat('{\"geometry\": ', coalesce(\(geometry), 'null'), ', \"geo_digest\": \"', \(RowText.name(1)), '\"}')"
        let text = RowText.lines(query, line)
        let shapes = try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            try connection.rows(text.sql, text.parameters).map { JSON.raw($0[0].text ?? "null") }
        }
        return .json(.list(shapes))
    }
}
