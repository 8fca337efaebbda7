package import DuckDB
package import Territory

/// A recipe as the engine runs it: one statement, one named query for each step.
package struct CompiledRecipe: Sendable {
    /// What came in, or one step.
    package struct Stage: Sendable {
        /// The step's name; empty for what was collected.
        package let name: String
        /// Where the step is declared.
        package let place: Place?
        /// Its name in the statement, such as `step_3`.
        let cte: String
        let body: SQL
        /// The columns it receives.
        package let before: [Relation.Column]
        /// The columns it gives.
        package let after: [Relation.Column]
        /// The stage with what its rows have to tell, when the step can say so.
        var telling: StepOutput.Telling?

        /// The step as SQL, with its values written in: to read, not to run.
        package var readableSQL: String { body.readable }
    }

    /// What was collected, then each step.
    package internal(set) var stages: [Stage]
    /// The last `SELECT` of the statement.
    let end: SQL
    /// What the steps look for in the rows they receive.
    var told: [Told]

    /// A query for findings over the stage before a step.
    struct Told: Sendable {
        let sql: SQL
        /// The place of the step among the stages.
        let step: Int
    }

    /// What is wrong with the data. Columns: code, severity, _source, _row, field, value, detail. Each relation is a reading of
    /// its own of what was collected.
    package var findings: [Relation] { told.map { relation(of: $0) } }

    /// The prepared rows: columns of the last step, then `_source` and `_row`.
    package var relation: Relation { relation(ending: end) }

    func relation(of told: Told) -> Relation {
        let whole: SQL = "\(Self.prefix(Array(stages.prefix(told.step)))) \(told.sql)"
        return Relation(sql: whole.text, parameters: whole.parameters, columns: Finding.columns)
    }

    func relation(ending end: SQL) -> Relation {
        let whole: SQL = "\(Self.prefix(stages)) \(end)"
        return Relation(sql: whole.text, parameters: whole.parameters, columns: stages.last?.after ?? [])
    }

    /// `WITH step_0 AS (…), step_1 AS (…)`.
    static func prefix(_ stages: [Stage]) -> SQL {
        let queries = stages.map { stage -> SQL in "\(name: stage.cte) AS (\(stage.body))" }
        return "WITH \(queries.joined(", "))"
    }

    /// The statement with its values written in, one query for each step under a comment with its name and place: what
    /// `lavoir recipe --sql` prints. To read, not to run: what runs is `relation`, with bound values.
    package var displaySQL: String {
        let queries = stages.map { stage in
            let place = stage.place.map { "  \($0)" } ?? ""
            let title = "-- " + (stage.name.isEmpty ? "collect" : stage.name) + place
            return "\(Self.oneLine(title))\n\(stage.cte) AS (\n  \(stage.body.readable)\n)"
        }
        return "WITH\n" + queries.joined(separator: ",\n") + "\n" + end.readable + ";\n"
    }

    /// A comment must not end before its line does.
    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }
}
