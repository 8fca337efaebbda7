package import Foundation
internal import Territory

/// The quality of all the data of the town on one page, late ones told as such.
package struct TownQualityPage: Sendable {
    let site: Site
    let lines: [QualityTable.Line]
    let now: Date

    package init(_ site: Site, _ lines: [QualityTable.Line], now: Date) {
        self.site = site
        self.lines = lines
        self.now = now
    }

    package var html: HTML {
        let fresh = QualityTable.fresh(lines.map(\.exhibit), now: now)
        let title = site.pick("Qualité des données", "Quality of the data")
        return Layout(site: site, path: ["qualite"]).page(
            title, trail: [(site.pick("Accueil", "Home"), [])],
            main: """
                <h1>\(title)</h1>
                <p class="lead">\(site.pick(
                    "\(fresh) jeux de données sur \(lines.count) sont à jour.", "\(fresh) of \(lines.count) datasets are up to date."))</p>
                <p>\(site.pick(
                    "Aucune donnée n’est publiée sans avoir été contrôlée. Une cellule est valide quand aucun contrôle ne la refuse ; elle est remplie quand elle n’est pas vide.",
                    "No data are published without having been checked. A cell is valid when no check refuses it; it is filled when it is not empty."))</p>
                \(QualityTable(site: site, lines: lines, now: now, caption: title).html)
                """)
    }
}
