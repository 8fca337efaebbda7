internal import DuckDB
internal import Territory

/// Runs the rules of a plan: one scan keeps the rows that break at least one, and only those are told apart rule by rule.
///
/// A conform file costs one scan, and nothing else is read twice. Where SQL can only suspect a value, the distinct suspects
/// are looked at in Swift.
struct SchemaScan: Sendable {
    let view: CellView
    let rules: [Rule]
    let sets: [SetRule]

    /// Adds every finding to the log.
    /// - Parameter work: the quoted schema of the engine where tables are kept for a while.
    func run(in work: String, _ log: FindingLog, _ connection: Connection) throws {
        let suspects = "\(work).suspects"
        if try keepSuspects(in: suspects, connection) {
            for (number, rule) in try broken(among: suspects, in: work, connection) {
                try log.add(findings(of: rule, number, among: suspects, in: work), connection)
            }
        }
        try connection.execute("DROP TABLE IF EXISTS \(suspects)")
        for rule in sets { try rule.find(in: view, table: "\(work).repeated", log, connection) }
    }

    /// The fields for which some rule is broken.
    func brokenFields(in work: String, _ connection: Connection) throws -> [String] {
        let suspects = "\(work).suspects"
        guard try keepSuspects(in: suspects, connection) else { return [] }
        return try broken(among: suspects, in: work, connection).compactMap { $0.rule.field }
    }

    /// The scan. A suspect keeps its texts, what sentences need besides, and for each rule whether it breaks it (`r0`…): no
    /// condition is evaluated again.
    /// - Returns: whether some row breaks a rule.
    private func keepSuspects(in table: String, _ connection: Connection) throws(EngineFault) -> Bool {
        guard !rules.isEmpty else { return false }
        let conditions = rules.map(\.condition).joined(separator: "\n OR ")
        let flags = rules.enumerated().map { "\(scoped($0.element)) AS r\($0.offset)" }
        let columns = (["_source", "_row"] + view.texts + needed + flags).joined(separator: ", ")
        try connection.execute(
            "CREATE OR REPLACE TABLE \(table) AS SELECT \(columns) FROM (\(view.sql)) AS view WHERE \(conditions)",
            view.parameters)
        return try connection.row("SELECT 1 FROM \(table) LIMIT 1") != nil
    }

    /// The values and derived columns that findings show. A name inside a constant may be taken for one: it costs a column.
    private var needed: [String] {
        let shown = rules.flatMap { rule in [rule.value, rule.detail, rule.text] }
        let names = Set(shown.flatMap { (text: String) in text.matches(of: #/\b[vd]\d+\b/#).map { String($0.output) } })
        return view.derivedColumns.filter { names.contains($0) }
    }

    /// The rules that some suspect breaks, with their number.
    private func broken(
        among suspects: String, in work: String, _ connection: Connection
    ) throws -> [(number: Int, rule: Rule)] {
        var broken: [(number: Int, rule: Rule)] = []
        // As many counts in one statement as the engine plans at ease.
        for start in stride(from: 0, to: rules.count, by: 256) {
            let part = rules[start..<min(start + 256, rules.count)]
            let counts = part.indices.map { "count(*) FILTER (r\($0)) AS n\($0 - start)" }
            guard let row = try connection.row("SELECT \(counts.joined(separator: ", ")) FROM \(suspects)") else { continue }
            for (offset, rule) in part.enumerated() where (row.integer("n\(offset)") ?? 0) > 0 {
                if try confirms(rule, start + offset, suspects, work, connection) { broken.append((start + offset, rule)) }
            }
        }
        return broken
    }

    /// Looks at the distinct suspects of a rule that SQL alone cannot decide.
    private func confirms(
        _ rule: Rule, _ number: Int, _ suspects: String, _ work: String, _ connection: Connection
    ) throws(EngineFault) -> Bool {
        guard let confirm = rule.confirm else { return true }
        let values = try connection.rows("SELECT DISTINCT \(rule.text) AS value FROM \(suspects) WHERE r\(number)")
        let wrong = values.compactMap { $0.text("value") }.filter { confirm($0) }
        let table = "\(work).confirmed_\(number)"
        try connection.execute("CREATE OR REPLACE TABLE \(table) (value VARCHAR)")
        for start in stride(from: 0, to: wrong.count, by: 500) {
            let part = wrong[start..<min(start + 500, wrong.count)]
            try connection.execute(
                "INSERT INTO \(table) VALUES \(part.map { _ in "(?)" }.joined(separator: ", "))", part.map { .text($0) })
        }
        return !wrong.isEmpty
    }

    private func findings(of rule: Rule, _ number: Int, among suspects: String, in work: String) -> Relation {
        let confirmed = rule.confirm == nil ? "" : " AND \(rule.text) IN (SELECT value FROM \(work).confirmed_\(number))"
        return Relation(
            sql: """
                SELECT \(constant(rule.kind.code)) AS code, \(constant(rule.kind.severity.rawValue)) AS severity, _source, _row,
                \(rule.field.map { constant($0) } ?? "NULL") AS field, \(rule.value) AS value, \(rule.detail) AS detail
                FROM \(suspects) WHERE r\(number)\(confirmed)
                """, columns: [])
    }

    private func scoped(_ rule: Rule) -> String {
        rule.concernsBlankRows ? rule.condition : "NOT blank AND \(rule.condition)"
    }
}
