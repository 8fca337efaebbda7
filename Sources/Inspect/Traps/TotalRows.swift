internal import DuckDB
internal import Territory

/// Totals, subtotals and averages among the rows.
struct TotalRows: Trap {
    static let kind = TrapKind(
        code: "inspect.total-rows",
        what: Bilingual(
            fr: "{count} lignes de total ou de moyenne dans « {column} »",
            en: "{count} rows of totals or averages in \"{column}\""),
        why: Bilingual(
            fr: "additionner la colonne compte tout deux fois ; gardés à part, les totaux contrôlent les sommes",
            en: "adding the column up counts everything twice; kept aside, totals check the sums"),
        mend: Bilingual(
            fr: "un pas filter-totals, ou filter: { except: { colonne: [\"total*\"] } }",
            en: "a filter-totals step, or filter: { except: { column: [\"total*\"] } }"))

    private static let sure = "^(?:(?:sous|grand)[- ]?)?tota(?:l|ux)(?: general| generaux| cumules?)? ?:?$"
    private static let likely = "^(?:(?:sous|grand)[- ]?total|total|moyenne|somme|cumul|ensemble)\\b"

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let folded = "lower(strip_accents(plain))"
        let hits = try survey.cells(where: "length(plain) <= 80 AND regexp_matches(\(folded), \(literal(likely)))")
        return try hits.compactMap { try finding($0.column, survey) }
    }

    /// A cell that begins with such a word is a total when it says nothing else, when its column holds no words, or when its
    /// row is emptier than most: `TOTAL ENERGIES` is a beneficiary like another.
    private static func finding(_ column: Survey.Column, _ survey: Survey) throws -> TrapFinding? {
        let cell = "trim(regexp_replace(\(identifier(column.name)), \(literal(Surveyor.space + "+")), ' ', 'g'))"
        let rows = try survey.connection.rows(
            """
            SELECT _row AS row, \(cell) AS value, \(survey.width) AS width, regexp_matches(lower(strip_accents(\(cell))), \(literal(sure))) AS sure
            FROM \(survey.data)
            WHERE regexp_matches(lower(strip_accents(\(cell))), \(literal(likely))) ORDER BY row LIMIT 10000
            """)
        let isWords = column.type == .text
        let totals = rows.filter { row in
            row["sure"] == .boolean(true) || !isWords || (row.integer("width") ?? 0) < survey.usualWidth
        }
        guard !totals.isEmpty else { return nil }
        let texts = totals.compactMap { $0.text("value") }
        let words = words(texts, among: rows.count)
        let areTotals = Set(words).isSubset(of: ["total*", "sous*", "grand*"])
        let mend = areTotals ? Mend.totals(column: column.name) : .except(column: column.name, words: words)
        return TrapFinding(
            columns: [column.name], count: totals.count,
            proofs: totals.prefix(CellHits.shown).map {
                CellHits.Proof(row: $0.integer("row") ?? 0, column: column.name, value: $0.text("value") ?? "")
            }, mends: [mend])
    }

    /// Words for the step `filter`: `total*` where every cell that begins so is one, else the cells as they are.
    private static func words(_ totals: [String], among all: Int) -> [String] {
        guard totals.count == all else { return Array(Set(totals)).sorted() }
        let starts = Set(
            totals.map { text in
                String(text.prefix { !$0.isWhitespace && $0 != ":" && $0 != "-" }).lowercased()
            })
        return starts.sorted().map { $0 + "*" }
    }
}
