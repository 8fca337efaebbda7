internal import Check
internal import Foundation
internal import Lake
internal import Territory

/// How good datasets are, one under the other: fresh, filled, valid.
package struct QualityTable: Sendable {
    /// A dataset with the figures of its current version, when they were measured.
    package typealias Line = (exhibit: Exhibit, point: QualityPage.Point?)

    let site: Site
    let lines: [Line]
    let now: Date
    let caption: String

    /// How many came when they were promised.
    static func fresh(_ exhibits: [Exhibit], now: Date) -> Int {
        exhibits.count { $0.lateness(Age.days(since: $0.committed, until: now)) == nil }
    }

    var html: HTML {
        let numbers = NumberText(language: site.language)
        let rows = lines.map { exhibit, point in
            """
            <tr><th scope="row"><a href="\(site.link("donnees", exhibit.name, "qualite"))">\(exhibit.title(site.language))</a></th>\
            <td>\(Freshness(site: site, exhibit: exhibit, age: Age.days(since: exhibit.committed, until: now)).html)</td>\
            <td class="number">\(point?.quality.completeness.map(numbers.share) ?? "–")</td>\
            <td class="number">\(point?.quality.validity.map(numbers.share) ?? "–")</td><td class="number">\(numbers.whole(exhibit.rows))</td></tr>
            """ as HTML
        }
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(caption)"><table>
            <caption class="unseen">\(caption)</caption>
            <thead><tr><th scope="col">\(site.pick("Jeu de données", "Dataset"))</th><th scope="col">\(site.pick("Fraîcheur", "Freshness"))</th>\
            <th scope="col" class="number">\(site.pick("Cellules remplies", "Filled cells"))</th><th scope="col" class="number">\(site.pick("Cellules valides", "Valid cells"))</th>\
            <th scope="col" class="number">\(site.pick("Lignes", "Rows"))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}
