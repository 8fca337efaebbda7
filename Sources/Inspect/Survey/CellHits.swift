internal import DuckDB

/// The cells of one column that a question found.
struct CellHits: Sendable {
    /// One of them.
    struct Proof: Sendable, Hashable {
        let row: Int
        let column: String?
        let value: String
    }

    /// Cells shown of each column.
    static let shown = 3

    let column: Survey.Column
    let count: Int
    /// Whether the count is worked out from the rows looked at.
    let isEstimate: Bool
    /// The first cells.
    let proofs: [Proof]
}

extension Survey {
    /// The cells for which a condition over `plain` (the value tidied), `value` and `n` holds, by column.
    func cells(
        where condition: String, _ parameters: [SQLValue] = [], in wanted: [Column]? = nil
    ) throws -> [CellHits] {
        let chosen = wanted ?? columns
        guard !chosen.isEmpty else { return [] }
        let list = chosen.map { String($0.index) }.joined(separator: ", ")
        let rows = try connection.rows(
            """
            SELECT * FROM (SELECT col, value, row, CAST(sum(n) OVER (PARTITION BY col) AS BIGINT) AS total,
                row_number() OVER (PARTITION BY col ORDER BY row) AS place
                FROM \(words) WHERE col IN (\(list)) AND (\(condition)))
            WHERE place <= \(CellHits.shown) ORDER BY col, place
            """, parameters)
        return Dictionary(grouping: rows) { $0.integer("col") ?? -1 }.sorted { $0.key < $1.key }.map { index, rows in
            let column = columns[index]
            return CellHits(
                column: column, count: column.scaled(rows[0].integer("total") ?? 0), isEstimate: !column.isWhole,
                proofs: rows.map { proof($0, column) })
        }
    }

    /// The cells that hold a mark: counted to the last one, also in columns of many values.
    func cells(marked pattern: String) throws -> [CellHits] {
        let test = "regexp_matches(value, \(literal(pattern)))"
        let whole = try cells(where: test, in: columns.filter(\.isWhole))
        let others = columns.filter { !$0.isWhole }
        guard !others.isEmpty, try connection.row("SELECT 1 FROM \(marked) LIMIT 1") != nil else { return whole }
        let tests = others.map { "count(*) FILTER (regexp_matches(\(identifier($0.name)), \(literal(pattern))))" }
        let odd = "SELECT data.* FROM \(data) AS data JOIN \(marked) AS marked ON marked.id = data.rowid"
        let counts = try connection.row("SELECT \(tests.joined(separator: ", ")) FROM (\(odd))")?.values ?? []
        let more = try zip(others, counts).compactMap { column, count -> CellHits? in
            guard let count = count.integer, count > 0 else { return nil }
            let cell = identifier(column.name)
            let rows = try connection.rows(
                """
                SELECT \(cell) AS value, _row AS row FROM (\(odd)) WHERE regexp_matches(\(cell), \(literal(pattern)))
                ORDER BY _row LIMIT \(CellHits.shown)
                """)
            return CellHits(column: column, count: count, isEstimate: false, proofs: rows.map { proof($0, column) })
        }
        return (whole + more).sorted { $0.column.index < $1.column.index }
    }

    private func proof(_ row: Row, _ column: Column) -> CellHits.Proof {
        CellHits.Proof(row: row.integer("row") ?? 0, column: column.name, value: row.text("value") ?? "")
    }
}
