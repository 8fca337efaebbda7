internal import DuckDB

/// The SQL of a difference. Both sides are laid down once as temporary tables with the columns they share, as text.
struct Comparison {
    let dataset: String
    let from: Int
    let to: Int
    let old: Relation
    let new: Relation
    let key: [String]
    let limit: Int

    private var shared: [String] {
        let later = Set(new.columns.map(\.name))
        return old.columns.map(\.name).filter { later.contains($0) }
    }

    private var comparedByKey: Bool { !key.isEmpty && key.allSatisfy { shared.contains($0) } }
    private var values: [String] { shared.filter { !key.contains($0) } }

    func difference(_ connection: Connection) throws(EngineFault) -> Difference {
        try lay(old, as: "before_side", connection)
        try lay(new, as: "after_side", connection)
        let counts = try comparedByKey ? byKey(connection) : byRow(connection)
        let cells = comparedByKey ? try changes(connection) : []
        return Difference(
            dataset: dataset, from: from, to: to, key: comparedByKey ? key : [],
            addedColumns: new.columns.map(\.name).filter { name in !old.columns.contains { $0.name == name } },
            removedColumns: old.columns.map(\.name).filter { name in !new.columns.contains { $0.name == name } },
            addedRows: counts.added, movedRows: counts == (0, 0, 0) ? try moved(connection) : 0, removedRows: counts.removed,
            changedRows: counts.changed,
            added: try rows("added_rows", connection), removed: try rows("removed_rows", connection), changed: cells)
    }

    private func lay(_ relation: Relation, as table: String, _ connection: Connection) throws(EngineFault) {
        let columns = shared.map { "CAST(\(identifier($0)) AS VARCHAR) AS \(identifier($0))" } + ["_source", "_row"]
        try connection.execute(
            "CREATE OR REPLACE TEMP TABLE \(table) AS SELECT \(columns.joined(separator: ", ")) FROM (\(relation.sql))",
            relation.parameters)
    }

    private func list(_ names: [String], prefix: String = "") -> String {
        names.map { prefix + identifier($0) }.joined(separator: ", ")
    }

    /// Rows compared whole, each as many times as it stands.
    private func byRow(_ connection: Connection) throws(EngineFault) -> (added: Int, removed: Int, changed: Int) {
        let columns = list(shared)
        for (table, one, other) in [("added_rows", "after_side", "before_side"), ("removed_rows", "before_side", "after_side")] {
            try connection.execute(
                """
                CREATE OR REPLACE TEMP TABLE \(table) AS
                SELECT \(columns) FROM temp.\(one) EXCEPT ALL SELECT \(columns) FROM temp.\(other)
                """)
        }
        return (try count("added_rows", connection), try count("removed_rows", connection), 0)
    }

    private func byKey(_ connection: Connection) throws(EngineFault) -> (added: Int, removed: Int, changed: Int) {
        for (table, one, other) in [("added_rows", "after_side", "before_side"), ("removed_rows", "before_side", "after_side")] {
            try connection.execute(
                """
                CREATE OR REPLACE TEMP TABLE \(table) AS SELECT \(list(shared)) FROM temp.\(one) AS one
                ANTI JOIN temp.\(other) AS other ON \(sameKey("one", "other")) ORDER BY _source, _row
                """)
        }
        let differs = values.map { "b.\(identifier($0)) IS DISTINCT FROM a.\(identifier($0))" }.joined(separator: " OR ")
        try connection.execute(
            """
            CREATE OR REPLACE TEMP TABLE changed_rows AS
            SELECT \((key.map { "a.\(identifier($0))" }
                + values.flatMap { ["b.\(identifier($0)) AS \(identifier("b_" + $0))", "a.\(identifier($0)) AS \(identifier("a_" + $0))"] }
                + ["a._source", "a._row"]).joined(separator: ", "))
            FROM temp.before_side b JOIN temp.after_side a ON \(sameKey("a", "b")) WHERE \(differs.isEmpty ? "false" : differs)
            """)
        return (
            try count("added_rows", connection), try count("removed_rows", connection), try count("changed_rows", connection)
        )
    }

    private func moved(_ connection: Connection) throws(EngineFault) -> Int {
        let columns = list(shared + ["_source", "_row"])
        let sql = "SELECT \(columns) FROM temp.after_side EXCEPT ALL SELECT \(columns) FROM temp.before_side"
        return try connection.row("SELECT count(*) AS n FROM (\(sql))")?.integer("n") ?? 0
    }

    private func sameKey(_ one: String, _ other: String) -> String {
        key.map { "\(one).\(identifier($0)) IS NOT DISTINCT FROM \(other).\(identifier($0))" }.joined(separator: " AND ")
    }

    private func count(_ table: String, _ connection: Connection) throws(EngineFault) -> Int {
        try connection.row("SELECT count(*) AS n FROM temp.\(table)")?.integer("n") ?? 0
    }

    private func rows(_ table: String, _ connection: Connection) throws(EngineFault) -> [Difference.Cells] {
        try connection.rows("SELECT \(list(shared)) FROM temp.\(table) LIMIT \(limit)").map { cells($0, shared) }
    }

    private func cells(_ row: Row, _ names: [String]) -> Difference.Cells {
        Dictionary(names.compactMap { name in row.text(name).map { (name, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    /// The cells that changed, row by row, in the order of the columns.
    private func changes(_ connection: Connection) throws(EngineFault) -> [Difference.Change] {
        let rows = try connection.rows("SELECT * FROM temp.changed_rows ORDER BY _source, _row LIMIT \(limit)")
        return rows.flatMap { row in
            values.compactMap { name in
                let before = row.text("b_" + name), after = row.text("a_" + name)
                guard before != after else { return nil }
                return Difference.Change(
                    key: cells(row, key), field: name, before: before, after: after, source: row.text("_source"),
                    row: row.integer("_row"))
            }
        }
    }
}
