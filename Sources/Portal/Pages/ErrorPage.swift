/// A page that is not there, or that could not be made: says so, and leads on.
package struct ErrorPage: Sendable {
    package enum Reason: Sendable {
        case absent, refused, broken
    }

    let site: Site
    let reason: Reason
    /// What exactly was wrong, in the language of the site.
    let detail: String

    package init(_ site: Site, _ reason: Reason, detail: String = "") {
        self.site = site
        self.reason = reason
        self.detail = detail
    }

    package var html: HTML {
        let title =
            switch reason {
            case .absent: site.pick("Cette page n’existe pas", "This page does not exist")
            case .refused: site.pick("Cette demande ne se lit pas", "This request cannot be read")
            case .broken: site.pick("La page n’a pas pu être faite", "The page could not be made")
            }
        return Layout(site: site, path: []).page(
            title, trail: [(site.pick("Accueil", "Home"), [])],
            main: """
                <h1>\(title)</h1>
                \(detail.isEmpty ? HTML.nothing : "<p>\(detail)</p>")
                <p>\(site.pick("Cherchez dans les données, ou ", "Search the data, or "))<a href="\(site.link("donnees"))">\(site.pick("voyez-les toutes", "see them all"))</a>.</p>
                """)
    }
}
