internal import DuckDB

/// Writes only what differs between the current version and the next, inside the caller's transaction.
///
/// Two rows are the same when every column is, `_source` and `_row` included: a version always leads back to the right row
/// of the right file. Equal rows are matched one to one, so repeated rows stay as many as they were.
struct VersionChange {
    let rows: Int
    let added: Int
    let removed: Int
    var isEmpty: Bool { added == 0 && removed == 0 }

    static func write(
        _ content: VersionContent, to dataset: String, hasHead: Bool, _ connection: Connection
    ) throws(EngineFault) -> VersionChange {
        let target = LakeSession.table(dataset)
        guard hasHead, case .table(let table, let columns) = content, try isSameShape(columns, dataset, connection) else {
            return try replace(target, with: content, hasHead: hasHead, connection)
        }
        let all = (columns + Relation.provenance).map(\.name)
        try match(target, table, columns: all, connection)
        let total = try connection.row(
            "SELECT (SELECT count(*) FROM \(target)) AS old, (SELECT count(*) FROM \(table)) AS new,"
                + " (SELECT count(*) FROM temp.kept) AS kept")
        let old = total?.integer("old") ?? 0, new = total?.integer("new") ?? 0, kept = total?.integer("kept") ?? 0
        let change = VersionChange(rows: new, added: new - kept, removed: old - kept)
        if change.isEmpty { return change }
        // With less than half kept, a fresh file reads faster than an old one full of holes.
        if kept * 2 < old { return try refill(target, table, all, change, connection) }
        let names = all.map { identifier($0) }.joined(separator: ", ")
        try connection.execute(
            "DELETE FROM \(target) WHERE rowid IN (SELECT t.rowid FROM \(target) t ANTI JOIN temp.kept ON t.rowid = old_id)")
        try connection.execute(
            """
            INSERT INTO \(target) (\(names)) SELECT \(names) FROM \(table) AS incoming
            ANTI JOIN temp.kept ON incoming.rowid = new_id ORDER BY incoming.rowid
            """)
        return change
    }

    /// A first version, or one whose columns changed: past versions keep the table they had.
    private static func replace(
        _ target: String, with content: VersionContent, hasHead: Bool, _ connection: Connection
    ) throws(EngineFault) -> VersionChange {
        let removed = hasHead ? try connection.row("SELECT count(*) AS n FROM \(target)")?.integer("n") ?? 0 : 0
        try connection.execute("DROP TABLE IF EXISTS \(target)")
        let relation = content.relation
        try connection.execute("CREATE TABLE \(target) AS \(relation.sql)", relation.parameters)
        let rows = try connection.row("SELECT count(*) AS n FROM \(target)")?.integer("n") ?? 0
        return VersionChange(rows: rows, added: rows, removed: removed)
    }

    private static func refill(
        _ target: String, _ table: String, _ columns: [String], _ change: VersionChange, _ connection: Connection
    ) throws(EngineFault) -> VersionChange {
        let names = columns.map { identifier($0) }.joined(separator: ", ")
        try connection.execute("DELETE FROM \(target)")
        try connection.execute("INSERT INTO \(target) (\(names)) SELECT \(names) FROM \(table) ORDER BY rowid")
        return change
    }

    /// Pairs equal rows in `temp.kept (old_id, new_id)`. The hash only narrows the search: every column is compared.
    private static func match(
        _ target: String, _ table: String, columns: [String], _ connection: Connection
    ) throws(EngineFault) {
        let names = columns.map { identifier($0) }.joined(separator: ", ")
        let numbered = { (table: String) in
            """
            SELECT rowid AS id, \(names), hash(\(names)) AS lavoir_hash,
                   row_number() OVER (PARTITION BY hash(\(names)) ORDER BY rowid) AS lavoir_nth FROM \(table)
            """
        }
        let equal = columns.map { "o.\(identifier($0)) IS NOT DISTINCT FROM n.\(identifier($0))" }.joined(separator: " AND ")
        try connection.execute(
            """
            CREATE OR REPLACE TEMP TABLE kept AS
            WITH o AS (\(numbered(target))), n AS (\(numbered(table)))
            SELECT o.id AS old_id, n.id AS new_id FROM o JOIN n
            ON o.lavoir_hash = n.lavoir_hash AND o.lavoir_nth = n.lavoir_nth AND \(equal)
            """)
    }

    private static func isSameShape(
        _ columns: [Relation.Column], _ dataset: String, _ connection: Connection
    ) throws(EngineFault) -> Bool {
        let current = try connection.columns(of: "SELECT * FROM \(LakeSession.table(dataset))")
        return current == columns + Relation.provenance
    }
}
