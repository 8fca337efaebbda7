internal import DuckDB

/// The lines of a budget, once a part is chosen at every level.
struct BudgetLines: Sendable {
    let site: Site
    let question: BudgetQuestion
    let lines: [[SQLValue]]

    var html: HTML {
        let cells = CellText(site: site), fields = question.lineFields
        let heads = fields.map { field in
            let kind: HTML = CellText.isNumber(field) ? " class=\"number\"" : .nothing
            return "<th scope=\"col\"\(kind)>\(field.label)</th>" as HTML
        }
        let rows = lines.map { line in
            let html = zip(fields, line).enumerated().map { place, cell in
                let text = cells.html(cell.1, of: cell.0)
                if place == 0 { return "<th scope=\"row\">\(text)</th>" as HTML }
                return CellText.isNumber(cell.0) ? "<td class=\"number\">\(text)</td>" : "<td>\(text)</td>"
            }
            return "<tr>\(html)</tr>" as HTML
        }
        let caption = site.pick("Les lignes du budget, la plus grande d’abord", "The lines of the budget, the largest first")
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(caption)"><table>
            <caption>\(caption) (\(lines.count))</caption>
            <thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
