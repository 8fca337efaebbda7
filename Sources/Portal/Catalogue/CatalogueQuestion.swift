package import DuckDB
package import Query
internal import Territory

/// What a state of the catalogue's page asks: words, chosen values, an order, a page.
package struct CatalogueQuestion: Sendable {
    /// What datasets are chosen by.
    struct Facet: Sendable {
        /// How an address calls it.
        let parameter: String
        /// The column of the catalogue.
        let column: String
        let title: Bilingual

        static let theme = Facet(parameter: "theme", column: "theme", title: Bilingual(fr: "Thème", en: "Theme"))
        static let producer = Facet(
            parameter: "producteur", column: "publisher", title: Bilingual(fr: "Producteur", en: "Producer"))
    }

    static let facets = [
        Facet.theme, Facet.producer,
        Facet(parameter: "mot-cle", column: "keyword", title: Bilingual(fr: "Mot-clé", en: "Keyword")),
        Facet(parameter: "norme", column: "schema", title: Bilingual(fr: "Norme suivie", en: "Standard followed")),
        Facet(parameter: "licence", column: "license", title: Bilingual(fr: "Licence", en: "Licence")),
    ]

    /// The page of the datasets that have a value.
    static func address(_ site: Site, _ facet: Facet, _ value: String) -> String {
        site.link("donnees") + PageState([PageState.Item(facet.parameter, value)]).text
    }

    /// Datasets on a page.
    package static let size = 20

    package let state: PageState

    package init(_ state: PageState) { self.state = state }

    var words: String? { state["q"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } }
    var page: Int { state.page }

    func chosen(_ facet: Facet) -> String? { state[facet.parameter] }

    /// `pertinence`, `recent`, `titre`, `lignes`.
    var order: String { state["tri"] ?? (words == nil ? "recent" : "pertinence") }

    private func request(now: CivilTime) -> ODSQL.Request {
        var request = ODSQL.Request(now: now)
        request.refine = Self.facets.compactMap { facet in chosen(facet).map { "\(facet.column):\(ODSQL.text($0))" } }
        return request
    }

    /// The names and titles of the datasets found.
    package func plan(over table: QueryTable, now: CivilTime) throws(QueryFault) -> QueryPlan {
        var request = request(now: now)
        request.select = "dataset_id, title"
        request.orderBy = ["titre": "title", "lignes": "records_count desc"][order] ?? "modified desc"
        var plan = try ODSQL.plan(request, over: table)
        plan.filter = plan.filter.and(search(table))
        return plan
    }

    /// The values of the facets, each with how many datasets have it among those that the other choices leave.
    package func facetPlan(over table: QueryTable, now: CivilTime) throws(QueryFault) -> FacetPlan {
        let names = Self.facets.map { "facet(name=\(ODSQL.text($0.column)), disjunctive=true, limit=100)" }
        var plan = try ODSQL.facets(names, request(now: now), over: table)
        plan.filter = plan.filter.and(search(table))
        return plan
    }

    /// The names of those found, in the order asked for, from the rows of the plan.
    package func names(_ rows: [Row]) -> [String] {
        let found = rows.compactMap { row in row[0].text.map { (name: $0, title: row[1].text ?? "") } }
        guard let words, order == "pertinence" else { return found.map(\.name) }
        let asked = words.plainWords
        // What is called so before what only speaks of it; the latest first among equals.
        let ranked = found.enumerated().map { place, one in
            let title = one.title.plainWords
            return (asked.count { word in title.contains { $0.hasPrefix(word) } }, place, one.name)
        }
        return ranked.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.2)
    }

    /// A long word is found within another, and with an error or two: nobody knows how a dataset is called. A short one begins a word.
    private func search(_ table: QueryTable) -> Query.Predicate {
        let fields = ["title", "description", "keyword", "theme", "dataset_id"].compactMap { table.field($0) }
        let words = WordSearch.split(words ?? "").prefix(12).map { word in
            WordSearch.Word(word, word.count > 6 ? .near(2) : word.count > 3 ? .near(1) : .prefix)
        }
        return words.isEmpty ? .everything : .words(WordSearch(words, in: fields))
    }
}
