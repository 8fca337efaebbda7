package import Foundation
internal import Territory

/// A producer: who it is, whom to ask, its datasets and how good they are.
package struct ProducerPage: Sendable {
    let site: Site
    private let maker: Maker
    private let lines: [QualityTable.Line]
    let now: Date

    /// - Parameters:
    ///   - id: what the producer is called by in the address.
    ///   - lines: of all datasets that everyone may see.
    /// - Returns: nil when nobody is called so.
    package init?(_ site: Site, _ id: String, _ lines: [QualityTable.Line], now: Date) {
        guard let maker = Maker.all(of: lines.map(\.exhibit), on: site).first(where: { $0.id == id }) else { return nil }
        let theirs = Set(maker.exhibits.map(\.name))
        self.site = site
        self.maker = maker
        self.lines = lines.filter { theirs.contains($0.exhibit.name) }
        self.now = now
    }

    package var html: HTML {
        let count = maker.exhibits.count, fresh = QualityTable.fresh(maker.exhibits, now: now)
        let many = count > 1 ? site.pick("jeux de données", "datasets") : site.pick("jeu de données", "dataset")
        let lead = site.pick("\(count) \(many), dont \(fresh) à jour.", "\(count) \(many), \(fresh) of them up to date.")
        let quality = site.pick("Qualité de ces données", "Quality of these data")
        return Layout(site: site, path: [ProducersPage.path, maker.id]).page(
            // Not the name alone: the town's own would be the title of the home page.
            site.said(site.pick("Producteur : \(maker.name)", "Producer: \(maker.name)")),
            trail: [(site.pick("Accueil", "Home"), []), (ProducersPage.title.text(in: site.language), [ProducersPage.path])],
            description: "\(maker.name) : \(lead)",
            main: """
                <h1>\(maker.name)</h1>
                <p class="lead">\(lead)</p>
                \(facts)
                <h2>\(site.pick("Jeux de données", "Datasets"))</h2>
                \(CardList(site: site, exhibits: maker.exhibits, now: now, level: 3, cut: (20, CatalogueQuestion.address(site, .producer, maker.name))).html)
                <h2>\(quality)</h2>
                \(QualityTable(site: site, lines: lines, now: now, caption: quality).html)
                """)
    }

    private var facts: HTML? {
        let siret: HTML? = maker.siret.map { "<div><dt>SIRET</dt><dd>\($0)</dd></div>" }
        let contacts = maker.contactFacts(site)
        guard siret != nil || !contacts.isEmpty else { return nil }
        return "<dl class=\"facts\">\(siret)\(contacts)</dl>"
    }
}
