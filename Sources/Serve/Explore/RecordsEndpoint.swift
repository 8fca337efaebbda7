internal import DuckDB
internal import Lake
internal import Query
internal import Territory

/// Rows of a dataset, chosen, filtered, grouped, ordered, by pages.
struct RecordsEndpoint: Endpoint {
    let pattern = "\(Explore.root)/datasets/{dataset}/records"
    let family = Family.explore

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.dependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let copy = try await serving.copy(ask)
        let request = try ExploreRequest(ask)
        var plan = try request.page(over: copy.table)
        var hidden: Set<Int> = [], extra: String?
        let wantsLinks = try request.flag("include_links")
        let path = Explore.path(ask.place("dataset"), "records")
        if wantsLinks, plan.groups.isEmpty, !plan.outputs.contains(where: \.expression.isAggregate),
            let identifier = copy.table.hidden.first
        {
            // The identifier comes along unseen, for the links of each row.
            hidden = [plan.outputs.count]
            plan.outputs.append(Output("record link", .field(identifier)))
            extra = Self.links(ask, path, RowText.name(plan.outputs.count - 1))
        }
        let page = try await Page(plan, over: copy.table, known: copy.about.rows, hidden: hidden, extra: extra, serving)
        var members = [JSON.Member(name: "total_count", value: .integer(page.total))]
        if wantsLinks {
            let links = Links.page(ask, path, total: page.total, limit: plan.limit ?? 100, offset: plan.offset)
            members.append(JSON.Member(name: "_links", value: links))
        }
        members.append(JSON.Member(name: "results", value: page.results))
        return .json(.object(members))
    }

    /// SQL that writes the links of a row.
    private static func links(_ ask: Ask, _ path: String, _ column: String) -> String {
        let records = ask.link(path), dataset = ask.link(Explore.path(ask.place("dataset")))
        let before = ", \"_links\": [{\"rel\": \"self\", \"href\": \(JSONText.quoted(records + "/").dropLast())"
        let after = "\"}, " + Links.list(["dataset": dataset]).line.dropFirst()
        return "concat(\(literal(before)), \(column), \(literal(after)))"
    }
}
