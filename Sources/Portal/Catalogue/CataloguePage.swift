package import Foundation
package import Query
internal import Territory
internal import Workshop

/// The catalogue: search that forgives, facets with counts, orders, pages; every state is a link (portal 3.4).
package struct CataloguePage: Sendable {
    let site: Site
    let question: CatalogueQuestion
    /// Those of the page, in order.
    let exhibits: [Exhibit]
    /// Of all pages together.
    let total: Int
    let facets: [FacetAnswer]
    let now: Date

    package init(
        _ site: Site, _ question: CatalogueQuestion, _ exhibits: [Exhibit], total: Int, facets: [FacetAnswer], now: Date
    ) {
        self.site = site
        self.question = question
        self.exhibits = exhibits
        self.total = total
        self.facets = facets
        self.now = now
    }

    private var here: String { site.link("donnees") }

    package var html: HTML {
        let number = NumberText(language: site.language).whole(total)
        let found =
            total == 0
            ? site.pick("Aucun jeu de données", "No dataset")
            : "\(number) " + (total > 1 ? site.pick("jeux de données", "datasets") : site.pick("jeu de données", "dataset"))
        let searched = question.words.map { site.pick(" pour « \($0) »", " for “\($0)”") } ?? ""
        let pages = PageLinks(
            site: site, here: here, state: question.state, size: CatalogueQuestion.size, total: total,
            title: site.pick("Pages du catalogue", "Pages of the catalogue"))
        return Layout(site: site, path: ["donnees"], state: question.state).page(
            site.pick("Données", "Data") + searched + chosen.map { " – \($0.name)" }.joined() + pages.words,
            trail: [(site.pick("Accueil", "Home"), [])],
            main: """
                <h1>\(site.pick("Toutes les données", "All the data"))</h1>
                <div class="columns">
                \(CatalogueForm(site: site, question: question, facets: facets).html)
                <div><p role="status"><strong>\(found)</strong>\(searched)</p>
                \(choices)
                \(exhibits.isEmpty ? nothing : CardList(site: site, exhibits: exhibits, now: now, level: 2).html)
                \(pages.html)</div>
                </div>
                """)
    }

    private var chosen: [(facet: CatalogueQuestion.Facet, name: String)] {
        CatalogueQuestion.facets.compactMap { facet in question.chosen(facet).map { (facet, facet.name(of: $0, site)) } }
    }

    private var choices: HTML {
        let words = question.words.map { ChosenList.Item(words: "« \($0) »", without: question.state.without("q")) }
        let values = chosen.map { facet, name in
            ChosenList.Item(
                words: "\(facet.title.text(in: site.language))\(site.pick(" : ", ": "))\(name)",
                without: question.state.without(facet.parameter))
        }
        return ChosenList(site: site, here: here, items: [words].compactMap(\.self) + values).html
    }

    private var nothing: HTML {
        let ask: HTML? =
            site.takesSuggestions
            ? """
            <p>\(site.pick("Il n’est pas là ? ", "Is it not there? "))\
            <a href="\(site.link(Suggestion.Kind.wanted.path))">\(site.pick("Demandez ce jeu de données", "Ask for that dataset"))</a>.</p>
            """ : nil
        return """
            <p>\(site.pick("Essayez un mot plus court, ou ", "Try a shorter word, or "))<a href="\(here)">\(site.pick("revenez à toutes les données", "go back to all the data"))</a>.</p>
            \(ask)
            """
    }
}
