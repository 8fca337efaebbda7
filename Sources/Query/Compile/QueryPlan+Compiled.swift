internal import DuckDB
internal import Territory

extension QueryPlan {
    /// The rows of the page, or the groups.
    /// - Throws: `QueryFault` when the plan reads a field that the table does not show.
    package func compiled(over table: QueryTable) throws(QueryFault) -> CompiledQuery {
        try check(over: table)
        if !groups.isEmpty { return GroupStatement(self, table).compiled }
        return outputs.contains { $0.expression.isAggregate } ? wholeTable(table) : rows(table)
    }

    /// One row with one number: the rows that pass, or the groups, whatever the page.
    package func counted(over table: QueryTable) throws(QueryFault) -> CompiledQuery {
        try check(over: table)
        let scope = Scope(table, setting)
        let sql: SQL =
            groups.isEmpty
            ? "SELECT count(*) FROM \(source(table, scope))"
            : GroupStatement(self, table).counted
        return CompiledQuery(sql, columns: [ResultColumn("count", type: .int)])
    }

    private func rows(_ table: QueryTable) -> CompiledQuery {
        let scope = Scope(table, setting)
        let values = outputs.map { $0.written($0.expression.sql(in: scope), in: scope) }
        let named: [SQL] = zip(values, outputs).map { "\($0) AS \(name: $1.name)" }
        let order = order(scope), rest: SQL = "FROM \(source(table, scope, isOrdered: !order.text.isEmpty))\(order)\(page)"
        // In an order, the text of each row that passes is written before the first of them are known.
        let isFew = order.text.isEmpty || passing.map { $0 <= Self.fewTexts } ?? false
        let isPlain = outputs.allSatisfy { $0.column.field != nil } && values.allSatisfy(\.parameters.isEmpty)
        return CompiledQuery(
            "SELECT \(named.isEmpty ? "1" : named.joined(", ")) \(rest)", columns: outputs.map(\.column),
            parts: isFew && isPlain ? .init(values: values.map(\.text), rest: rest.text) : nil)
    }

    /// Aggregates over all the rows that pass, on each row of the page.
    private func wholeTable(_ table: QueryTable) -> CompiledQuery {
        let scope = Scope(table, setting)
        var outer = scope
        var named: [SQL] = []
        for (index, aggregate) in Expression.aggregates(in: outputs.map(\.expression)).enumerated() {
            named.append("\(aggregate.sql(in: scope)) AS \(name: "a\(index)")")
            outer.known[aggregate] = "a.\(name: "a\(index)")"
        }
        let whole: SQL = "SELECT \(named.joined(", ")) FROM \(source(table, scope)) HAVING count(*) > 0"
        let values = outputs.map { $0.named($0.expression.sql(in: outer), in: scope) }
        let columns = outputs.map(\.column)
        let isAlone = outputs.allSatisfy { $0.expression.isAggregate && $0.expression.plainFields.isEmpty }
        if isAlone, limit == nil || (limit == 1 && offset == 0) {
            return CompiledQuery("SELECT \(values.joined(", ")) FROM (\(whole)) AS a", columns: columns)
        }
        // The page first: order and limit never wait for the aggregates. A query inside has no row numbers.
        let rows: SQL = "SELECT t.* FROM \(source(table, scope))\(order(scope))\(page)"
        return CompiledQuery("SELECT \(values.joined(", ")) FROM (\(rows)) AS t, (\(whole)) AS a", columns: columns)
    }

    /// The table as `t`, with the filter.
    /// - Parameter isOrdered: whether the rows are put in an order: it is cheaper when only those that pass are looked at.
    func source(_ table: QueryTable, _ scope: Scope, isOrdered: Bool = true) -> SQL {
        let from: SQL = "\(.trusted(table.relation)) AS t"
        if filter == .everything { return from }
        let rows: SQL = "\(from) WHERE \(filter.sql(in: scope))"
        guard isOrdered, let passing, passing <= Self.few, !table.relation.hasPrefix("(") else { return rows }
        return "(SELECT t.rowid, t.* FROM \(rows) LIMIT \(.trusted(String(passing)))) AS t"
    }

    /// Rows that are cheaper to read whole than to find twice.
    private static let few = 2_048
    /// Rows whose text is cheaper to write than a query around them is to plan.
    private static let fewTexts = 128

    private func order(_ scope: Scope) -> SQL {
        // A table is read in its order, but not when its rows come through the index of words.
        if order.isEmpty, scope.words == nil || !filter.seeksWords { return "" }
        var terms = order.map { $0.sql($0.expression.sql(in: scope)) }
        if let rowOrder = scope.rowOrder { terms.append(rowOrder) }
        return " ORDER BY \(terms.joined(", "))"
    }

    /// Written out, since the engine keeps only the first rows of an order when it knows how many.
    var page: SQL {
        let limit: SQL = limit.map { " LIMIT \(.trusted(String(max(0, $0))))" } ?? ""
        return offset > 0 ? limit + " OFFSET \(.trusted(String(offset)))" : limit
    }

    private func check(over table: QueryTable) throws(QueryFault) {
        let read = (outputs + groups).reduce(into: filter.fields) { $0.formUnion($1.expression.fields) }
            .union(order.flatMap { $0.expression.fields }).union(having.fields)
        if let stranger = read.filter({ !table.holds($0) }).min(by: { $0.name < $1.name }) {
            throw .unknownField(stranger.name, in: table)
        }
    }
}

extension Ordering {
    func sql(_ value: SQL) -> SQL {
        "\(value) \(isDescending ? "DESC" : "ASC") NULLS \(nullsFirst ? "FIRST" : "LAST")"
    }
}

extension Output {
    var column: ResultColumn {
        var field: QueryField?
        if case .field(let plain) = expression { field = plain }
        return ResultColumn(name, type: expression.type, isMultivalued: expression.isMultivalued, field: field)
    }

    /// The value, an instant as text when the setting asks.
    func written(_ value: SQL, in scope: Scope) -> SQL {
        guard scope.setting.writesInstants, expression.type == .datetime else { return value }
        return expression.isMultivalued ? "list_transform(\(value), lambda e: \(scope.iso("e")))" : scope.iso(value)
    }

    /// The value under its name.
    func named(_ value: SQL, in scope: Scope) -> SQL { "\(written(value, in: scope)) AS \(name: name)" }
}

extension QueryFault {
    static func unknownField(_ name: String, in table: QueryTable) -> QueryFault {
        QueryFault(
            .malformed, "Unknown field: \(name)", fr: "champ inconnu : \(name)",
            nearest: NearestName.of(name, among: table.fields.map(\.name)))
    }
}
