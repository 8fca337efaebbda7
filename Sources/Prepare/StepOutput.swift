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
    /// The same rows with what each has to tell beside them, when that says all that `findings` say.
    private(set) var telling: Telling?

    /// The step with columns more, each a list of findings or null: its own last, behind those of telling steps right before.
    struct Telling: Sendable {
        let sql: SQL
        let columns: [String]
    }

    init(
        _ sql: SQL, columns: [Relation.Column]?, order: Order = .kept, introduced: [NamedColumn] = [], findings: [SQL] = []
    ) {
        self.sql = sql
        self.columns = columns
        self.order = order
        self.introduced = introduced
        self.findings = findings
    }

    /// A step that keeps every row of a source, gives these columns and tells what it finds in the rows.
    init(
        _ input: StepInput, _ items: [Item], from source: SQL, order: Order = .kept, introduced: [NamedColumn] = [],
        telling tests: [Finding.Test]
    ) {
        self.init(
            input.select(items, from: source), columns: items.map(\.column), order: order, introduced: introduced,
            findings: tests.isEmpty ? [] : [Finding.among(source, tests)])
        if tests.isEmpty { return }
        var name = input.fresh("_told_\(input.told.count + 1)")
        while items.contains(where: { $0.column.name.lowercased() == name }) { name += "_" }
        let carried = input.told.map { Item(Relation.Column($0)) }
        telling = Telling(
            sql: input.select(items + carried + [Item(name, Finding.told(tests))], from: source), columns: input.told + [name])
    }

    /// A step that keeps every row and gives these columns.
    init(_ input: StepInput, _ items: [Item], introduced: [NamedColumn] = [], findings: [SQL] = []) {
        self.init(input.select(items), columns: items.map(\.column), introduced: introduced, findings: findings)
    }
}
