package import Foundation
package import Query
internal import Territory

/// What a state of the catalogue's page asks: words, a theme, an order.
package struct CatalogueQuestion: Sendable {
    package let state: PageState

    package init(_ state: PageState) { self.state = state }

    var words: String? { state["q"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } }
    var theme: String? { state["theme"] }
    /// `recent`, `titre`, `lignes`.
    var order: String { state["tri"] ?? "recent" }

    private func request(now: CivilTime) -> ODSQL.Request {
        var request = ODSQL.Request(now: now)
        if let theme { request.refine = ["theme:\(ODSQL.text(theme))"] }
        request.select = "dataset_id"
        request.orderBy = ["titre": "title", "lignes": "records_count desc"][order] ?? "modified desc"
        return request
    }

    /// The names of the datasets found.
    package func plan(over table: QueryTable, now: CivilTime) throws(QueryFault) -> QueryPlan {
        var plan = try ODSQL.plan(request(now: now), over: table)
        plan.filter = plan.filter.and(search(table))
        return plan
    }

    /// Each word is looked for as it stands, as a beginning, and with an error or two: nobody knows how a dataset is called.
    private func search(_ table: QueryTable) -> Query.Predicate {
        let fields = ["title", "description", "keyword", "theme", "dataset_id"].compactMap { table.field($0) }
        let words = WordSearch.split(words ?? "").prefix(12)
        return words.reduce(Query.Predicate.everything) { filter, word in
            let errors = word.count > 6 ? 2 : word.count > 3 ? 1 : 0
            let near = errors > 0 ? [WordSearch.Word(word, .near(errors))] : []
            return filter.and(.any(([WordSearch.Word(word, .prefix)] + near).map { .words(WordSearch([$0], in: fields)) }))
        }
    }

    /// The themes, with how many datasets each has among those found.
    package func themes(over table: QueryTable, now: CivilTime) throws(QueryFault) -> FacetPlan {
        var request = request(now: now)
        request.select = nil
        request.refine = []
        var plan = try ODSQL.facets(["theme"], request, over: table)
        plan.filter = plan.filter.and(search(table))
        return plan
    }
}

/// The catalogue: search that forgives, themes with counts, orders; every state is a link (portal 3.4).
package struct CataloguePage: Sendable {
    let site: Site
    let question: CatalogueQuestion
    /// Those found, in order.
    let exhibits: [Exhibit]
    let themes: [FacetAnswer.Value]
    let now: Date

    package init(_ site: Site, _ question: CatalogueQuestion, _ exhibits: [Exhibit], themes: [FacetAnswer.Value], now: Date) {
        self.site = site
        self.question = question
        self.exhibits = exhibits
        self.themes = themes
        self.now = now
    }

    package var html: HTML {
        let count = exhibits.count
        let found =
            count == 0
            ? site.pick("Aucun jeu de données", "No dataset")
            : "\(count) " + (count > 1 ? site.pick("jeux de données", "datasets") : site.pick("jeu de données", "dataset"))
        let searched = question.words.map { site.pick(" pour « \($0) »", " for “\($0)”") } ?? ""
        return Layout(site: site, path: ["donnees"], state: question.state).page(
            site.pick("Données", "Data") + searched, trail: [(site.pick("Accueil", "Home"), [])],
            main: """
                <h1>\(site.pick("Toutes les données", "All the data"))</h1>
                <div class="columns">
                \(form)
                <div><p role="status"><strong>\(found)</strong>\(searched)</p>
                \(exhibits.isEmpty ? nothing : CardList(site: site, exhibits: exhibits, now: now, level: 2).html)</div>
                </div>
                """)
    }

    private var nothing: HTML {
        """
        <p>\(site.pick("Essayez un mot plus court, ou ", "Try a shorter word, or "))<a href="\(site.link("donnees"))">\(site.pick("revenez à toutes les données", "go back to all the data"))</a>.</p>
        """
    }

    private var form: HTML {
        let orders = [
            ("recent", site.pick("Mise à jour", "Update")), ("titre", site.pick("Titre", "Title")),
            ("lignes", site.pick("Nombre de lignes", "Number of rows")),
        ]
        let options = orders.map { order in
            "<option value=\"\(order.0)\"\(question.order == order.0 ? " selected" as HTML : .nothing)>\(order.1)</option>"
                as HTML
        }
        return """
            <form method="get" action="\(site.link("donnees"))" aria-label="\(site.pick("Choisir les données", "Choose the data"))">
            <fieldset><legend><label for="q">\(site.pick("Mots", "Words"))</label></legend>
            <input id="q" type="search" name="q" value="\(question.words ?? "")"></fieldset>
            \(themeChoices)
            <fieldset><legend><label for="tri">\(site.pick("Trier par", "Sort by"))</label></legend>
            <select id="tri" name="tri">\(options)</select></fieldset>
            <button>\(site.pick("Appliquer", "Apply"))</button>
            </form>
            """
    }

    private var themeChoices: HTML {
        guard !themes.isEmpty else { return .nothing }
        func choice(_ value: String, _ name: String, _ count: String, _ isOn: Bool) -> HTML {
            """
            <label class="choice"><input type="radio" name="theme" value="\(value)"\(isOn ? " checked" as HTML : .nothing)> \(name) <span>\(count)</span></label>
            """
        }
        let all = choice("", site.pick("Tous", "All"), "", question.theme == nil)
        let others = themes.map {
            choice($0.path, ThemeName($0.path).text(site.language), String($0.count), question.theme == $0.path)
        }
        return "<fieldset><legend>\(site.pick("Thème", "Theme"))</legend>\(all)\(others)</fieldset>"
    }
}
