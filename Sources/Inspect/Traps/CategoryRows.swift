internal import DuckDB
internal import Territory

/// Rows that are headings: one cell alone, and below it the rows it speaks of.
struct CategoryRows: Trap {
    static let kind = TrapKind(
        code: "inspect.category-rows",
        what: Bilingual(
            fr: "{count} lignes d'intertitre, une cellule seule, dans « {column} »",
            en: "{count} rows of headings, one cell alone, in \"{column}\""),
        why: Bilingual(
            fr:
                "la catégorie n'est écrite qu'une fois, au-dessus de ses lignes : triées, elles ne savent plus d'où elles viennent",
            en: "the category is written once, above its rows: once sorted, they no longer know where they belong"),
        mend: Bilingual(
            fr: "compute vers une colonne de catégorie, fill-down, puis filter sans les intertitres",
            en: "compute into a category column, fill-down, then filter the headings out"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let alone = survey.widths[1] ?? 0
        guard survey.usualWidth >= 3, alone > 1, alone * 10 <= survey.rows * 3 else { return [] }
        let cases = survey.columns.map { "WHEN trim(\(identifier($0.name))) <> '' THEN \($0.index)" }.joined(separator: " ")
        let cells = survey.columns.map { identifier($0.name) }.joined(separator: ", ")
        let rows = try survey.connection.rows(
            """
            SELECT _row AS row, CASE \(cases) END AS col, trim(concat_ws('', \(cells))) AS value
            FROM \(survey.data) WHERE \(survey.width) = 1 ORDER BY row LIMIT 5000
            """)
        let headings = rows.filter { !isTotal($0.text("value") ?? "") }
        let byColumn = Dictionary(grouping: headings) { $0.integer("col") ?? -1 }
        guard let (index, found) = byColumn.max(by: { $0.value.count < $1.value.count }), index >= 0, found.count > 1 else {
            return []
        }
        let column = survey.columns[index]
        // A footnote stands after the last row; a heading before others.
        guard let last = found.last?.integer("row"), found.count > 2 || last < survey.rows else { return [] }
        let others = survey.columns.filter { $0.index != index && $0.filled > 0 }.map(\.name)
        return [
            TrapFinding(
                columns: [column.name], count: found.count,
                proofs: found.prefix(CellHits.shown).map {
                    CellHits.Proof(row: $0.integer("row") ?? 0, column: column.name, value: $0.text("value") ?? "")
                }, mends: [.heading(column: column.name, into: "Catégorie", others: others)])
        ]
    }

    private static func isTotal(_ text: String) -> Bool { text.lowercased().contains(#/^(sous[- ]?)?(total|moyenne)/#) }
}
