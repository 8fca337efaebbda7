internal import DuckDB

/// A grouped plan as a statement: an inner query makes keys `k0…` and aggregates `a0…`, an outer one names, sorts and pages.
struct GroupStatement {
    private let plan: QueryPlan
    private let table: QueryTable
    private let scope: Scope

    init(_ plan: QueryPlan, _ table: QueryTable) {
        self.plan = plan
        self.table = table
        var scope = Scope(table, plan.setting)
        for (index, group) in plan.groups.enumerated() {
            if case .field(let field) = group.expression, field.isMultivalued {
                scope.elements[field] = "t.\(name: "_element_\(index)")"
            }
        }
        self.scope = scope
    }

    var compiled: CompiledQuery {
        let outer = Scope(table, plan.setting)
        let groups = plan.groups.enumerated().map { index, group in group.named(shown(group.expression, index), in: outer) }
        let outputs = plan.outputs.enumerated().map { index, output in output.named("g.\(name: "a\(index)")", in: outer) }
        let sql: SQL = "SELECT \((groups + outputs).joined(", ")) FROM (\(inner)) AS g ORDER BY \(order)\(plan.page)"
        return CompiledQuery(sql, columns: plan.groups.map(\.elementColumn) + plan.outputs.map(\.column))
    }

    /// Only the keys, to count the groups.
    var keysAlone: SQL { "SELECT \(keys.joined(", ")) FROM \(source) GROUP BY \(positions)" }

    private var inner: SQL {
        let aggregates = (plan.outputs.map(\.expression) + hiddenCriteria).enumerated().map { index, expression in
            SQL("\(expression.sql(in: scope)) AS \(name: "a\(index)")")
        }
        return "SELECT \((keys + aggregates).joined(", ")) FROM \(source) GROUP BY \(positions)"
    }

    private var keys: [SQL] {
        plan.groups.enumerated().map { index, group in
            SQL("\(group.expression.sql(in: scope)) AS \(name: "k\(index)")")
        }
    }

    private var positions: SQL { plan.groups.indices.map { SQL.trusted(String($0 + 1)) }.joined(", ") }

    private func shown(_ expression: Expression, _ index: Int) -> SQL {
        let key: SQL = "g.\(name: "k\(index)")"
        if case .bucket(let buckets, let of) = expression { return buckets.label(key, of.type, in: Scope(table, plan.setting)) }
        return key
    }

    /// What the order asks for and no output shows.
    private var hiddenCriteria: [Expression] {
        plan.order.map(\.expression).filter { wanted in
            !plan.groups.contains { $0.expression == wanted } && !plan.outputs.contains { $0.expression == wanted }
        }
    }

    /// The criteria, then every key: equal groups keep their order from page to page.
    private var order: SQL {
        let hidden = hiddenCriteria
        let criteria = plan.order.map { ordering -> SQL in
            if let index = plan.groups.firstIndex(where: { $0.expression == ordering.expression }) {
                return ordering.sql("g.\(name: "k\(index)")")
            }
            let all = plan.outputs.map(\.expression) + hidden
            return ordering.sql("g.\(name: "a\(all.firstIndex(of: ordering.expression) ?? 0)")")
        }
        let keys = plan.groups.indices.map { SQL("g.\(name: "k\($0)") ASC NULLS FIRST") }
        return (criteria + keys).joined(", ")
    }

    /// The rows that pass: lists taken apart, an empty one giving a null; points put into clusters.
    private var source: SQL {
        let clusters = plan.groups.compactMap { group -> (Clusters, QueryField)? in
            if case .cluster(let clusters, let field) = group.expression { (clusters, field) } else { nil }
        }
        if let (clusters, field) = clusters.first {
            return "(\(clusters.rows(of: field, from: plan.source(table, Scope(table, plan.setting))))) AS t"
        }
        if scope.elements.isEmpty { return plan.source(table, scope) }
        let lists = plan.groups.enumerated().compactMap { index, group -> SQL? in
            guard case .field(let field) = group.expression, field.isMultivalued else { return nil }
            let list: SQL = "t.\(name: field.column)"
            return "unnest(CASE WHEN len(\(list)) > 0 THEN \(list) ELSE [NULL] END) AS \(name: "_element_\(index)")"
        }
        let rows = plan.source(table, Scope(table, plan.setting))
        return lists.reduce(rows) { rows, list in "(SELECT t.*, \(list) FROM \(rows)) AS t" }
    }
}

extension Output {
    /// The column of a key: of a list, an element.
    fileprivate var elementColumn: ResultColumn {
        ResultColumn(name, type: column.type, isMultivalued: false, field: column.field)
    }
}
