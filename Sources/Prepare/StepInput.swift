package import DuckDB
package import Foundation
internal import Territory

/// What a step knows of the stage before it.
package struct StepInput {
    /// The SQL name by which the step reads its rows, such as `step_3`.
    package let name: String
    /// The data columns; `_source` and `_row` flow beside them.
    package let columns: [Relation.Column]
    /// The territory, where lookups are.
    package let folder: URL
    /// Whether rows carry `_part`, their order inside a row of the file, since an unpivot cut it in several.
    let hasParts: Bool
    /// Whether rows carry `_rank`, their place since a `sort`.
    let hasRanks: Bool
    /// Whether a later step names a column.
    let isNamedLater: (String) -> Bool
    /// Columns in which the step before tells something, when it does: a step that tells carries them on.
    var told: [String] = []
    /// Runs SQL over the stages so far.
    let probe: (SQL) throws -> [Row]

    /// Columns that flow beside the data, in order.
    var provenance: [String] { ["_source", "_row"] + (hasParts ? ["_part"] : []) + (hasRanks ? ["_rank"] : []) }

    /// Names that no column of the data may bear.
    static let reserved: Set = ["_source", "_row", "_part", "_rank"]

    /// What the rows stand in the order of: the file, its rows, their parts; before all, what `sort` said.
    var order: SQL { Self.order(hasParts: hasParts, hasRanks: hasRanks) }

    /// Rows that came after a `sort` have no rank: they stand last.
    static func order(hasParts: Bool, hasRanks: Bool) -> SQL {
        let keys: [SQL] = (hasRanks ? ["_rank NULLS LAST"] : []) + ["_source", "_row"] + (hasParts ? ["_part"] : [])
        return keys.joined(", ")
    }

    /// The place of a row as one value that compares as `order` does, and holds its provenance.
    var origin: SQL {
        let rank: [SQL] = hasRanks ? ["_rank := coalesce(_rank, 9223372036854775807)"] : []
        let rest: [SQL] = ["_source := _source", "_row := _row"] + (hasParts ? ["_part := _part"] : [])
        return "struct_pack(\((rank + rest).joined(", ")))"
    }

    /// The stage, as something to select from.
    var rows: SQL { "\(name: name)" }

    /// The column of that name.
    func column(_ name: String) -> Relation.Column? { columns.first { $0.name == name } }

    /// A name no column has, for an intermediate result.
    /// - Parameter others: names that stand beside the columns.
    func fresh(_ name: String, beside others: [String] = []) -> String {
        let taken = Set((columns.map(\.name) + others).map { $0.lowercased() })
        var fresh = name
        while taken.contains(fresh.lowercased()) { fresh += "_" }
        return fresh
    }

    /// `SELECT` of the items and of the provenance.
    func select(_ items: [Item], from source: SQL? = nil, where condition: SQL? = nil) -> SQL {
        let flow = provenance.map { SQL("\(name: $0)") }
        // One line for each column: the statement is also read by people.
        let selected: SQL = "SELECT\n    \((items.map(\.sql) + flow).joined(",\n    "))\n  FROM \(source ?? rows)"
        return condition.map { "\(selected)\n  WHERE \($0)" } ?? selected
    }

    /// All columns, some of them replaced where they stand, the new ones at the end.
    func replacingOrAdding(_ items: [Item]) -> [Item] {
        columns.map { column in items.first { $0.column.name == column.name } ?? Item(column) }
            + items.filter { column($0.column.name) == nil }
    }

    /// The columns a piece of SQL would give, provenance included, without running it.
    func describe(_ sql: SQL) throws -> [Relation.Column] {
        try probe("DESCRIBE \(sql)").map {
            Relation.Column($0.text("column_name") ?? "", type: $0.text("column_type") ?? "VARCHAR")
        }
    }
}

/// One column of a `SELECT`.
struct Item {
    let column: Relation.Column
    let sql: SQL

    /// The column as it is.
    init(_ column: Relation.Column) {
        self.column = column
        sql = "\(name: column.name)"
    }

    /// A column with a new value, name or type.
    init(_ name: String, type: String = "VARCHAR", _ expression: SQL) {
        column = Relation.Column(name, type: type)
        sql = "\(expression) AS \(name: name)"
    }
}

extension StepInput {
    /// The rows from the last to the first.
    var reversedOrder: SQL {
        let keys: [SQL] = (hasRanks ? ["_rank DESC NULLS FIRST"] : []) + ["_source DESC", "_row DESC"]
        return (keys + (hasParts ? ["_part DESC"] : [])).joined(", ")
    }
}
