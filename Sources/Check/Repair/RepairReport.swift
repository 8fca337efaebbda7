package import DuckDB
internal import Territory

/// What can be mended, and how surely.
package struct RepairReport: Sendable, Encodable {
    /// Cells of one column that one mend writes anew.
    package struct Cells: Sendable, Encodable {
        package let field: String
        package let mend: String
        package let isSafe: Bool
        package let count: Int
        /// A value and what becomes of it.
        package let old: String
        package let new: String
    }

    package let titles: [TitleMends.Mend]
    package let cells: [Cells]
    /// Rows without any value.
    package let blankRows: Int
    /// Numbers that a spreadsheet has rounded: their digits are lost, and nothing is invented in their place.
    package let lost: Int

    /// Counts what a search found.
    package init(
        _ search: RepairSearch, _ titles: TitleMends, _ findings: Relation, _ connection: Connection
    ) throws(EngineFault) {
        self.titles = titles.mends
        let broken = "(SELECT DISTINCT _source, _row, field, value FROM (\(findings.sql)) AS findings WHERE severity = 'error')"
        let rows = try connection.rows(
            """
            SELECT repairs.field, mend, is_safe, CAST(count(*) AS BIGINT) AS count, min_by(old, _row) AS old, min_by(new, _row) AS new
            FROM \(broken) AS broken JOIN \(search.table) AS repairs ON repairs.field = broken.field AND repairs.old = broken.value
            GROUP BY ALL ORDER BY is_safe DESC, count DESC, repairs.field
            """, findings.parameters)
        cells = rows.map { row in
            Cells(
                field: row.text("field") ?? "", mend: row.text("mend") ?? "", isSafe: row["is_safe"] == .boolean(true),
                count: row.integer("count") ?? 0, old: row.text("old") ?? "", new: row.text("new") ?? "")
        }
        blankRows =
            try connection.row(
                "SELECT count(*) AS n FROM \(broken) AS broken, (SELECT 1) WHERE field IS NULL AND value IS NULL AND _row IN "
                    + "(SELECT _row FROM (\(findings.sql)) AS all_ WHERE code = \(constant(BlankRow.kind.code)))",
                findings.parameters + findings.parameters)?.integer("n") ?? 0
        lost =
            try connection.row(
                #"SELECT count(*) AS n FROM \#(broken) AS broken WHERE regexp_full_match(value, '\d[.,]\d+ ?[eE]\+?\d+')"#,
                findings.parameters)?.integer("n") ?? 0
    }

    /// How many cells are mended.
    package func count(withLikely: Bool) -> Int { cells.filter { $0.isSafe || withLikely }.reduce(0) { $0 + $1.count } }
}
