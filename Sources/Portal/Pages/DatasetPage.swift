package import DuckDB
package import Foundation
internal import Territory
package import Workshop

/// The first page of a dataset: what it is in plain words, how fresh, the files, what each column means, the first rows, its chart.
package struct DatasetPage: Sendable {
    let site: Site
    let exhibit: Exhibit
    /// The first rows, in the order of the fields.
    let rows: [[SQLValue]]
    /// The parts of the first chart.
    let parts: [ChartPart]
    /// The address that the page is known by outside, without a slash at its end.
    let base: String
    let now: Date
    /// What others made of it, the latest first.
    let reuses: [Suggestion]

    package init(
        _ site: Site, _ exhibit: Exhibit, rows: [[SQLValue]], parts: [ChartPart], base: String, now: Date, reuses: [Suggestion]
    ) {
        self.site = site
        self.exhibit = exhibit
        self.rows = rows
        self.parts = parts
        self.base = base
        self.now = now
        self.reuses = reuses
    }

    private var numbers: NumberText { NumberText(language: site.language) }

    package var html: HTML {
        DatasetFrame(
            site: site, exhibit: exhibit, tab: .about,
            picture: site.absolute(["donnees", exhibit.name, DatasetPicture.name], base)
        ).page(
            "", head: DatasetDescription(exhibit: exhibit, site: site, base: base).html,
            main: """
                <p class="lead">\(site.said(exhibit.summary(site.language)))</p>
                \(FactList(site: site, exhibit: exhibit, now: now).html)
                \(DownloadList(site: site, exhibit: exhibit).html)
                \(chart)
                \(dictionary)
                \(preview)
                \(gallery)
                \(asking)
                """)
    }

    private var chart: HTML {
        guard let chart = exhibit.charts.first, !parts.isEmpty else { return .nothing }
        return """
            <h2>\(site.pick("En un coup d’œil", "At a glance"))</h2>
            \(ChartFigure(
                site: site, question: ChartQuestion(chart), parts: parts, path: ["donnees", exhibit.name, "graphiques"],
                source: exhibit.source(site), number: 1).html)
            """
    }

    private var dictionary: HTML {
        let rows = exhibit.fields.map { field in
            """
            <tr><th scope="row">\(field.label)</th><td>\(field.description ?? "")</td><td>\(field.query.kind.text(in: site.language))\
            \(field.unit.map { ", \($0)" } ?? "")</td><td><code>\(field.name)</code></td></tr>
            """ as HTML
        }
        return """
            <h2 id="colonnes">\(site.pick("Ce que dit chaque colonne", "What each column says"))</h2>
            <div class="scroll" role="region" tabindex="0" aria-labelledby="colonnes"><table>
            <caption class="unseen">\(site.pick("Colonnes du jeu de données", "Columns of the dataset"))</caption>
            <thead><tr><th scope="col">\(site.pick("Colonne", "Column"))</th><th scope="col">\(site.pick("Ce qu’elle veut dire", "What it means"))</th>\
            <th scope="col">\(site.pick("Type", "Type"))</th><th scope="col">\(site.pick("Nom technique", "Technical name"))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private var gallery: HTML? {
        guard site.takesSuggestions else { return nil }
        let kind = Suggestion.Kind.reuse
        let cards: HTML =
            reuses.isEmpty
            ? "<p>\(site.pick("Personne n’en a encore montré.", "Nobody has shown one yet."))</p>"
            : "<ul class=\"asks\">\(reuses.map { SuggestionCard(site: site, suggestion: $0, level: 3).html })</ul>"
        let state = PageState([.init("dataset", exhibit.name)])
        return """
            <h2 id="reutilisations">\(kind.title.text(in: site.language))</h2>
            \(cards)
            <p><a href="\(site.link(kind.path, state: state))#proposer">\(site.pick("Montrer ce que vous en avez fait", "Show what you made of it"))</a></p>
            """
    }

    private var asking: HTML? {
        guard let contact = exhibit.contact else { return nil }
        return """
            <h2 id="contact">\(site.pick("Une question, une erreur\u{A0}?", "A question, an error?"))</h2>
            <p>\(site.said(site.pick("Écrivez à : ", "Write to: ")))\(contact.html)</p>
            """
    }

    private var preview: HTML {
        let table = RowTable(
            site: site, fields: exhibit.fields, rows: rows, name: "premieres",
            caption: """
                <caption class="unseen">\(site.pick("Les \(rows.count) premières lignes", "The first \(rows.count) rows"))</caption>
                """)
        return """
            <h2 id="premieres">\(site.pick("Les premières lignes", "The first rows"))</h2>
            \(table.html)
            <p><a href="\(site.link("donnees", exhibit.name, "tableau"))">\(site.pick("Voir, trier et filtrer les \(numbers.whole(exhibit.rows)) lignes", "See, sort and filter the \(numbers.whole(exhibit.rows)) rows"))</a></p>
            """
    }
}

extension Exhibit {
    /// The line under a figure: what it was made from.
    func source(_ site: Site) -> String {
        let date = DateText(language: site.language).long(committed)
        return site.pick(
            "Source : \(site.name), « \(title(.french)) », version \(version) du \(date).",
            "Source: \(site.name), “\(title(.english))”, version \(version) of \(date).")
    }
}
