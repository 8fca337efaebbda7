internal import DuckDB
internal import Territory

/// A query that makes one row of several, as SQL: the keys, what is gathered, and the provenance of the first row.
struct Gathering {
    private let input: StepInput
    private let keys: [Relation.Column]
    private var gathered: [(column: Relation.Column, expression: SQL)] = []
    /// What the query within computes once for each row.
    private var prepared: [SQL] = []

    /// - Parameter keys: what a group shares; without any, all rows are one group.
    init(of input: StepInput, by keys: [Relation.Column]) {
        self.input = input
        self.keys = keys
    }

    var columns: [Relation.Column] { keys + gathered.map(\.column) }

    /// Something computed for each row, under a name no column has.
    mutating func prepare(_ name: String, _ expression: SQL) {
        prepared.append("\(expression) AS \(name: name)")
    }

    /// One more column.
    mutating func add(_ name: String, type: String, _ expression: SQL) {
        gathered.append((Relation.Column(name, type: type), expression))
    }

    /// One more column: what a function makes of a column, in the rows that count.
    mutating func add(
        _ name: String, _ function: Aggregate, of column: Relation.Column, separator: String = ", ", where condition: SQL = "true"
    ) {
        let piece = input.fresh("read_\(column.name)")
        let collation = Collation(column, as: piece)
        if function == .min || function == .max, let part = collation.prepared, !prepared.contains(part) { prepared.append(part) }
        let source = Aggregate.Source(
            column: column, piece: piece, order: input.origin, condition: condition, separator: separator)
        let (expression, type) = function.sql(of: source)
        add(name, type: type, expression)
    }

    /// One row for each group. The keys and results bear names of their own within, so that a result may be called like the
    /// column it comes from.
    var sql: SQL {
        let keyNames = keys.indices.map { input.fresh("_key_\($0 + 1)") }
        let origin = input.fresh("_origin")
        let within = zip(keys, keyNames).map { SQL("\(Text.key($0)) AS \(name: $1)") } + prepared
        let rows: SQL = within.isEmpty ? input.rows : "(SELECT *, \(within.joined(", ")) FROM \(input.rows))"
        let results = gathered.indices.map { input.fresh("_result_\($0 + 1)") }
        let inner =
            keyNames.map { SQL("\(name: $0)") } + zip(gathered, results).map { SQL("\($0.expression) AS \(name: $1)") }
            + ["min(\(input.origin)) AS \(name: origin)"]
        let outer =
            zip(keys, keyNames).map { SQL("\(name: $1) AS \(name: $0.name)") }
            + zip(gathered, results).map { SQL("\(name: $1) AS \(name: $0.column.name)") }
            + input.provenance.map { SQL("\(name: origin).\(name: $0) AS \(name: $0)") }
        let shared = keyNames.isEmpty ? "HAVING count(*) > 0" : SQL("GROUP BY \(keyNames.map { SQL("\(name: $0)") }.joined(", "))")
        return """
            SELECT \(outer.joined(", "))
              FROM (SELECT \(inner.joined(", ")) FROM \(rows) \(shared))
            """
    }
}
