package import Query
internal import Territory

/// The rows that a state of the table page asks for: words, chosen values, order, page. It is put in the language of the API, so
/// that the page, its link to the API and its download hold the same rows.
package struct TableQuestion: Sendable {
    package static let size = 50

    package let exhibit: Exhibit
    package let state: PageState

    package init(_ exhibit: Exhibit, _ state: PageState) {
        self.exhibit = exhibit
        self.state = state
    }

    /// The fields offered as filters.
    var facets: [Exhibit.Field] { exhibit.fields.filter(\.query.isFacet) }

    var page: Int { state.page }

    /// The field that rows are ordered by, and whether from the greatest.
    var order: (field: Exhibit.Field, isDescending: Bool)? {
        guard let text = state["tri"] else { return nil }
        let isDescending = text.hasPrefix("-")
        return exhibit.field(isDescending ? String(text.dropFirst()) : text).map { ($0, isDescending) }
    }

    /// What is chosen in each facet.
    var chosen: [(field: Exhibit.Field, value: String)] {
        facets.flatMap { field in state.all("f.\(field.name)").map { (field, $0) } }
    }

    /// What is asked of the columns that are no facets, or of how great their values are.
    var filters: [ColumnFilter] { ColumnFilter.all(exhibit, state) }

    /// The conditions that the rows must meet beside what is chosen, in the language of the API.
    private var conditions: [String] { (words.map { [Self.search($0)] } ?? []) + filters.compactMap(\.clause) }

    /// What is asked of a column and is none of its values.
    func faults(_ language: Language) -> [String] {
        filters.filter { $0.isAsked && $0.clause == nil }.map { $0.fault(language) }
    }

    var words: String? { state["q"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } }

    /// The clauses without the page.
    package func request(now: CivilTime) -> ODSQL.Request {
        var request = ODSQL.Request(now: now)
        request.filters = conditions
        request.refine = chosen.map { "\(ODSQL.name($0.field.name)):\(ODSQL.text($0.value))" }
        if let order { request.orderBy = ODSQL.name(order.field.name) + (order.isDescending ? " desc" : "") }
        return request
    }

    package func plan(now: CivilTime) throws(QueryFault) -> QueryPlan {
        var request = request(now: now)
        request.limit = Self.size
        request.offset = (page - 1) * Self.size
        var plan = try ODSQL.plan(request, over: exhibit.table)
        // After the fields: what the sheet of a row is found by.
        if let identifier = exhibit.table.hidden.first { plan.outputs.append(Output("_sheet", .field(identifier))) }
        return plan
    }

    package func facetPlan(now: CivilTime) throws(QueryFault) -> FacetPlan? {
        guard !facets.isEmpty else { return nil }
        let names = facets.map { "facet(name=\(ODSQL.text($0.name)), sort=\"-count\", limit=200)" }
        return try ODSQL.facets(names, request(now: now), over: exhibit.table)
    }

    /// The same clauses for the address of an export.
    var exportState: PageState {
        var items = conditions.map { PageState.Item("where", $0) }
        items += chosen.map { PageState.Item("refine", "\($0.field.name):\(ODSQL.text($0.value))") }
        return PageState(items)
    }

    package var isFiltered: Bool { !conditions.isEmpty || !chosen.isEmpty }

    static func search(_ words: String) -> String { "search(*, \(ODSQL.text(words)))" }
}
