internal import Territory

package import DuckDB
package import Query

/// The rows of a dataset: searched, filtered, ordered, by pages; every state is a link (portal 3.3, 3.4).
package struct TablePage: Sendable {
    let site: Site
    let question: TableQuestion
    /// The rows of the page, in the order of the fields.
    let rows: [[SQLValue]]
    let total: Int
    let facets: [FacetAnswer]
    /// Why the question could not be read.
    let fault: String?

    package init(
        _ site: Site, _ question: TableQuestion, rows: [[SQLValue]], total: Int, facets: [FacetAnswer], fault: String? = nil
    ) {
        self.site = site
        self.question = question
        self.rows = rows
        self.total = total
        self.facets = facets
        self.fault = fault
    }

    private var exhibit: Exhibit { question.exhibit }
    private var state: PageState { question.state }
    private var path: [String] { ["donnees", exhibit.name, "tableau"] }
    private var here: String { site.path(path, in: site.language) }
    private var numbers: NumberText { NumberText(language: site.language) }

    package var html: HTML {
        DatasetFrame(site: site, exhibit: exhibit, tab: .table).page(
            site.pick("Tableau", "Table") + choices.map { " – \($0.words)" }.joined() + pages.words, state: state,
            main: """
                <h2 class="unseen">\(site.pick("Les lignes", "The rows"))</h2>
                \(form)
                \(ChosenList(site: site, here: here, items: choices).html)
                <p role="status"><strong>\(count)</strong>\(HTML.joined(said.map { " \($0)" }))</p>
                \(rows.isEmpty ? nothing : table)
                \(pages.html)
                <div class="get"><a class="button" href="\(export("csv"))">\(download)</a>
                \(otherFiles)
                <a class="button second" href="\(api)">\(site.pick("La même question par l’API", "The same question by the API"))</a></div>
                """)
    }

    /// Why the question could not be read, or a part of it.
    private var said: [String] { (fault.map { [$0] } ?? []) + question.faults(site.language) }

    private var count: String {
        guard total > 0 else { return site.pick("Aucune ligne", "No row") }
        let first = (question.page - 1) * TableQuestion.size + 1, last = min(total, first + rows.count - 1)
        guard !rows.isEmpty else { return site.pick("\(numbers.whole(total)) lignes", "\(numbers.whole(total)) rows") }
        return site.pick(
            "Lignes \(numbers.whole(first)) à \(numbers.whole(last)) sur \(numbers.whole(total))",
            "Rows \(numbers.whole(first)) to \(numbers.whole(last)) of \(numbers.whole(total))")
    }

    private var nothing: HTML {
        """
        <p>\(site.pick("Rien ne répond à ces choix ensemble.", "Nothing answers all of these choices.")) \
        <a href="\(here)">\(site.pick("Revenir à toutes les lignes", "Back to all rows"))</a></p>
        """
    }

    // MARK: Filters

    private var form: HTML {
        let kept = state.items.filter { $0.name == "tri" }.map {
            "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML
        }
        let selects = zip(question.facets, facets).map { field, answer in select(field, answer) }
        return """
            <form class="filters" method="get" action="\(here)">
            <div><label for="q">\(site.pick("Chercher dans les lignes", "Search the rows"))</label>
            <input id="q" type="search" name="q" value="\(state["q"] ?? "")"></div>
            \(selects)\(kept)
            <div><button>\(site.pick("Appliquer", "Apply"))</button></div>
            \(ColumnFilterForm(site: site, filters: question.filters).html)
            </form>
            """
    }

    private func select(_ field: Exhibit.Field, _ answer: FacetAnswer) -> HTML {
        let chosen = state["f.\(field.name)"]
        var values = answer.values.filter { !$0.path.isEmpty }.map { (path: $0.path, count: $0.count) }
        if let chosen, !values.contains(where: { $0.path == chosen }) { values.insert((chosen, 0), at: 0) }
        let options = values.map { value in
            """
            <option value="\(value.path)"\(value.path == chosen ? " selected" as HTML : .nothing)>\(value.path) (\(numbers.whole(value.count)))</option>
            """ as HTML
        }
        return """
            <div><label for="f-\(field.name)">\(field.label)</label>
            <select id="f-\(field.name)" name="f.\(field.name)"><option value="">\(site.pick("Tout", "All"))</option>
            \(options)</select></div>
            """
    }

    private var choices: [ChosenList.Item] {
        let words = question.words.map { ChosenList.Item(words: "« \($0) »", without: state.without("q")) }
        let values = question.chosen.map { field, value in
            ChosenList.Item(
                words: "\(field.label)\(site.pick(" : ", ": "))\(value)", without: state.without("f.\(field.name)"))
        }
        let asked = question.filters.filter { $0.clause != nil }.map { filter in
            ChosenList.Item(words: filter.words(site.language), without: state.without(filter.parameter))
        }
        return [words].compactMap(\.self) + values + asked
    }

    // MARK: Rows

    private var table: HTML {
        RowTable(
            site: site, fields: exhibit.fields, rows: rows, name: "rows",
            caption: "<caption id=\"rows\">\(exhibit.title(site.language)), \(count)</caption>", head: head, sheet: sheet
        ).html
    }

    private func sheet(_ values: [SQLValue], _ index: Int) -> RowTable.Sheet? {
        guard values.count > exhibit.fields.count, let identifier = values.last?.text else { return nil }
        let number = numbers.whole((question.page - 1) * TableQuestion.size + index + 1)
        return RowTable.Sheet(
            address: site.link("donnees", exhibit.name, "lignes", identifier), number: number,
            words: site.pick("Fiche de la ligne \(number)", "Sheet of row \(number)"))
    }

    /// The label of a column, a link that puts the rows in its order where they have one.
    private func head(_ field: Exhibit.Field) -> RowTable.Head {
        guard !field.query.isMultivalued, !field.query.type.isGeographic else { return RowTable.Head(content: "\(field.label)") }
        let order = question.order.flatMap { $0.field.name == field.name ? $0 : nil }
        let next: String? = order == nil ? field.name : order?.isDescending == true ? nil : "-\(field.name)"
        let sign = order.map { $0.isDescending ? " ▼" : " ▲" } ?? ""
        return RowTable.Head(
            content: """
                <a href="\(here + state.with("tri", next).text)">\(field.label)\(sign)\
                <span class="unseen"> – \(site.pick("trier", "sort"))</span></a>
                """,
            sort: order.map { $0.isDescending ? "descending" : "ascending" })
    }

    // MARK: Pages and files

    private var pages: PageLinks {
        PageLinks(
            site: site, here: here, state: state, size: TableQuestion.size, total: total,
            title: site.pick("Pages du tableau", "Pages of the table"))
    }

    private var download: String {
        question.isFiltered
            ? site.pick(
                "Télécharger la sélection (\(numbers.whole(total)) lignes, CSV)",
                "Download the selection (\(numbers.whole(total)) rows, CSV)")
            : site.pick("Télécharger toutes les lignes (CSV)", "Download all rows (CSV)")
    }

    /// The same rows in every other form.
    private var otherFiles: [HTML] {
        let map = exhibit.isOnMap ? [("geojson", "GeoJSON")] : []
        return ([("xlsx", "Excel (XLSX)"), ("json", "JSON"), ("parquet", "Parquet")] + map).map { format, name in
            "<a class=\"button second\" href=\"\(export(format))\">\(name)</a>"
        }
    }

    private func export(_ format: String) -> String {
        // People read labels, programs read names.
        let use = ["csv", "xlsx"].contains(format) ? [PageState.Item("use_labels", "true")] : []
        let labels = PageState(question.exportState.items + use)
        return site.file("api/explore/v2.1/catalog/datasets/\(AddressText.encoded(exhibit.name))/exports/\(format)") + labels.text
    }

    private var api: String {
        let limit = PageState(question.exportState.items + [PageState.Item("limit", "20")])
        return site.file("api/explore/v2.1/catalog/datasets/\(AddressText.encoded(exhibit.name))/records") + limit.text
    }
}
