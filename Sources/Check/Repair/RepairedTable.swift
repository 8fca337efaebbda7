package import DuckDB
internal import Territory

/// A table with its repairs made: titles, cells, blank rows and repeated rows.
package struct RepairedTable {
    /// What is done to the table.
    package struct Choice: Sendable {
        /// The titles once mended, in the order of the columns.
        package let titles: [String]
        /// Whether what is only likely is done as well.
        package let withLikely: Bool
        /// Whether rows that are the same in every cell are kept once only.
        package let dropsRepeated: Bool

        package init(titles: [String], withLikely: Bool, dropsRepeated: Bool) {
            self.titles = titles
            self.withLikely = withLikely
            self.dropsRepeated = dropsRepeated
        }
    }

    private let source: Relation
    private let search: RepairSearch
    private let choice: Choice
    private let names: [String]

    package init(_ source: Relation, _ search: RepairSearch, _ choice: Choice) {
        self.source = source
        self.search = search
        self.choice = choice
        names = source.columns.map(\.name)
    }

    private var kept: String { choice.withLikely ? "true" : "is_safe" }

    /// The rows, with `_source` and `_row`, under the names of the source's columns.
    package func relation(_ connection: Connection) throws(EngineFault) -> Relation {
        let rows = try connection.rows("SELECT DISTINCT field FROM \(search.table) WHERE \(kept)")
        let fields = Set(rows.compactMap { $0.text("field") })
        var joins = "", cells: [String] = []
        for (index, name) in names.enumerated() {
            let cell = "rows.\(identifier(name))"
            guard index < choice.titles.count, fields.contains(choice.titles[index]) else {
                cells.append("\(cell) AS \(identifier(name))")
                continue
            }
            joins += """

                LEFT JOIN (SELECT old, new FROM \(search.table) WHERE \(kept) AND field = \(constant(choice.titles[index]))) AS m\(index)
                ON m\(index).old = \(cell)
                """
            cells.append("coalesce(m\(index).new, \(cell)) AS \(identifier(name))")
        }
        let filled = names.map { "nullif(rows.\(identifier($0)), '')" }.joined(separator: ", ")
        let once =
            choice.dropsRepeated
            ? " QUALIFY row_number() OVER (PARTITION BY \(names.map { "rows.\(identifier($0))" }.joined(separator: ", ")) ORDER BY rows._row) = 1"
            : ""
        return Relation(
            sql: """
                SELECT \((cells + ["rows._source", "rows._row"]).joined(separator: ", "))
                FROM (\(source.sql)) AS rows\(joins)
                WHERE coalesce(\(filled)) IS NOT NULL\(once)
                """, parameters: source.parameters, columns: source.columns)
    }

    /// Writes the table as CSV, in the order of the source.
    package func write(to path: String, _ connection: Connection) throws(EngineFault) {
        let relation = try relation(connection)
        let columns = zip(names, choice.titles).map { "\(identifier($0)) AS \(identifier($1))" }.joined(separator: ", ")
        try connection.execute(
            "COPY (SELECT \(columns) FROM (\(relation.sql)) AS mended ORDER BY _source, _row) TO \(literal(path)) (FORMAT csv, HEADER)",
            relation.parameters)
    }

    /// Writes what was changed, a line for each cell.
    package func writeChanges(_ findings: Relation, to path: String, _ connection: Connection) throws(EngineFault) {
        try connection.execute(
            """
            COPY (SELECT DISTINCT _source AS file, _row AS row, findings.field, old, new, mend, is_safe AS safe
            FROM (\(findings.sql)) AS findings JOIN \(search.table) AS repairs
            ON repairs.field = findings.field AND repairs.old = findings.value
            WHERE \(kept) AND severity = 'error' ORDER BY ALL) TO \(literal(path)) (FORMAT csv, HEADER)
            """, findings.parameters)
    }
}
