package import DuckDB
package import Territory

/// What one step does to the rows and columns, with a few rows to look at.
package struct StepPreview: Sendable {
    /// The step's name; empty for what was collected.
    package let name: String
    package let place: Place?
    package let rowsBefore: Int
    package let rowsAfter: Int
    package let columnsBefore: [Relation.Column]
    package let columnsAfter: [Relation.Column]
    /// The first rows after the step: its columns, then `_source` and `_row`.
    package let sample: [Row]
    /// The columns that this step made, or whose cells it changed in the rows of the sample, in their order.
    package let changed: Set<String>
}

extension CompiledRecipe {
    /// Every stage with its rows counted before and after, and a sample. Counts all in one statement, then one short
    /// statement for each sample.
    package func preview(_ connection: Connection, sample: Int = 5) throws -> [StepPreview] {
        let counts = stages.map { stage -> SQL in "(SELECT count(*) FROM \(name: stage.cte))" }
        let counting = relation(ending: "SELECT \(counts.joined(", "))")
        let rows = try connection.row(counting.sql, counting.parameters)?.values.map { $0.integer ?? 0 } ?? []
        var earlier: [Row] = []
        return try stages.enumerated().map { index, stage in
            let names = stage.after.map { SQL("\(name: $0.name)") }, origin = ["_source", "_row"].map { SQL("\(name: $0)") }
            // A join leaves rows in any order: the sample follows the same rows from step to step.
            let looking: SQL = """
                \(Self.prefix(Array(stages[...index]))) SELECT \((names + origin).joined(", ")) FROM \(name: stage.cte) \
                ORDER BY \((origin + names).joined(", ")) LIMIT \(value: .integer(Int64(sample)))
                """
            let seen = try connection.rows(looking.text, looking.parameters)
            defer { earlier = seen }
            return StepPreview(
                name: stage.name, place: stage.place, rowsBefore: rows[max(0, index - 1)], rowsAfter: rows[index],
                columnsBefore: stage.before, columnsAfter: stage.after, sample: seen,
                changed: Self.changed(by: stage, from: earlier, to: seen))
        }
    }

    /// Columns new after a stage, and those with another cell in a row that is in both samples.
    private static func changed(by stage: Stage, from earlier: [Row], to later: [Row]) -> Set<String> {
        let old = stage.before.map(\.name)
        func origin(_ row: Row) -> [SQLValue] { Array(row.values.suffix(2)) }
        // A row may have become several: the first is compared with the first, and so on.
        var known = Dictionary(grouping: earlier, by: origin)
        let pairs = later.compactMap { row -> (Row, Row)? in
            guard let old = known[origin(row)]?.first else { return nil }
            known[origin(row)]?.removeFirst()
            return (old, row)
        }
        let changed = stage.after.enumerated().filter { index, column in
            guard let place = old.firstIndex(of: column.name) else { return true }
            return pairs.contains { $0.values[place] != $1.values[index] }
        }
        return Set(changed.map(\.element.name))
    }
}
