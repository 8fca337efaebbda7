internal import DuckDB
internal import Lake
internal import Query

/// `/api/records/1.0/search/`: a page of rows, with facets.
struct RecordsSearchEndpoint: V1Endpoint {
    let pattern = "api/records/1.0/search"

    func reply(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let format = V1Format(ask)
        try format.expect("json", "geojson")
        let copy = try await serving.copy(ask), table = copy.table
        let request = try V1Request(ask, over: table)
        let page = try request.page()
        var plan = try request.plan()
        (plan.limit, plan.offset) = (page.rows, page.start)
        if format.name == "geojson" { return try await V1File(plan, copy, .feature).page(serving) }
        let count = try plan.counted(over: table), rows = try V1Row(plan, over: copy).text(over: table)
        let known = plan.filter == .everything ? copy.about.rows : nil
        let facets = try request.facets(), facetQuery = try facets?.compiled(over: table)
        let (total, records, groups) = try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            let total = try known ?? connection.row(count.sql, count.parameters)?[0].integer ?? 0
            let records = page.rows == 0 ? [] : try connection.rows(rows.sql, rows.parameters).map { $0[0].text ?? "{}" }
            let groups = try facetQuery.map { try connection.rows($0.sql, $0.parameters) }
            return (total, records, groups)
        }
        var members = [
            JSON.Member(name: "nhits", value: .integer(total)), JSON.Member(name: "parameters", value: request.echo(page)),
            JSON.Member(name: "records", value: .list(records.map { .raw($0) })),
        ]
        if let facets, let groups { members.append(JSON.Member(name: "facet_groups", value: facets.groups(groups))) }
        return .json(.object(members))
    }
}
