package import DuckDB

/// What a version holds, field by field: the figures that quality is followed by over time. Kept in the trail of each run.
package struct Quality: Sendable, Codable {
    /// One field.
    package struct Field: Sendable, Codable {
        package let name: String
        package let filled: Int
        /// Different values; an estimate within two hundredths beyond a hundred thousand rows.
        package let distinct: Int
        /// Rows where a check refused it.
        package let invalid: Int
    }

    package let rows: Int
    package let fields: [Field]

    /// Measures a table in one scan.
    package init(_ relation: Relation, _ findings: Relation, _ connection: Connection) throws(EngineFault) {
        let count =
            try connection.row("SELECT count(*) AS n FROM (\(relation.sql)) AS rows", relation.parameters)?.integer("n") ?? 0
        let distinct = count > 100_000 ? "approx_count_distinct(" : "count(DISTINCT "
        let measures = relation.columns.enumerated().map { index, column in
            let value = column.isText ? "nullif(\(identifier(column.name)), '')" : identifier(column.name)
            return "count(\(value)) AS f\(index), \(distinct)\(value)) AS d\(index)"
        }
        let row =
            measures.isEmpty
            ? nil
            : try connection.row(
                "SELECT \(measures.joined(separator: ", ")) FROM (\(relation.sql)) AS rows", relation.parameters)
        let refused = try connection.rows(
            "SELECT field, count(DISTINCT (_source, _row)) AS n FROM (\(findings.sql)) AS findings WHERE severity = 'error' GROUP BY field",
            findings.parameters)
        let invalid = Dictionary(
            refused.map { ($0.text("field") ?? "", $0.integer("n") ?? 0) }, uniquingKeysWith: { first, _ in first })
        rows = count
        fields = relation.columns.enumerated().map { index, column in
            let filled = row?.integer("f\(index)") ?? 0
            return Field(
                name: column.name, filled: filled, distinct: min(filled, row?.integer("d\(index)") ?? 0),
                invalid: invalid[column.name] ?? 0)
        }
    }

    /// The part of the cells that are filled, 0 to 1; nil without cells.
    package var completeness: Double? { part(fields.reduce(0) { $0 + $1.filled }, of: rows * fields.count) }

    /// The part of the filled or refused cells that no check refused.
    package var validity: Double? {
        let refused = fields.reduce(0) { $0 + $1.invalid }
        let filled = fields.reduce(0) { $0 + max($1.filled, $1.invalid) }
        return part(filled - refused, of: filled)
    }

    /// The part of the rows that the field with the most different values tells apart.
    package var uniqueness: Double? { part(fields.map(\.distinct).max() ?? 0, of: rows) }

    private func part(_ count: Int, of all: Int) -> Double? { all > 0 ? Double(count) / Double(all) : nil }
}
