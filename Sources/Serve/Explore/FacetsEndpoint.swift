internal import DuckDB
internal import Query

/// The values of facets with their counts, of a dataset's rows.
struct FacetsEndpoint: Endpoint {
    let pattern = "\(Explore.root)/datasets/{dataset}/facets"
    let family = Family.explore

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.dependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let copy = try await serving.copy(ask), dataset = ask.place("dataset")
        let links = Links.list([
            "self": ask.link(Explore.path(dataset, "facets")), "dataset": ask.link(Explore.path(dataset)),
        ])
        return try await FacetList.answer(ask, over: copy.table, links: links, serving)
    }
}

/// The values of facets with their counts, of the catalogue.
struct CatalogueFacetsEndpoint: Endpoint {
    let pattern = "\(Explore.root)/facets"
    let family = Family.explore

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { serving.catalogueDependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let (catalogue, table) = try serving.catalogue(ask)
        let links = Links.list(["self": ask.link("\(Explore.root)/facets"), "source": ask.link(Explore.root)])
        // The table lasts as long as its catalogue is held.
        defer { withExtendedLifetime(catalogue) {} }
        return try await FacetList.answer(ask, over: table, links: links, serving)
    }
}

/// Facets of any table.
enum FacetList {
    static func answer(_ ask: Ask, over table: QueryTable, links: JSON, _ serving: Serving) async throws -> Answer {
        let request = try ExploreRequest(ask)
        let plan = try ODSQL.facets(ask.parameters.all("facet"), request.clauses, over: table)
        guard !plan.facets.isEmpty else { return .json(.members(["links": links, "facets": .list([])])) }
        let query = try plan.compiled(over: table)
        let rows = try await serving.shelf.engine.read(deadline: serving.deadline) { try $0.rows(query.sql, query.parameters) }
        let facets = FacetAnswer.read(rows, of: plan).map { facet in
            JSON.members(["name": .text(facet.name), "facets": .list(facet.values.map { $0.json(path: "value") })])
        }
        return .json(.members(["links": links, "facets": .list(facets)]))
    }
}
