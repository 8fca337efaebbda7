internal import DuckDB

/// Rows of a dataset as a table of a page: numbers to the right, the first column naming its row.
struct RowTable {
    let site: Site
    let fields: [Exhibit.Field]
    /// In the order of the fields.
    let rows: [[SQLValue]]
    /// The identifier of what names the region that scrolls: the caption, or a heading above.
    let name: String
    let caption: HTML
    /// What stands in the head of a column; its label unless told otherwise.
    var head: (Exhibit.Field) -> Head = { Head(content: "\($0.label)") }

    /// The sheet of a row: its address and its number, when the rows have sheets.
    var sheet: ([SQLValue], Int) -> Sheet? = { _, _ in nil }

    /// The way from a row to its sheet.
    struct Sheet {
        let address: String
        let number: String
        /// `Fiche de la ligne 12`
        let words: String
    }

    /// The head of a column.
    struct Head {
        let content: HTML
        /// `ascending` or `descending` when the rows stand in its order (WAI-ARIA 1.2, aria-sort).
        var sort: String?
    }

    var html: HTML {
        """
        <div class="scroll" role="region" tabindex="0" aria-labelledby="\(name)"><table>
        \(caption)
        <thead><tr>\(hasSheets ? "<th scope=\"col\" class=\"number\">\(site.pick("N°", "No."))</th>" as HTML : .nothing)\(fields.map(headCell))</tr></thead>
        <tbody>\(rows.enumerated().map { row($0.element, $0.offset) })</tbody></table></div>
        """
    }

    private func headCell(_ field: Exhibit.Field) -> HTML {
        let head = head(field)
        let sort: HTML = head.sort.map { " aria-sort=\"\($0)\"" } ?? .nothing
        return "<th scope=\"col\"\(sort)\(Self.kind(field))>\(head.content)</th>"
    }

    private var hasSheets: Bool { rows.first.map { sheet($0, 0) != nil } ?? false }

    private func row(_ values: [SQLValue], _ index: Int) -> HTML {
        let cells = CellText(site: site)
        let html = zip(fields, values).enumerated().map { place, cell in
            let text = cells.html(cell.1, of: cell.0)
            return place == 0 ? "<th scope=\"row\">\(text)</th>" as HTML : "<td\(Self.kind(cell.0))>\(text)</td>"
        }
        let own: HTML =
            sheet(values, index).map {
                "<td class=\"number\"><a href=\"\($0.address)\" aria-label=\"\($0.words)\">\($0.number)</a></td>"
            } ?? .nothing
        return "<tr>\(own)\(html)</tr>"
    }

    private static func kind(_ field: Exhibit.Field) -> HTML { CellText.isNumber(field) ? " class=\"number\"" : .nothing }
}
