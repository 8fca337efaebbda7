package import DuckDB
internal import Territory

/// A key names each row once: it must be there, whole, and unique. Without that no difference between two versions can say
/// which row changed.
package struct KeyCheck: Sendable {
    private let key: [String]

    package init(key: [String]) {
        self.key = key
    }

    /// Findings about the columns of the key themselves.
    package func columnFindings(in columns: [Relation.Column]) -> [Finding] {
        key.filter { name in !columns.contains { $0.name == name } }.map {
            Finding(code: StorageFindings.missingKey.code, severity: .error, field: $0)
        }
    }

    /// The rows whose key is incomplete or already taken, over a table that can be read twice.
    /// Cost: one scan of the key's columns, and a grouping.
    package func findings(in table: String) -> [Relation] {
        guard !key.isEmpty else { return [] }
        let columns = key.map { identifier($0) }.joined(separator: ", ")
        let shown = key.map { "coalesce(CAST(\(identifier($0)) AS VARCHAR), '')" }.joined(separator: " || ' · ' || ")
        let empty = key.map { "\(identifier($0)) IS NULL" }.joined(separator: " OR ")
        let field = SQLValue.text(key.joined(separator: ", "))
        let repeated = Relation(
            sql: """
                SELECT ? AS code, 'error' AS severity, _source, _row, ? AS field, \(shown) AS value,
                       CAST(count(*) OVER (PARTITION BY \(columns)) AS VARCHAR) AS detail
                FROM \(table) WHERE NOT (\(empty)) QUALIFY count(*) OVER (PARTITION BY \(columns)) > 1
                """, parameters: [.text(StorageFindings.repeatedKey.code), field], columns: [])
        let incomplete = Relation(
            sql: """
                SELECT ? AS code, 'error' AS severity, _source, _row, ? AS field, \(shown) AS value, NULL AS detail
                FROM \(table) WHERE \(empty)
                """, parameters: [.text(StorageFindings.emptyKey.code), field], columns: [])
        return [repeated, incomplete]
    }
}
