internal import Query

/// One row of a dataset, by its identifier.
struct RecordEndpoint: Endpoint {
    let pattern = "\(Explore.root)/datasets/{dataset}/records/{record}"
    let family = Family.explore

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.dependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let copy = try await serving.copy(ask)
        let name = ask.place("record"), request = try ExploreRequest(ask)
        guard name.utf8.count == 40, let identifier = copy.table.hidden.first else { throw Refusal.noRecord(name) }
        var clauses = request.clauses
        (clauses.filters, clauses.refine, clauses.exclude, clauses.legacy) = ([], [], [], [])
        (clauses.groupBy, clauses.orderBy, clauses.limit) = (nil, nil, 1)
        var plan = try ODSQL.plan(clauses, over: copy.table)
        plan.filter = .compare(.field(identifier), .equal, .value(.text(name)))
        plan.passing = 1
        if ask.parameters["select"] == nil { plan.outputs.insert(Output("_id", .field(identifier)), at: 0) }
        let page = try await Page(plan, over: copy.table, serving)
        guard let row = page.rows.first else { throw Refusal.noRecord(name) }
        guard try request.flag("include_links") else { return .json(row) }
        let dataset = ask.place("dataset")
        let links = Links.list([
            "self": ask.link(Explore.path(dataset, "records/\(name)")), "dataset": ask.link(Explore.path(dataset)),
        ])
        return .json("\(row.dropLast()), \"_links\": \(links.line)}")
    }
}
