internal import DuckDB
internal import Territory

/// The SQL of several norms over one stage: clean texts first, then what is read of them, then the columns.
struct NormPlan {
    private struct Entry {
        let column: Relation.Column
        let norm: Norm
        let clean: SQL
        let read: SQL
        let found: SQL?
        let path: String
        /// What has no form to be written in is emptied, with a warning.
        let isLenient: Bool

        var doubts: [Norm.Doubt] {
            norm.doubts(clean, read) + (found.map { [Norm.Doubt(.noMatch, "\($0) IS NULL", "\(text: path)")] } ?? [])
        }
    }

    private let input: StepInput
    private var entries: [Entry] = []
    private var joins: SQL = ""

    init(_ input: StepInput) {
        self.input = input
    }

    /// - Parameter table: keys and names of places whose spelling is followed.
    mutating func add(_ column: Relation.Column, _ norm: Norm, table: SQL?, path: String?, isLenient: Bool) {
        let index = entries.count + 1
        let found = table.map { table -> SQL in
            let name = input.fresh("found_\(index)")
            let key = Norm.placeKey(Text.of(column))
            joins = "\(joins) LEFT JOIN (\(table)) AS \(name: name) ON \(key) = \(name: name)._place_key"
            return "\(name: name)._place_name"
        }
        entries.append(
            Entry(
                column: column, norm: norm, clean: "\(name: input.fresh("clean_\(index)"))",
                read: "\(name: input.fresh("read_\(index)"))", found: found, path: path ?? "", isLenient: isLenient))
    }

    /// The rows, with the clean texts and what was read beside them.
    var source: SQL {
        let cleaned = entries.map { SQL("\($0.norm.clean(Text.of($0.column))) AS \($0.clean)") }
        let read = entries.map { entry in SQL("\(entry.norm.read(entry.clean)) AS \(entry.read)") }
        if entries.isEmpty { return input.rows }
        return """
            (SELECT *, \(read.joined(", ")) FROM (SELECT *, \(cleaned.joined(", ")) FROM \(input.rows)))\(joins)
            """
    }

    var items: [Item] {
        entries.map { entry in
            let written: SQL = entry.found.map { "coalesce(\($0), \(entry.read))" } ?? entry.read
            let lost = entry.isLenient ? entry.doubts.filter(\.isLoss).map { SQL("(\($0.holds))") } : []
            let empty = ([Text.isBlank(entry.column)] + lost).joined(" OR ")
            return Item(
                entry.column.name, "CASE WHEN \(empty) THEN NULL ELSE coalesce(\(written), \(Text.of(entry.column))) END")
        }
    }

    /// What must be told of a row of the source.
    var tests: [Finding.Test] {
        entries.flatMap { entry -> [Finding.Test] in
            let filled: SQL = "NOT \(Text.isBlank(entry.column))"
            return entry.doubts.map { doubt in
                let finding = Finding(
                    kind: doubt.kind, severity: entry.isLenient ? .warning : nil, field: entry.column.name,
                    value: Text.of(entry.column), detail: doubt.detail)
                return (finding, "\(filled) AND \(doubt.holds)" as SQL)
            }
        }
    }
}
