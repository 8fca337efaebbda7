package import Check
internal import Territory

/// How good a dataset is, in words: what the check found, how full each column is, how that moved from version to version.
package struct QualityPage: Sendable {
    /// The figures of one version.
    package struct Point: Sendable {
        package let version: Int
        package let time: String
        package let quality: Quality

        package init(version: Int, time: String, quality: Quality) {
            self.version = version
            self.time = time
            self.quality = quality
        }
    }

    let site: Site
    let exhibit: Exhibit
    /// The findings of the current version.
    let groups: [Report.Group]
    /// The versions, the latest first.
    let points: [Point]

    package init(_ site: Site, _ exhibit: Exhibit, groups: [Report.Group], points: [Point]) {
        self.site = site
        self.exhibit = exhibit
        self.groups = groups
        self.points = points
    }

    private var numbers: NumberText { NumberText(language: site.language) }

    package var html: HTML {
        DatasetFrame(site: site, exhibit: exhibit, tab: .quality).page(
            site.pick("Qualité", "Quality"),
            main: """
                <h2>\(site.pick("Ce que le contrôle a trouvé", "What the check found"))</h2>
                \(verdict)
                \(findings)
                \(columns)
                \(trend)
                """)
    }

    private var verdict: HTML {
        let errors = groups.filter { $0.severity == .error }.reduce(0) { $0 + $1.count }
        let name = exhibit.dataset.schema?.name
        if errors > 0 {
            return
                "<p class=\"lead bad\">✕ \(site.pick("\(numbers.whole(errors)) erreurs sont acceptées dans cette version.", "\(numbers.whole(errors)) errors are accepted in this version."))</p>"
        }
        let schema = name.map { site.pick("Conforme au schéma \($0).", "Conforms to the schema \($0).") }
        let plain = site.pick(
            "Aucune erreur : types, clés et champs obligatoires sont respectés.",
            "No error: types, keys and required fields hold.")
        return "<p class=\"lead good\">✓ \(schema ?? plain)</p>"
    }

    private var findings: HTML {
        let told = PublicFindings(exhibit.dataset.resolvedFields, columns: exhibit.fields.map(\.name))
        let notable = groups.filter { $0.severity != .note && told.shows($0.field) }
        guard !notable.isEmpty else { return .nothing }
        let items = notable.map { group -> HTML in
            let (what, remedy) = told.words(of: group)
            let advice: HTML =
                remedy.map { "<br>\(site.pick("Que faire : ", "What to do: "))\($0.text(in: site.language))." } ?? .nothing
            return """
                <li><strong>\(group.severity == .error ? site.pick("Erreur", "Error") : site.pick("Avertissement", "Warning"))</strong>, \
                \(numbers.whole(group.count)) \(site.pick("fois : ", "times: "))\(what.text(in: site.language)).\(advice)</li>
                """ as HTML
        }
        return "<ul>\(items)</ul>"
    }

    private var columns: HTML {
        guard let quality = points.first?.quality, quality.rows > 0 else { return .nothing }
        let shown = quality.fields.filter { exhibit.field($0.name) != nil }
        let rows = shown.map { field in
            """
            <tr><th scope="row">\(exhibit.field(field.name)?.label ?? field.name)</th>\
            <td class="number">\(numbers.share(Double(field.filled) / Double(quality.rows)))</td>\
            <td class="number">\(numbers.whole(field.distinct))</td><td class="number">\(numbers.whole(field.invalid))</td></tr>
            """ as HTML
        }
        return """
            <h2 id="remplissage">\(site.pick("Colonne par colonne", "Column by column"))</h2>
            <div class="scroll" role="region" tabindex="0" aria-labelledby="remplissage"><table>
            <caption>\(site.pick("Sur \(numbers.whole(quality.rows)) lignes de la version \(points[0].version)", "Of \(numbers.whole(quality.rows)) rows of version \(points[0].version)"))</caption>
            <thead><tr><th scope="col">\(site.pick("Colonne", "Column"))</th><th scope="col" class="number">\(site.pick("Remplie", "Filled"))</th>\
            <th scope="col" class="number">\(site.pick("Valeurs différentes", "Distinct values"))</th>\
            <th scope="col" class="number">\(site.pick("Refusées", "Refused"))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private var trend: HTML {
        guard points.count > 1 else { return .nothing }
        let dates = DateText(language: site.language)
        let rows = points.map { point in
            """
            <tr><th scope="row">\(point.version)</th><td>\(dates.long(point.time))</td><td class="number">\(numbers.whole(point.quality.rows))</td>\
            <td class="number">\(point.quality.completeness.map(numbers.share) ?? "")</td><td class="number">\(point.quality.validity.map(numbers.share) ?? "")</td></tr>
            """ as HTML
        }
        return """
            <h2 id="tendance">\(site.pick("De version en version", "From version to version"))</h2>
            <div class="scroll" role="region" tabindex="0" aria-labelledby="tendance"><table>
            <caption class="unseen">\(site.pick("Qualité des versions", "Quality of the versions"))</caption>
            <thead><tr><th scope="col">Version</th><th scope="col">Date</th><th scope="col" class="number">\(site.pick("Lignes", "Rows"))</th>\
            <th scope="col" class="number">\(site.pick("Cellules remplies", "Filled cells"))</th><th scope="col" class="number">\(site.pick("Cellules valides", "Valid cells"))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}
