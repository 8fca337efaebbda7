package import Foundation
internal import Territory

/// Who makes the data: each producer with its datasets, the town itself first.
package struct ProducersPage: Sendable {
    package static let path = "producteurs"

    let site: Site
    let exhibits: [Exhibit]
    let now: Date

    package init(_ site: Site, _ exhibits: [Exhibit], now: Date) {
        self.site = site
        self.exhibits = exhibits
        self.now = now
    }

    package var html: HTML {
        let title = site.pick("Producteurs", "Producers")
        let byName = Dictionary(grouping: exhibits) { $0.dataset.sheet.producer?.name ?? site.name }
        let names = byName.keys.sorted { ($0 == site.name ? 0 : 1, $0) < ($1 == site.name ? 0 : 1, $1) }
        let sections = names.map { name in
            let theirs = byName[name] ?? []
            let siret: HTML? = theirs.lazy.compactMap(\.dataset.sheet.producer?.siret).first.map { "<p>SIRET \($0)</p>" }
            return "<h2>\(name)</h2>\(siret)\(CardList(site: site, exhibits: theirs, now: now, level: 3).html)" as HTML
        }
        return Layout(site: site, path: [Self.path]).page(
            title, trail: [(site.pick("Accueil", "Home"), [])],
            main: """
                <h1>\(title)</h1>
                <p class="lead">\(site.pick("Les services et les partenaires qui font ces données.", "The offices and partners who make these data."))</p>
                \(sections)
                """)
    }
}
