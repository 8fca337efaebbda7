package import Foundation
internal import Territory

/// A theme: its datasets, and what they can tell.
package struct ThemePage: Sendable {
    let site: Site
    let theme: String
    let exhibits: [Exhibit]
    let now: Date

    /// - Returns: nil when no dataset is of this theme.
    package init?(_ site: Site, _ theme: String, _ exhibits: [Exhibit], now: Date) {
        self.site = site
        self.theme = theme
        self.exhibits = exhibits.filter { $0.dataset.theme == theme }
        self.now = now
        if self.exhibits.isEmpty { return nil }
    }

    package var html: HTML {
        let name = ThemeName(theme).text(site.language)
        let count = exhibits.count
        let words = "\(count) " + (count > 1 ? site.pick("jeux de données", "datasets") : site.pick("jeu de données", "dataset"))
        let doors = DoorList(site: site, exhibits: exhibits).html
        return Layout(site: site, path: ["themes", theme]).page(
            name, trail: [(site.pick("Accueil", "Home"), []), (site.pick("Données", "Data"), ["donnees"])],
            description: site.pick("\(name) : \(words) de \(site.name).", "\(name): \(words) of \(site.name)."),
            main: """
                <h1>\(name)</h1>
                <p class="lead">\(words).</p>
                \(doors)
                \(CardList(site: site, exhibits: exhibits, now: now, level: 2, cut: (20, CatalogueQuestion.address(site, .theme, theme))).html)
                """)
    }
}
