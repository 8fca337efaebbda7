package import DuckDB
package import Territory

/// The findings of one run while they gather: a table of the engine, filled by SQL, so that a million of them cost no
/// memory in Swift. Their sentences are made at the end, for the examples only.
package struct FindingLog: Sendable {
    /// The columns every relation of findings must give, in this order.
    package static let columns = ["code", "severity", "_source", "_row", "field", "value", "detail"]

    private let table: String

    /// - Parameter schema: the working schema of the run, already quoted.
    package init(schema: String, table: String = "findings") {
        self.table = "\(schema).\(table)"
    }

    /// Makes the empty table.
    package func create(_ connection: Connection) throws(EngineFault) {
        try connection.execute(
            """
            CREATE OR REPLACE TABLE \(table) (code VARCHAR, severity VARCHAR, _source VARCHAR, _row BIGINT, field VARCHAR,
            value VARCHAR, detail VARCHAR)
            """)
        try connection.execute(
            "CREATE OR REPLACE TABLE \(table)_more (code VARCHAR, severity VARCHAR, field VARCHAR, more BIGINT)")
    }

    /// All of them, for the trail.
    package var relation: Relation {
        Relation(sql: "SELECT \(Self.columns.joined(separator: ", ")) FROM \(table)", columns: [])
    }

    /// Adds what a relation of findings gives.
    /// - Returns: how many there were.
    @discardableResult
    package func add(_ findings: Relation, _ connection: Connection) throws(EngineFault) -> Int {
        try connection.execute(
            "INSERT INTO \(table) SELECT \(Self.columns.joined(separator: ", ")) FROM (\(findings.sql))", findings.parameters)
    }

    /// Counts findings of a rule that are not kept one by one.
    func add(more: Int, _ rule: Rule, _ connection: Connection) throws(EngineFault) {
        try connection.execute(
            "INSERT INTO \(table)_more VALUES (?, ?, ?, ?)",
            [.text(rule.kind.code), .text(rule.kind.severity.rawValue), SQLValue(rule.field), SQLValue(more)])
    }

    /// Adds one finding.
    package func add(_ finding: Finding, _ connection: Connection) throws(EngineFault) {
        try connection.execute(
            "INSERT INTO \(table) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                .text(finding.code), .text(finding.severity.rawValue), SQLValue(finding.source), SQLValue(finding.row),
                SQLValue(finding.field), SQLValue(finding.value), SQLValue(finding.detail),
            ])
    }

    /// Counts everything and keeps `examples` of each group, in the order of the file.
    package func report(
        kinds: [FindingKind], examples: Int, _ connection: Connection
    ) throws(EngineFault) -> Report {
        let sentences = Dictionary(kinds.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        // The first of each group come out of one aggregation: a window would sort them all.
        let rows = try connection.rows(
            """
            WITH grouped AS (
                SELECT code, severity, field, count(*) + coalesce((SELECT sum(more) FROM \(table)_more AS others
                           WHERE others.code = found.code AND others.severity = found.severity
                               AND others.field IS NOT DISTINCT FROM found.field), 0) AS total,
                       min_by({'s': _source, 'r': _row, 'v': value, 'd': detail}, (_source, _row, value), ?) AS examples
                FROM \(table) AS found GROUP BY code, severity, field),
            shown AS (
                SELECT code, severity, field, total, unnest(examples) AS example, generate_subscripts(examples, 1) AS rank
                FROM grouped)
            SELECT code, severity, field, total, example.s AS _source, example.r AS _row, example.v AS value, example.d AS detail
            FROM shown ORDER BY array_position(['error', 'warning', 'note'], severity), total DESC, code, field, rank
            """, [.integer(Int64(max(1, examples)))])
        return Report(groups: Self.grouped(rows, sentences))
    }

    /// The first errors in the order of the file: titles, then rows from left to right.
    /// - Parameter columns: the titles, in their order.
    package func first(_ limit: Int, columns: [String], _ connection: Connection) throws(EngineFault) -> [Finding] {
        let order = columns.isEmpty ? "field" : "list_position([\(columns.map { constant($0) }.joined(separator: ", "))], field)"
        return try connection.rows(
            """
            SELECT * FROM \(table) WHERE severity = 'error'
            ORDER BY _source NULLS FIRST, _row NULLS FIRST, \(order) NULLS LAST, code LIMIT ?
            """, [.integer(Int64(limit))]
        ).map { Finding($0) }
    }

    private static func grouped(_ rows: [Row], _ kinds: [String: FindingKind]) -> [Report.Group] {
        var groups: [(key: [String?], total: Int, findings: [Finding])] = []
        for row in rows {
            let finding = Finding(row)
            let key = [finding.code, finding.severity.rawValue, finding.field]
            if groups.last?.key == key {
                groups[groups.count - 1].findings.append(finding)
            } else {
                groups.append((key, row.integer("total") ?? 0, [finding]))
            }
        }
        return groups.map { group in
            let first = group.findings[0]
            let kind = kinds[first.code]
            let template = kind?.what ?? Bilingual(first.code)
            return Report.Group(
                code: first.code, severity: first.severity, field: first.field, count: group.total,
                examples: group.findings, what: first.sentence(template),
                remedy: first.sentence(kind?.remedy ?? Bilingual("")), template: template)
        }
    }
}

extension Finding {
    fileprivate init(_ row: Row) {
        self.init(
            code: row.text("code") ?? "", severity: FindingKind.Severity(rawValue: row.text("severity") ?? "") ?? .error,
            source: row.text("_source"), row: row.integer("_row"), field: row.text("field"), value: row.text("value"),
            detail: row.text("detail"))
    }

    /// The sentence of this finding's kind with its facts in place.
    package func sentence(_ template: Bilingual) -> Bilingual {
        template.filled(with: [
            "field": Bilingual(field ?? ""), "value": Bilingual(value ?? ""), "detail": Bilingual(detail ?? ""),
        ])
    }
}
