internal import DuckDB
internal import Territory

/// A rule about several rows at once: what is unique, what refers to another row. Its cost is one scan of the key's columns,
/// and a second when it is broken.
struct SetRule: Sendable {
    let kind: FindingKind
    let field: String?
    /// SQL over the view: what must be unique, or stand elsewhere. NULL is passed over.
    let key: String
    /// SQL: what the finding shows.
    let value: String
    /// SQL over the view: where the key must be found; nil for a key that must be unique.
    var reference: String?

    /// Adds the findings to the log.
    /// - Parameter table: a name for what the rule keeps for a while.
    func find(in view: CellView, table: String, _ log: FindingLog, _ connection: Connection) throws(EngineFault) {
        let keys =
            if let reference {
                "SELECT DISTINCT key FROM (SELECT unnest([\(key), \(reference)]) AS key, unnest([1, 2]) AS side FROM (\(view.sql)) AS view) "
                    + "WHERE key IS NOT NULL GROUP BY key HAVING max(side) = 1"
            } else {
                "SELECT \(key) AS key FROM (\(view.sql)) AS view WHERE \(key) IS NOT NULL GROUP BY 1 HAVING count(*) > 1"
            }
        try connection.execute("CREATE OR REPLACE TABLE \(table) AS \(keys)", view.parameters)
        guard try connection.row("SELECT 1 FROM \(table) LIMIT 1") != nil else { return }
        let rows = "SELECT _source, _row, \(value) AS value, \(key) AS key FROM (\(view.sql)) AS view"
        let broken =
            "SELECT *, lag(_row) OVER (PARTITION BY key ORDER BY _source, _row) AS earlier FROM (\(rows)) AS rows "
            + "WHERE key IN (SELECT key FROM \(table))"
        let condition = reference == nil ? "earlier IS NOT NULL" : "true"
        try log.add(
            Relation(
                sql: """
                    SELECT \(constant(kind.code)) AS code, \(constant(kind.severity.rawValue)) AS severity, _source, _row,
                    \(field.map { constant($0) } ?? "NULL") AS field, value, CAST(earlier AS VARCHAR) AS detail
                    FROM (\(broken)) AS broken WHERE \(condition)
                    """, parameters: view.parameters, columns: []), connection)
    }

    /// SQL: several values as one; NULL when all are.
    static func tuple(_ cells: [Cell]) -> String {
        guard cells.count > 1 else { return cells.first?.value ?? "NULL" }
        let members = cells.enumerated().map { "'\($0.offset)': \($0.element.value)" }.joined(separator: ", ")
        let empty = cells.map { "\($0.value) IS NULL" }.joined(separator: " AND ")
        return "CASE WHEN NOT (\(empty)) THEN CAST(to_json({\(members)}) AS VARCHAR) END"
    }

    /// SQL: several texts, for people.
    static func shown(_ cells: [Cell]) -> String {
        cells.map { "coalesce(\($0.text), '')" }.joined(separator: " || ' · ' || ")
    }
}
