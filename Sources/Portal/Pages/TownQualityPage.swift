internal import Check
package import Foundation
internal import Lake
internal import Territory

/// The quality of all the data of the town on one page, late ones told as such.
package struct TownQualityPage: Sendable {
    let site: Site
    /// Each dataset with the figures of its current version, when they were measured.
    let datasets: [(exhibit: Exhibit, point: QualityPage.Point?)]
    let now: Date

    package init(_ site: Site, _ datasets: [(exhibit: Exhibit, point: QualityPage.Point?)], now: Date) {
        self.site = site
        self.datasets = datasets
        self.now = now
    }

    package var html: HTML {
        let numbers = NumberText(language: site.language)
        let late = datasets.filter { $0.exhibit.lateness(Age.days(since: $0.exhibit.committed, until: now)) != nil }.count
        let rows = datasets.map { exhibit, point in
            """
            <tr><th scope="row"><a href="\(site.link("donnees", exhibit.name, "qualite"))">\(exhibit.title(site.language))</a></th>\
            <td>\(Freshness(site: site, exhibit: exhibit, age: Age.days(since: exhibit.committed, until: now)).html)</td>\
            <td class="number">\(point?.quality.completeness.map(numbers.share) ?? "–")</td>\
            <td class="number">\(point?.quality.validity.map(numbers.share) ?? "–")</td><td class="number">\(numbers.whole(exhibit.rows))</td></tr>
            """ as HTML
        }
        let title = site.pick("Qualité des données", "Quality of the data")
        return Layout(site: site, path: ["qualite"]).page(
            title, trail: [(site.pick("Accueil", "Home"), [])],
            main: """
                <h1>\(title)</h1>
                <p class="lead">\(site.pick(
                    "\(datasets.count - late) jeux de données sur \(datasets.count) sont à jour.", "\(datasets.count - late) of \(datasets.count) datasets are up to date."))</p>
                <p>\(site.pick(
                    "Aucune donnée n’est publiée sans avoir été contrôlée. Une cellule est valide quand aucun contrôle ne la refuse ; elle est remplie quand elle n’est pas vide.",
                    "No data are published without having been checked. A cell is valid when no check refuses it; it is filled when it is not empty."))</p>
                <div class="scroll" role="region" tabindex="0" aria-label="\(title)"><table>
                <caption class="unseen">\(title)</caption>
                <thead><tr><th scope="col">\(site.pick("Jeu de données", "Dataset"))</th><th scope="col">\(site.pick("Fraîcheur", "Freshness"))</th>\
                <th scope="col" class="number">\(site.pick("Cellules remplies", "Filled cells"))</th><th scope="col" class="number">\(site.pick("Cellules valides", "Valid cells"))</th>\
                <th scope="col" class="number">\(site.pick("Lignes", "Rows"))</th></tr></thead>
                <tbody>\(rows)</tbody></table></div>
                """)
    }
}
