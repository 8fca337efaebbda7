package import Check
internal import Collect
internal import DuckDB
internal import Territory

extension OpenCheck {
    /// What a repair wrote and what is left.
    package struct Repaired: Sendable {
        package let repairs: RepairReport
        /// The check of the mended table.
        package let remains: Report
        /// The repairs as a recipe.
        package let recipe: String
    }

    /// Where a repair writes; nil for what is not wanted.
    package struct Target: Sendable {
        package let table: String?
        package let changes: String?

        package init(table: String?, changes: String?) {
            self.table = table
            self.changes = changes
        }
    }

    /// Mends what can be mended safely, and what is only likely when that is asked for.
    ///
    /// Titles come first: a column that was not recognised was not checked. The table is checked again with its new titles, its
    /// cells are mended, and checked a last time.
    /// - Returns: nil when the rows were not checked, or when their columns have types: what is typed is no text to mend.
    package func repair(withLikely: Bool, to target: Target) throws -> Repaired? {
        guard let table, table.plan.readsRows, table.relation.columns.allSatisfy(\.isText) else { return nil }
        let titles = TitleMends(table.plan.labels, schema)
        let labels = titles.applied(to: table.plan.labels, withLikely: withLikely)
        let before = try checked(table.relation, labels, in: "before")
        let search = RepairSearch(schema, in: work.schema, connection)
        try search.run(before.relation)
        let repeated = try before.report(kinds: findingKinds, examples: 1, connection).groups.contains {
            ["check.repeated-primary-key", "check.repeated-value"].contains($0.code)
        }
        let mended = RepairedTable(
            table.relation, search, RepairedTable.Choice(titles: labels, withLikely: withLikely, dropsRepeated: repeated))
        if let path = target.table { try mended.write(to: path, connection) }
        if let path = target.changes { try mended.writeChanges(before.relation, to: path, connection) }
        let after = try checked(try mended.relation(connection), labels, in: "after")
        let repairs = try RepairReport(search, titles, before.relation, connection)
        let recipe = RepairRecipe(repairs, schema, values: try search.values(withLikely: withLikely), withLikely: withLikely)
        return Repaired(
            repairs: repairs, remains: try after.report(kinds: findingKinds, examples: 3, connection), recipe: recipe.yaml)
    }

    /// The findings of a table under other titles.
    private func checked(_ relation: Relation, _ labels: [String], in name: String) throws -> FindingLog {
        let log = FindingLog(schema: work.schema, table: name)
        try log.create(connection)
        let plan = SchemaPlan(schema, over: relation, titles: labels)
        for finding in plan.headerFindings + plan.startFindings { try log.add(finding, connection) }
        if plan.readsRows { try plan.checkRows(in: work.schema, log, connection) }
        return log
    }
}
