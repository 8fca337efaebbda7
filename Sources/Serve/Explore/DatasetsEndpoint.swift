internal import DuckDB
internal import Query

/// The datasets of the catalogue: whole sheets, or what is selected of them.
struct DatasetsEndpoint: Endpoint {
    let pattern = "\(Explore.root)/datasets"
    let family = Family.explore

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { serving.catalogueDependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let (catalogue, table) = try serving.catalogue(ask)
        let request = try ExploreRequest(ask)
        var plan = try request.page(over: table)
        let isWhole = (ask.parameters["select"] ?? "*").allSatisfy { $0 == "*" || $0 == " " } && plan.groups.isEmpty
        if isWhole {
            plan.outputs = [Output("sheet", .field(DatasetSheet.sheet)), Output("name", .field(DatasetSheet.fields[0]))]
        }
        let wantsLinks = try request.flag("include_links")
        defer { withExtendedLifetime(catalogue) {} }
        let (total, results) =
            isWhole
            ? try await Self.sheets(plan, table, wantsLinks ? ask : nil, serving)
            : try await Page(plan, over: table, serving).answer
        var members = [JSON.Member(name: "total_count", value: .integer(total))]
        if wantsLinks {
            let links = Links.page(
                ask, "\(Explore.root)/datasets", total: total, limit: plan.limit ?? 100, offset: plan.offset)
            members.append(JSON.Member(name: "_links", value: links))
        }
        members.append(JSON.Member(name: "results", value: results))
        return .json(.object(members))
    }

    private static func sheets(_ plan: QueryPlan, _ table: QueryTable, _ linked: Ask?, _ serving: Serving) async throws -> (
        Int, JSON
    ) {
        let query = try plan.compiled(over: table), count = try plan.counted(over: table)
        return try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            let total = try connection.row(count.sql, count.parameters)?[0].integer ?? 0
            let rows = plan.limit == 0 ? [] : try connection.rows(query.sql, query.parameters)
            let sheets = rows.map { row in
                Self.sheet(row[0].text ?? "{}", of: row[1].text ?? "", linked)
            }
            return (total, .list(sheets))
        }
    }

    /// A sheet, with its links when they are wanted.
    static func sheet(_ text: String, of dataset: String, _ linked: Ask?) -> JSON {
        guard let ask = linked else { return .raw(text) }
        // The vendor's clients know six relations and refuse a sheet with any other.
        let links = Links.list(["self": ask.link(Explore.path(dataset)), "catalog": ask.link("\(Explore.root)/datasets")])
        return .raw("{\"_links\": \(links.line), \(text.dropFirst())")
    }
}

extension Page {
    /// The total and the list.
    fileprivate var answer: (Int, JSON) { (total, results) }
}
