package import Lake
internal import Territory

/// The versions of a dataset, the latest first: when, why, how many rows came and went, and the way to what changed.
package struct VersionsPage: Sendable {
    let site: Site
    let exhibit: Exhibit
    let versions: [Version]
    let state: PageState

    package init(_ site: Site, _ exhibit: Exhibit, versions: [Version], _ state: PageState) {
        self.state = state
        self.site = site
        self.exhibit = exhibit
        self.versions = versions
    }

    package var html: HTML {
        let numbers = NumberText(language: site.language), dates = DateText(language: site.language)
        let rows = versions.map { version in
            let files = VersionForms.file(of: version, exhibit, site)
            let earlier = versions.first { $0.number == version.number - 1 && $0.isKept }
            let difference: HTML =
                earlier == nil || !version.isKept
                ? .nothing
                : "<a href=\"\(site.link("donnees", exhibit.name, "versions", "\(version.number - 1)..\(version.number)"))\">\(site.pick("Ce qui change depuis la \(version.number - 1)", "What changes since \(version.number - 1)"))</a>"
            let download: HTML =
                version.isKept
                ? "<a href=\"\(files)\">CSV \(site.pick("de la version", "of version")) \(version.number)</a>"
                : "\(site.pick("plus conservée", "no longer kept"))"
            return """
                <tr id="version-\(version.number)"><th scope="row">\(version.number)</th><td><time datetime="\(String(version.time.prefix(10)))">\(dates.long(version.time))</time> \
                \(String(version.time.dropFirst(11).prefix(5)))</td><td class="number">\(numbers.whole(version.rows))</td>\
                <td class="number">+\(numbers.whole(version.added))</td><td class="number">\u{2212}\(numbers.whole(version.removed))</td>\
                <td>\(version.message)</td><td>\(difference)</td><td>\(download)</td></tr>
                """ as HTML
        }
        return DatasetFrame(site: site, exhibit: exhibit, tab: .versions).page(
            "Versions" + (state["le"].map { " – \($0)" } ?? ""), state: state,
            main: """
                <h2 id="versions">\(site.pick("Toutes les versions", "All versions"))</h2>
                <p>\(site.pick(
                    "Chaque version est gardée telle qu’elle a été publiée. Une version ne change jamais : une correction en fait une nouvelle.",
                    "Each version is kept as it was published. A version never changes: a correction makes a new one."))</p>
                <p><a href="\(site.link("donnees", exhibit.name, VersionFeed.file))">\(site.pick("Être prévenu des nouvelles versions (Atom)", "Be told of new versions (Atom)"))</a></p>
                \(VersionForms(site: site, exhibit: exhibit, versions: versions, state: state).html)
                <div class="scroll" role="region" tabindex="0" aria-labelledby="versions"><table>
                <caption class="unseen">\(site.pick("Versions, la plus récente d’abord", "Versions, the latest first"))</caption>
                <thead><tr><th scope="col">Version</th><th scope="col">\(site.pick("Date (UTC)", "Date (UTC)"))</th><th scope="col" class="number">\(site.pick("Lignes", "Rows"))</th>\
                <th scope="col" class="number">\(site.pick("Ajoutées", "Added"))</th><th scope="col" class="number">\(site.pick("Retirées", "Removed"))</th>\
                <th scope="col">\(site.pick("Raison", "Reason"))</th><th scope="col">\(site.pick("Différences", "Differences"))</th><th scope="col">\(site.pick("Fichier", "File"))</th></tr></thead>
                <tbody>\(rows)</tbody></table></div>
                """)
    }
}
