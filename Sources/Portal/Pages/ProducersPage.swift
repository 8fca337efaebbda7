package import Foundation
internal import Territory

/// Who makes the data: each producer with its datasets, the town itself first.
package struct ProducersPage: Sendable {
    package static let path = "producteurs"
    static let title = Bilingual(fr: "Producteurs", en: "Producers")

    let site: Site
    let exhibits: [Exhibit]
    let now: Date

    package init(_ site: Site, _ exhibits: [Exhibit], now: Date) {
        self.site = site
        self.exhibits = exhibits
        self.now = now
    }

    package var html: HTML {
        let title = Self.title.text(in: site.language)
        let sections = Maker.all(of: exhibits, on: site).map { maker in
            """
            <h2><a href="\(site.link(Self.path, maker.id))">\(maker.name)</a></h2>
            \(CardList(site: site, exhibits: maker.exhibits, now: now, level: 3, cut: (3, site.link(Self.path, maker.id))).html)
            """ as HTML
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
