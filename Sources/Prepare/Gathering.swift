internal import DuckDB
internal import Territory

/// A query that makes one row of several, as SQL: the keys, what is gathered, and the provenance of the first row.
///
/// Keys and results bear names of their own within, so that a result may be called like the column it comes from.
struct Gathering {
    private let input: StepInput
    private let keys: [Relation.Column]
    /// What tells groups apart beside the keys, computed from each row.
    private let label: SQL?
    private var gathered: [(column: Relation.Column, expression: SQL)] = []
    /// What is computed once for each row: first from its cells, then from that.
    private var taken: [String: SQL] = [:]
    private var placed: [String: SQL] = [:]

    /// - Parameter keys: what a group shares; without any, all rows are one group.
    init(of input: StepInput, by keys: [Relation.Column], and label: SQL? = nil) {
        self.input = input
        self.keys = keys
        self.label = label
    }

    var columns: [Relation.Column] { keys + gathered.map(\.column) }

    /// The number of rows.
    mutating func addCount(_ name: String) {
        gathered.append((Relation.Column(name, type: "BIGINT"), "count(*)"))
    }

    /// What a function makes of the filled cells of a column.
    mutating func add(_ name: String, _ function: Aggregate, of column: Relation.Column, separator: String = ", ") {
        let filled = input.fresh("_filled_\(column.name)"), place = input.fresh("_\(function.rawValue)_place_\(column.name)")
        taken[filled] = "NOT \(Text.isBlank(column))"
        if function.compares {
            let piece = input.fresh("_read_\(column.name)")
            let collation = Collation(column, as: piece)
            taken[piece] = collation.prepared
            placed[place] = collation.place(greatest: function == .max)
        }
        let source = Aggregate.Source(
            column: column, filled: "\(name: filled)", place: "\(name: place)", origin: "\(name: origin)", separator: separator)
        let (expression, type) = function.sql(of: source)
        gathered.append((Relation.Column(name, type: type), expression))
    }

    private var origin: String { input.fresh("_origin") }
    private var keyNames: [String] { keys.indices.map { input.fresh("_key_\($0 + 1)") } }
    private var resultNames: [String] { gathered.indices.map { input.fresh("_result_\($0 + 1)") } }
    private var labelName: String { input.fresh("_label") }

    /// The keys under their names, to select from `grouped`.
    private var selectedKeys: [SQL] { zip(keys, keyNames).map { SQL("\(name: $1) AS \(name: $0.name)") } }

    /// One row for each group, under the names within.
    private var grouped: SQL {
        let groups = keyNames + (label == nil ? [] : [labelName])
        let within =
            zip(keys, keyNames).map { SQL("\(Text.key($0)) AS \(name: $1)") }
            + (label.map { ["\($0) AS \(name: labelName)"] } ?? [])
            + taken.sorted { $0.key < $1.key }.map { SQL("\($0.value) AS \(name: $0.key)") }
            + ["\(input.origin) AS \(name: origin)"]
        var rows: SQL = "(SELECT *, \(within.joined(", ")) FROM \(input.rows))"
        let places = placed.sorted { $0.key < $1.key }.map { SQL("\($0.value) AS \(name: $0.key)") }
        if !places.isEmpty { rows = "(SELECT *, \(places.joined(", ")) FROM \(rows))" }
        let list =
            groups.map { SQL("\(name: $0)") } + zip(gathered, resultNames).map { SQL("\($0.expression) AS \(name: $1)") }
            + ["min(\(name: origin)) AS \(name: origin)"]
        let end: SQL =
            groups.isEmpty ? "HAVING count(*) > 0" : "GROUP BY \(groups.map { SQL("\(name: $0)") }.joined(", "))"
        return "SELECT \(list.joined(", ")) FROM \(rows) \(end)"
    }

    /// One row for each group: its keys, what is gathered, the provenance of its first row.
    var sql: SQL {
        let results = zip(gathered, resultNames).map { SQL("\(name: $1) AS \(name: $0.column.name)") }
        let flow = input.provenance.map { SQL("\(name: origin).\(name: $0) AS \(name: $0)") }
        return "SELECT \((selectedKeys + results + flow).joined(", "))\n  FROM (\(grouped))"
    }

    /// One row for each set of keys; the only thing gathered, once for each label, stands in the column of its label.
    func spread(over labels: [(label: String, name: String)]) -> SQL {
        let value = resultNames[0]
        let cells = labels.map { label, name -> SQL in
            "any_value(\(name: value)) FILTER (\(name: labelName) = \(text: label)) AS \(name: name)"
        }
        let flow = input.provenance.map { SQL("(min(\(name: origin))).\(name: $0) AS \(name: $0)") }
        let end: SQL =
            keys.isEmpty ? "HAVING count(*) > 0" : "GROUP BY \(keyNames.map { SQL("\(name: $0)") }.joined(", "))"
        return "SELECT \((selectedKeys + cells + flow).joined(", "))\n  FROM (\(grouped)) \(end)"
    }
}
