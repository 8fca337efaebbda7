internal import DuckDB
internal import Query

/// The sheet of one dataset.
struct DatasetEndpoint: Endpoint {
    let pattern = "\(Explore.root)/datasets/{dataset}"
    let family = Family.explore

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { serving.catalogueDependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let (catalogue, table) = try serving.catalogue(ask)
        let name = ask.place("dataset"), request = try ExploreRequest(ask)
        var clauses = request.clauses
        (clauses.filters, clauses.refine, clauses.exclude, clauses.legacy) = ([], [], [], [])
        (clauses.groupBy, clauses.orderBy, clauses.limit) = (nil, nil, 1)
        var plan = try ODSQL.plan(clauses, over: table)
        plan.filter = .compare(.field(DatasetSheet.fields[0]), .equal, .value(.text(name)))
        let isWhole = (ask.parameters["select"] ?? "*").allSatisfy { $0 == "*" || $0 == " " }
        if isWhole { plan.outputs = [Output("sheet", .field(DatasetSheet.sheet))] }
        let query = try plan.compiled(over: table)
        let text = isWhole ? nil : RowText.objects(query)
        defer { withExtendedLifetime(catalogue) {} }
        let row = try await serving.shelf.engine.read(deadline: serving.deadline) {
            try $0.row(text?.sql ?? query.sql, text?.parameters ?? query.parameters)
        }
        guard let found = row?[0].text else { throw Refusal.noDataset(name) }
        return .json(
            isWhole ? DatasetsEndpoint.sheet(found, of: name, try request.flag("include_links") ? ask : nil).line : found)
    }
}
