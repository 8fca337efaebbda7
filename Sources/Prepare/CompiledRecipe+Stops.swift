package import DuckDB

extension CompiledRecipe {
    /// Runs everything but the last query: hands over the findings step by step, and gives the rows.
    ///
    /// A query for findings reads what its step receives, so that in a long recipe each would work through all the steps before
    /// it once more. Here a step that tells something lays its rows down, with what each has to tell beside it: the steps up to
    /// there are computed once. The rest reads that table.
    ///
    /// - Parameter lay: reads a relation once into a table that the rest then reads, and gives the table's quoted name; the
    ///   number tells the tables apart. Only the last one is still read.
    /// - Returns: the prepared rows, as `relation` gives them, from the last table laid down.
    package func run(
        lay: (_ rows: Relation, _ number: Int) throws -> String, tell: (_ findings: Relation) throws -> Void
    ) throws -> Relation {
        var recipe = self
        var number = 0
        while let step = recipe.told.map(\.step).min() {
            number += 1
            if let telling = recipe.stages[step].telling {
                let table = SQL.trusted(try lay(recipe.rows(of: step, telling.sql), number))
                let findings = Finding.listed(in: "\(name: telling.column)", of: table)
                try tell(Relation(sql: findings.text, parameters: findings.parameters, columns: Finding.columns))
                recipe = recipe.resumed(at: step, as: "SELECT * EXCLUDE (\(name: telling.column)) FROM \(table)")
            } else {
                // The step's own queries, over rows laid down before it.
                if step > 1 {
                    let table = try lay(recipe.rows(of: step - 1, recipe.stages[step - 1].body), number)
                    recipe = recipe.resumed(at: step - 1, as: "SELECT * FROM \(.trusted(table))")
                }
                let here = min(step, 1)
                for told in recipe.told where told.step == here { try tell(recipe.relation(of: told)) }
                recipe.told.removeAll { $0.step == here }
            }
        }
        return recipe.relation
    }

    /// All that a stage gives with another body, what flows beside the data included.
    private func rows(of index: Int, _ body: SQL) -> Relation {
        let whole: SQL = index == 0 ? body : "\(Self.prefix(Array(stages[..<index]))) \(body)"
        return Relation(sql: whole.text, parameters: whole.parameters, columns: stages[index].after)
    }

    /// The same recipe from a stage that has been laid down: those before it are gone from the statement.
    private func resumed(at index: Int, as body: SQL) -> CompiledRecipe {
        let stage = stages[index]
        let laid = Stage(
            name: stage.name, place: stage.place, cte: stage.cte, body: body, before: stage.before, after: stage.after)
        return CompiledRecipe(
            stages: [laid] + stages[(index + 1)...], end: end,
            told: told.filter { $0.step > index }.map { Told(sql: $0.sql, step: $0.step - index) })
    }
}
