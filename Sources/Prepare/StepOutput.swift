internal import DuckDB

/// What a step makes of the stage before it.
package struct StepOutput {
    /// What a step does to the order of the rows.
    package enum Order: Sendable {
        /// Rows come out in the order they went in.
        case kept
        /// The engine may shuffle them: they are sorted again at the end.
        case disturbed
        /// One row became several; `_part` tells their order.
        case parted
        /// Rows carry `_rank`, which tells their order from here on.
        case ranked
        /// Rows are new ones: `_part` tells their order and `_rank` is gone.
        case remade
        /// The town's own SQL: rows may come from anywhere and `_part` is gone.
        case unknown
    }

    let sql: SQL
    /// The columns, when the step knows them; else the engine is asked.
    let columns: [Relation.Column]?
    let order: Order
    /// Names the step brings in, with the place where each is written.
    let introduced: [NamedColumn]
    /// Queries over the stage before, each with the columns of a finding.
    let findings: [SQL]

    init(
        _ sql: SQL, columns: [Relation.Column]?, order: Order = .kept, introduced: [NamedColumn] = [], findings: [SQL] = []
    ) {
        self.sql = sql
        self.columns = columns
        self.order = order
        self.introduced = introduced
        self.findings = findings
    }

    /// A step that keeps every row and gives these columns.
    init(_ input: StepInput, _ items: [Item], introduced: [NamedColumn] = [], findings: [SQL] = []) {
        self.init(input.select(items), columns: items.map(\.column), introduced: introduced, findings: findings)
    }
}
