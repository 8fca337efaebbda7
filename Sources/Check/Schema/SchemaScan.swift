internal import DuckDB
internal import Territory

/// Runs the rules of a plan. One scan counts what breaks each rule and notes the first rows that do, in a memory that does not
/// depend on the file; those rows, or all of them when every finding is wanted, are then told rule by rule.
///
/// A conform file costs one scan. Where SQL can only suspect a value, the distinct suspects are looked at in Swift.
struct SchemaScan: Sendable {
    /// A rule that some row breaks, or may break.
    private struct Broken {
        let number: Int
        let rule: Rule
        let count: Int
        /// The first rows.
        let rows: [Int]
    }

    let view: CellView
    let rules: [Rule]
    let sets: [SetRule]

    /// As many rules in one statement as the engine plans at ease.
    private static let atOnce = 200

    /// Adds findings to the log.
    /// - Parameter work: the quoted schema of the engine where tables are kept for a while.
    func run(in work: String, _ log: FindingLog, keeping kept: SchemaPlan.Kept, _ connection: Connection) throws {
        let broken = try broken(noting: kept.count, connection)
        // What is only suspected is counted once it is looked at: all of it.
        let sure = kept == .all ? [] : broken.filter { $0.rule.confirm == nil }
        let whole = kept == .all ? broken : broken.filter { $0.rule.confirm != nil }
        try tell(
            sure, among: "_row IN (\(Set(sure.flatMap(\.rows)).sorted().map(String.init).joined(separator: ", ")))", in: work,
            connection
        ) {
            rule, findings in
            let told = try log.add(findings, connection)
            if rule.count > told { try log.add(more: rule.count - told, rule.rule, connection) }
        }
        try tell(whole, among: whole.map(\.rule.condition).joined(separator: "\n OR "), in: work, connection) { rule, findings in
            if try confirms(rule, in: work, connection) { try log.add(findings, connection) }
        }
        for rule in sets { try rule.find(in: view, table: "\(work).repeated", log, connection) }
    }

    /// The fields for which some rule is broken.
    func brokenFields(in work: String, _ connection: Connection) throws -> [String] {
        let broken = try broken(noting: 1, connection)
        var fields: [String] = []
        try tell(broken, among: broken.map(\.rule.condition).joined(separator: "\n OR "), in: work, connection) { rule, _ in
            if let field = rule.rule.field, try confirms(rule, in: work, connection) { fields.append(field) }
        }
        return fields
    }

    /// The scan.
    /// - Parameter first: how many rows to note for each rule.
    private func broken(noting first: Int, _ connection: Connection) throws(EngineFault) -> [Broken] {
        var broken: [Broken] = []
        for start in stride(from: 0, to: rules.count, by: Self.atOnce) {
            let part = Array(rules[start..<min(start + Self.atOnce, rules.count)])
            let flags = part.enumerated().map { "\(scoped($0.element)) AS r\($0.offset)" }
            let names = part.indices.map { "r\($0)" }
            let numbers = part.indices.map { "CASE WHEN r\($0) THEN \(start + $0) END" }
            // One group for each rule: an aggregate for each would be planned forty times.
            let rows = try connection.rows(
                """
                SELECT number, count(*) AS count, min(_row, \(first)) AS rows FROM (
                    SELECT _row, unnest([\(numbers.joined(separator: ", "))]) AS number
                    FROM (SELECT _row, \(flags.joined(separator: ", ")) FROM (\(view.sql)) AS view) AS flagged
                    WHERE \(names.joined(separator: " OR "))) AS broken
                WHERE number IS NOT NULL GROUP BY number ORDER BY number
                """, view.parameters)
            for row in rows {
                guard let number = row.integer("number"), let count = row.integer("count"), case .list(let rows) = row["rows"]
                else { continue }
                broken.append(Broken(number: number, rule: rules[number], count: count, rows: rows.compactMap(\.integer)))
            }
        }
        return broken
    }

    /// Keeps the rows of a condition in a table, with their texts and for each rule whether it is broken (`r0`…), and hands over
    /// the findings of each rule.
    private func tell(
        _ broken: [Broken], among condition: String, in work: String, _ connection: Connection,
        _ body: (Broken, Relation) throws -> Void
    ) throws {
        guard !broken.isEmpty else { return }
        let table = "\(work).suspects"
        let flags = broken.map { "\(scoped($0.rule)) AS r\($0.number)" }
        let columns = (["_source", "_row"] + view.texts + needed(broken) + flags).joined(separator: ", ")
        try connection.execute(
            "CREATE OR REPLACE TABLE \(table) AS SELECT \(columns) FROM (\(view.sql)) AS view WHERE \(condition)", view.parameters
        )
        for rule in broken { try body(rule, findings(of: rule, among: table, in: work)) }
        try connection.execute("DROP TABLE \(table)")
    }

    /// The values and derived columns that findings show. A name inside a constant may be taken for one: it costs a column.
    private func needed(_ broken: [Broken]) -> [String] {
        let shown = broken.flatMap { [$0.rule.value, $0.rule.detail, $0.rule.text] }
        let names = Set(shown.flatMap { (text: String) in text.matches(of: #/\b[vd]\d+\b/#).map { String($0.output) } })
        return view.derivedColumns.filter { names.contains($0) }
    }

    /// Looks at the distinct suspects of a rule that SQL alone cannot decide.
    private func confirms(_ broken: Broken, in work: String, _ connection: Connection) throws(EngineFault) -> Bool {
        guard let confirm = broken.rule.confirm else { return true }
        let values = try connection.rows(
            "SELECT DISTINCT \(broken.rule.text) AS value FROM \(work).suspects WHERE r\(broken.number)")
        let wrong = values.compactMap { $0.text("value") }.filter { confirm($0) }
        let table = "\(work).confirmed_\(broken.number)"
        try connection.execute("CREATE OR REPLACE TABLE \(table) (value VARCHAR)")
        for start in stride(from: 0, to: wrong.count, by: 500) {
            let part = wrong[start..<min(start + 500, wrong.count)]
            try connection.execute(
                "INSERT INTO \(table) VALUES \(part.map { _ in "(?)" }.joined(separator: ", "))", part.map { .text($0) })
        }
        return !wrong.isEmpty
    }

    private func findings(of broken: Broken, among suspects: String, in work: String) -> Relation {
        let rule = broken.rule
        let confirmed =
            rule.confirm == nil ? "" : " AND \(rule.text) IN (SELECT value FROM \(work).confirmed_\(broken.number))"
        return Relation(
            sql: """
                SELECT \(constant(rule.kind.code)) AS code, \(constant(rule.kind.severity.rawValue)) AS severity, _source, _row,
                \(rule.field.map { constant($0) } ?? "NULL") AS field, \(rule.value) AS value, \(rule.detail) AS detail
                FROM \(suspects) WHERE r\(broken.number)\(confirmed)
                """, columns: [])
    }

    private func scoped(_ rule: Rule) -> String {
        rule.concernsBlankRows ? rule.condition : "NOT blank AND \(rule.condition)"
    }
}
