internal import DuckDB

/// A grouped plan as a statement: an inner query makes keys `k0…` and aggregates `a0…`; an outer one computes with them,
/// names, sorts and pages.
struct GroupStatement {
    private let plan: QueryPlan
    private let table: QueryTable
    /// Among the rows, lists taken apart.
    private let inner: Scope
    /// Among the groups, `g`: keys and aggregates are known.
    private let outer: Scope
    private let aggregates: [Expression]

    init(_ plan: QueryPlan, _ table: QueryTable) {
        self.plan = plan
        self.table = table
        var (inner, outer) = (Scope(table, plan.setting), Scope(table, plan.setting))
        for (index, group) in plan.groups.enumerated() {
            outer.known[group.expression] = "g.\(name: "k\(index)")"
            if case .field(let field) = group.expression, field.isMultivalued {
                inner.elements[field] = "t.\(name: "_element_\(index)")"
            }
        }
        aggregates = Expression.aggregates(
            in: plan.outputs.map(\.expression) + plan.order.map(\.expression) + plan.having.expressions)
        for (index, aggregate) in aggregates.enumerated() { outer.known[aggregate] = "g.\(name: "a\(index)")" }
        (self.inner, self.outer) = (inner, outer)
    }

    var compiled: CompiledQuery {
        let groups = plan.groups.map { $0.named(shown($0.expression), in: outer) }
        let outputs = plan.outputs.map { $0.named($0.expression.sql(in: outer), in: outer) }
        let sql: SQL = "SELECT \((groups + outputs).joined(", ")) FROM \(kept) ORDER BY \(order)\(plan.page)"
        return CompiledQuery(sql, columns: plan.groups.map(\.elementColumn) + plan.outputs.map(\.column))
    }

    /// One number: the groups. Without a condition on them their keys are enough.
    var counted: SQL {
        if plan.having != .everything { return "SELECT count(*) FROM \(kept)" }
        return "SELECT count(*) FROM (SELECT \(keys.joined(", ")) FROM \(source) GROUP BY \(positions)) AS g"
    }

    /// The groups that are answered, as `g`.
    private var kept: SQL {
        let values = aggregates.enumerated().map { index, aggregate in
            SQL("\(aggregate.sql(in: inner)) AS \(name: "a\(index)")")
        }
        let condition: SQL = plan.having == .everything ? "" : " WHERE \(plan.having.sql(in: outer))"
        return "(SELECT \((keys + values).joined(", ")) FROM \(source) GROUP BY \(positions)) AS g\(condition)"
    }

    private var keys: [SQL] {
        plan.groups.enumerated().map { index, group in
            SQL("\(group.expression.sql(in: inner)) AS \(name: "k\(index)")")
        }
    }

    private var positions: SQL { plan.groups.indices.map { SQL.trusted(String($0 + 1)) }.joined(", ") }

    /// A bucket is sorted by its beginning and shown by its ends.
    private func shown(_ expression: Expression) -> SQL {
        let key = expression.sql(in: outer)
        if case .bucket(let buckets, let of) = expression { return buckets.label(key, of.type, in: Scope(table, plan.setting)) }
        return key
    }

    /// The criteria, then every key: equal groups keep their order from page to page.
    private var order: SQL {
        let criteria = plan.order.map { $0.sql($0.expression.sql(in: outer)) }
        let keys = plan.groups.map { SQL("\($0.expression.sql(in: outer)) ASC NULLS FIRST") }
        return (criteria + keys).joined(", ")
    }

    /// The rows that pass: lists taken apart, an empty one giving a null; points put into clusters.
    private var source: SQL {
        let rows = plan.source(table, Scope(table, plan.setting))
        for group in plan.groups {
            if case .cluster(let clusters, let field) = group.expression {
                return "(\(clusters.rows(of: field, from: rows))) AS t"
            }
        }
        let lists = plan.groups.enumerated().compactMap { index, group -> SQL? in
            guard case .field(let field) = group.expression, field.isMultivalued else { return nil }
            let list: SQL = "t.\(name: field.column)"
            return "unnest(CASE WHEN len(\(list)) > 0 THEN \(list) ELSE [NULL] END) AS \(name: "_element_\(index)")"
        }
        return lists.reduce(rows) { rows, list in "(SELECT t.*, \(list) FROM \(rows)) AS t" }
    }
}

extension Output {
    /// The column of a key: of a list, an element.
    fileprivate var elementColumn: ResultColumn {
        ResultColumn(name, type: column.type, isMultivalued: false, field: column.field)
    }
}
