internal import DuckDB
internal import Query

/// Datasets found by words and filters, with facets.
struct PackageSearch: CKANAction {
    let name = "package_search"
    let help =
        "Datasets found; q, fq: words, field:value, AND, OR, NOT; sort, rows (10, 1000 at most), start, facet.field, facet.limit."
    let parameters = ["q", "fq", "sort", "rows", "start", "facet", "facet.field", "facet.limit"]

    func result(_ ask: Ask, _ serving: Serving) async throws -> JSON {
        let request = CKANRequest(ask)
        let (catalogue, table) = try serving.catalogue(ask)
        defer { withExtendedLifetime(catalogue) {} }
        let words = CatalogueWords(table: table, territory: serving.territory)
        var plan = QueryPlan(outputs: [Output("sheet", .field(DatasetSheet.sheet))])
        for text in ask.parameters.all("q") + request.list("fq_list") + ask.parameters.all("fq") {
            plan.filter = plan.filter.and(try CatalogueQuery.read(text, words))
        }
        let sort = request.text("sort") ?? "score desc, metadata_modified desc"
        plan.order = try words.order(sort)
        plan.limit = try request.number("rows", default: 10, most: 1_000)
        plan.offset = try request.number("start", default: 0)
        let query = try plan.compiled(over: table), count = try plan.counted(over: table)
        let facets = try CatalogueFacets(request, words, plan.filter), facetQuery = try facets.plan.compiled(over: table)
        let wantsRows = plan.limit != 0, wantsFacets = !facets.plan.facets.isEmpty
        let (total, sheets, values) = try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            (
                try connection.row(count.sql, count.parameters)?[0].integer ?? 0,
                try wantsRows ? connection.rows(query.sql, query.parameters).map { $0[0].text ?? "{}" } : [],
                try wantsFacets ? connection.rows(facetQuery.sql, facetQuery.parameters) : []
            )
        }
        let found = facets.answer(values)
        return .members([
            "count": .integer(total), "facets": found.plain,
            "results": .list(sheets.map { CKANPackage($0, serving.territory, ask).json }), "sort": .text(sort),
            "search_facets": found.told,
        ])
    }
}

/// The facets of a search: `facet.field=["tags"]`, `facet.limit`.
struct CatalogueFacets: Sendable {
    let plan: FacetPlan
    private let names: [String]
    private let words: CatalogueWords

    init(_ request: CKANRequest, _ words: CatalogueWords, _ filter: Predicate) throws {
        self.words = words
        let limit = request.text("facet.limit").flatMap { Int($0) } ?? 50
        let isWanted = try request.flag("facet", default: true)
        var names: [String] = []
        for name in isWanted ? request.list("facet.field") : [] where !names.contains(name) { names.append(name) }
        self.names = names
        let facets = names.compactMap { words.field($0).map { Facet($0, limit: limit < 0 ? nil : limit) } }
        plan = FacetPlan(facets, filter: filter)
    }

    /// As CKAN writes them twice: values with counts, and a list with names to show.
    func answer(_ rows: [Row]) -> (plain: JSON, told: JSON) {
        var found = FacetAnswer.read(rows, of: plan)[...]
        var plain: [JSON.Member] = [], told: [JSON.Member] = []
        for name in names {
            let values = words.field(name) == nil ? [] : found.popFirst()?.values ?? []
            let named = values.map { (key: words.key(name, $0.path), title: $0.path, count: $0.count) }
            plain.append(
                JSON.Member(name: name, value: .object(named.map { JSON.Member(name: $0.key, value: .integer($0.count)) })))
            let items = named.map {
                JSON.members(["name": .text($0.key), "display_name": .text($0.title), "count": .integer($0.count)])
            }
            told.append(JSON.Member(name: name, value: .members(["title": .text(name), "items": .list(items)])))
        }
        return (.object(plain), .object(told))
    }
}
