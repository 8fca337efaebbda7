package import DuckDB

extension CompiledRecipe {
    /// Runs everything but the last query: hands over the findings step by step, and gives the rows.
    ///
    /// Findings read what their step receives, so that in a long recipe each would work through all the steps before it once
    /// more. The second step that looks for findings, and each one after, therefore reads rows laid down on the way: what a
    /// step computes is computed twice at most, once for its rows and once for what it tells.
    ///
    /// - Parameter lay: reads a relation once into a table that the rest then reads, and gives the table's quoted name; the
    ///   number tells the tables apart.
    /// - Returns: the prepared rows, as `relation` gives them, from the last table laid down.
    package func run(
        lay: (_ rows: Relation, _ number: Int) throws -> String, tell: (_ findings: Relation) throws -> Void
    ) throws -> Relation {
        var recipe = self
        var number = 0
        while var step = recipe.told.map(\.step).min() {
            if number > 0, step > 1 {
                recipe = recipe.resumed(at: step - 1, from: try lay(recipe.rows(of: step - 1), number))
                step = 1
            }
            for told in recipe.told where told.step == step { try tell(recipe.relation(of: told)) }
            recipe.told.removeAll { $0.step == step }
            number += 1
        }
        return recipe.relation
    }

    /// All a stage gives, what flows beside the data included.
    private func rows(of index: Int) -> Relation {
        let whole: SQL = "\(Self.prefix(Array(stages[...index]))) SELECT * FROM \(name: stages[index].cte)"
        return Relation(sql: whole.text, parameters: whole.parameters, columns: stages[index].after)
    }

    /// The same recipe, with a stage that has been laid down: those before it are gone from the statement.
    private func resumed(at index: Int, from table: String) -> CompiledRecipe {
        let stage = stages[index]
        let laid = Stage(
            name: stage.name, place: stage.place, cte: stage.cte, body: "SELECT * FROM \(.trusted(table))",
            before: stage.before, after: stage.after)
        return CompiledRecipe(
            stages: [laid] + stages[(index + 1)...], end: end,
            told: told.filter { $0.step > index }.map { Told(sql: $0.sql, step: $0.step - index) })
    }
}
