package import DuckDB
internal import Territory

/// One row as a sheet: every column with its label and what it means, its values whole (portal §5).
package struct RowPage: Sendable {
    let site: Site
    let exhibit: Exhibit
    /// What the row is known by, as long as its key stays.
    let identifier: String
    /// In the order of the fields.
    let values: [SQLValue]

    package init(_ site: Site, _ exhibit: Exhibit, identifier: String, values: [SQLValue]) {
        self.site = site
        self.exhibit = exhibit
        self.identifier = identifier
        self.values = values
    }

    /// What the row is called: its key, or its first texts.
    private var name: String {
        let cells = CellText(site: site), pairs = Array(zip(exhibit.fields, values))
        let keyed = exhibit.dataset.key.compactMap { key in pairs.first { $0.0.name == key } }
        let texts = (keyed.isEmpty ? Array(pairs.prefix(2)) : keyed).compactMap { cells.text($0.1, of: $0.0) }
        return texts.isEmpty ? String(identifier.prefix(8)) : String(texts.joined(separator: ", ").prefix(120))
    }

    package var html: HTML {
        let cells = CellText(site: site, isWhole: true)
        let rows = zip(exhibit.fields, values).map { field, value in
            let description: HTML = field.description.map { "<small>\(site.said($0))</small>" } ?? .nothing
            return "<tr><th scope=\"row\">\(field.label) \(description)</th><td>\(cells.html(value, of: field))</td></tr>" as HTML
        }
        let record = site.file("api/explore/v2.1/catalog/datasets/\(AddressText.encoded(exhibit.name))/records/\(identifier)")
        return DatasetFrame(site: site, exhibit: exhibit, tab: .table).page(
            name, path: ["donnees", exhibit.name, "lignes", identifier],
            main: """
                <h2 id="fiche">\(name)</h2>
                <div class="scroll sheet" role="region" tabindex="0" aria-labelledby="fiche"><table>
                <caption class="unseen">\(site.pick("Une ligne, colonne par colonne", "A row, column by column"))</caption>
                <thead><tr><th scope="col">\(site.pick("Colonne", "Column"))</th><th scope="col">\(site.pick("Valeur", "Value"))</th></tr></thead>
                <tbody>\(rows)</tbody></table></div>
                <p>\(exhibit.source(site))</p>
                <div class="get"><a class="button second" href="\(site.link("donnees", exhibit.name, "tableau"))">\(site.pick("Toutes les lignes", "All rows"))</a>
                <a class="button second" href="\(record)">\(site.pick("Cette ligne par l’API", "This row by the API"))</a></div>
                """)
    }
}
