internal import DuckDB
internal import Query

/// `/api/datasets/1.0/search/`: the datasets of the catalogue, with facets.
struct DatasetsSearchEndpoint: V1Endpoint {
    let pattern = "api/datasets/1.0/search"

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { serving.catalogueDependence(ask) }

    func reply(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let format = V1Format(ask)
        try format.expect("json", "csv")
        let (catalogue, table) = try serving.catalogue(ask)
        defer { withExtendedLifetime(catalogue) {} }
        let request = try V1Request(ask, over: table), page = try request.page()
        var plan = try request.plan()
        (plan.limit, plan.offset) = (page.rows, page.start)
        if format.name == "csv" { return try await Self.csv(plan, table, serving) }
        plan.outputs = [Output("sheet", .field(DatasetSheet.sheet))]
        let query = try plan.compiled(over: table), count = try plan.counted(over: table)
        let facets = try request.facets(), facetQuery = try facets?.compiled(over: table)
        let (total, sheets, groups) = try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            (
                try connection.row(count.sql, count.parameters)?[0].integer ?? 0,
                try page.rows == 0 ? [] : connection.rows(query.sql, query.parameters).map { $0[0].text ?? "{}" },
                try facetQuery.map { try connection.rows($0.sql, $0.parameters) }
            )
        }
        var members = [
            JSON.Member(name: "nhits", value: .integer(total)), JSON.Member(name: "parameters", value: request.echo(page)),
            JSON.Member(name: "datasets", value: .list(sheets.map { V1Sheet($0).json(domain: ask.domain) })),
        ]
        if let facets, let groups { members.append(JSON.Member(name: "facet_groups", value: facets.groups(groups))) }
        return .json(.object(members))
    }

    private static func csv(_ plan: QueryPlan, _ table: QueryTable, _ serving: Serving) async throws -> Answer {
        let query = try plan.compiled(over: table), form = ValuesForm()
        let text = RowText.values(query, form)
        let lines = try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            try connection.rows(text.sql, text.parameters).map { $0[0].text ?? "" }
        }
        return .text(form.titles(query.columns.map(\.name)) + lines.joined(), type: "text/csv; charset=utf-8").named(
            "datasets.csv")
    }
}
