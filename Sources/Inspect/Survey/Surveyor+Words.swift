internal import Collect
internal import DuckDB
internal import Territory

// The values of each column, and the widths of rows.
extension Surveyor {
    /// Every Unicode space and control character, as the recipes see them.
    static let space = #"[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]"#

    /// Fills `words`. A column of many values gives those of the sample.
    func writeWords(_ names: [String], _ counts: [Count]) throws {
        let rows = try connection.row("SELECT count(*) AS n FROM \(work.table("data"))")?.integer("n") ?? 0
        let step = max(1, rows / Self.sampleRows)
        try connection.execute(
            "CREATE OR REPLACE TABLE \(work.table("words")) (col INTEGER, value VARCHAR, plain VARCHAR, n BIGINT, row BIGINT)")
        if counts.contains(where: { !$0.isWhole }) {
            try connection.execute(
                "CREATE OR REPLACE TABLE \(work.table("sample")) AS SELECT * FROM \(work.table("data")) WHERE rowid % \(step) = 0"
            )
        }
        for start in stride(from: 0, to: names.count, by: Self.batch) {
            let groups = (start..<min(start + Self.batch, names.count)).filter { counts[$0].filled > 0 }.map { index in
                let cell = identifier(names[index]), from = work.table(counts[index].isWhole ? "data" : "sample")
                return "SELECT \(index) AS col, \(cell) AS value, count(*) AS n, min(_row) AS row FROM \(from) "
                    + "WHERE \(cell) <> '' GROUP BY \(cell)"
            }
            guard !groups.isEmpty else { continue }
            let tidied = "trim(regexp_replace(value, \(literal(Self.space + "+")), ' ', 'g'))"
            try connection.execute(
                """
                INSERT INTO \(work.table("words")) SELECT col, value, \(tidied), n, row
                FROM (\(groups.joined(separator: " UNION ALL ")))
                """)
        }
    }

    /// Fills `marked` with the rows that hold a character worth a look in a column of many values, so that these columns need be
    /// searched in those rows only: one search in the joined cells costs less than one in each.
    func writeMarked(_ names: [String]) throws {
        let joined = "concat_ws(chr(31), \(names.map { identifier($0) }.joined(separator: ", ")))"
        try connection.execute(
            """
            CREATE OR REPLACE TABLE \(work.table("marked")) AS SELECT id
            FROM (SELECT rowid AS id, \(joined) AS cells FROM \(work.table("data"))) WHERE \(Marks.any)
            """)
    }

    /// How many rows have how many filled cells.
    func widths(_ names: [String], among rows: Int) throws -> [Int: Int] {
        let rows = try connection.rows(
            "SELECT width, count(*) AS n FROM (SELECT \(Survey.width(names, among: rows)) AS width FROM \(work.table("data"))) GROUP BY width"
        )
        return Dictionary(rows.map { ($0.integer("width") ?? 0, $0.integer("n") ?? 0) }) { $0 + $1 }
    }

    /// Forms, types and exact counts, from `words`.
    func measured(_ names: [String], _ counts: [Count]) throws -> [Survey.Column] {
        let forms = ValueForm.allCases.map { "coalesce(sum(n) FILTER (\($0.hintedCondition)), 0)" }.joined(separator: ", ")
        let rows = try connection.rows(
            """
            SELECT col, coalesce(sum(n) FILTER (plain <> ''), 0), coalesce(sum(n) FILTER (plain = ''), 0),
            count(*) FILTER (plain <> ''), \(forms)
            FROM (SELECT *, \(ValueForm.hints) FROM \(work.table("words"))) GROUP BY col
            """)
        let byColumn = Dictionary(rows.map { ($0[0].integer ?? -1, $0.values.map { $0.integer ?? 0 }) }) { first, _ in first }
        return names.enumerated().map { index, name in
            let count = counts[index], found = byColumn[index] ?? []
            let pairs = ValueForm.allCases.enumerated().map { ($0.element, found.isEmpty ? 0 : found[$0.offset + 4]) }
            let forms = Dictionary(pairs) { first, _ in first }
            let seen = found.isEmpty ? 0 : found[1], blank = found.isEmpty ? 0 : found[2]
            let distinct = count.isWhole ? (found.isEmpty ? 0 : found[3]) : count.distinct
            let inferred = TypeInference(name: name, seen: seen, distinct: distinct, forms: forms).type
            return Survey.Column(
                index: index, name: name, filled: count.isWhole ? count.filled - blank : count.filled, distinct: distinct,
                isWhole: count.isWhole, seen: seen, shortest: count.shortest, longest: count.longest, forms: forms,
                type: inferred.type, fit: inferred.fit)
        }
    }
}
