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
            if let last = recipe.lastTelling(from: step), let columns = recipe.stages[last].telling?.columns {
                let table = SQL.trusted(try lay(recipe.telling(from: step, to: last), number))
                for column in columns {
                    let findings = Finding.listed(in: "\(name: column)", of: table)
                    try tell(Relation(sql: findings.text, parameters: findings.parameters, columns: Finding.columns))
                }
                let told = columns.map { SQL("\(name: $0)") }.joined(", ")
                recipe = recipe.resumed(at: last, as: "SELECT * EXCLUDE (\(told)) FROM \(table)")
            } else {
                // The step's own queries, over rows laid down before it.
                if step > 1 {
                    let table = try lay(recipe.rows(of: step - 1), number)
                    recipe = recipe.resumed(at: step - 1, as: "SELECT * FROM \(.trusted(table))")
                }
                let here = min(step, 1)
                for told in recipe.told where told.step == here { try tell(recipe.relation(of: told)) }
                recipe.told.removeAll { $0.step == here }
            }
        }
        return recipe.relation
    }

    /// The last of the telling steps that follow one another from here: they are laid down together.
    private func lastTelling(from step: Int) -> Int? {
        stages.indices.dropFirst(step).prefix { stages[$0].telling != nil }.last
    }

    /// All that the last of some telling stages gives, with what each of them tells.
    private func telling(from first: Int, to last: Int) -> Relation {
        var recipe = self
        for index in first...last {
            let stage = stages[index]
            recipe.stages[index] = Stage(
                name: stage.name, place: stage.place, cte: stage.cte, body: stage.telling?.sql ?? stage.body,
                before: stage.before, after: stage.after)
        }
        return recipe.rows(of: last)
    }

    /// All that a stage gives, what flows beside the data included.
    private func rows(of index: Int) -> Relation {
        let whole: SQL = "\(Self.prefix(Array(stages[...index]))) SELECT * FROM \(name: stages[index].cte)"
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
