/// Reads `select`, `group_by` and `order_by` together: each may use the names of the others.
struct PlanReader {
    private let request: ODSQL.Request
    private let table: QueryTable

    /// A value asked for in `select`.
    struct Selected {
        let output: Output
        /// Whether it comes from `*` or from no `select` at all: with groups it is then left out.
        let isImplied: Bool
    }

    init(_ request: ODSQL.Request, _ table: QueryTable) {
        self.request = request
        self.table = table
    }

    private func resolver(_ clause: String, _ selected: [Selected] = []) -> Resolver {
        var resolver = Resolver(table: table, setting: request.setting, now: request.now, clause: clause)
        for item in selected { resolver.aliases[item.output.name] = item.output.expression }
        return resolver
    }

    func selected() throws(QueryFault) -> [Selected] {
        guard let text = request.select, !text.isBlank else {
            return table.fields.map { Selected(output: Output($0), isImplied: true) }
        }
        let resolver = resolver("select")
        let nodes = try Parser.expressions(text, clause: "select")
        var items: [Selected] = []
        var excluded: Set<String> = []
        let startsFromAll = !nodes.contains { !$0.node.isExclusion }
        if startsFromAll { items = table.fields.map { Selected(output: Output($0), isImplied: true) } }
        for item in nodes {
            switch item.node {
            case .star: items += table.fields.map { Selected(output: Output($0), isImplied: true) }
            case .call("include", let patterns):
                items += try matching(patterns, resolver).map { Selected(output: Output($0), isImplied: false) }
            case .call("exclude", let patterns): excluded.formUnion(try matching(patterns, resolver).map(\.name))
            default:
                items.append(Selected(output: Output(item.name, try resolver.expression(item.node)), isImplied: false))
            }
        }
        return unique(items.filter { !$0.output.isField(in: excluded) })
    }

    /// A name answers once; the last to take it keeps it, in the first place.
    private func unique(_ items: [Selected]) -> [Selected] {
        var places: [String: Int] = [:]
        var kept: [Selected] = []
        for item in items {
            if let place = places[item.output.name] {
                kept[place] = item
            } else {
                places[item.output.name] = kept.count
                kept.append(item)
            }
        }
        return kept
    }

    private func matching(_ patterns: [Node], _ resolver: Resolver) throws(QueryFault) -> [QueryField] {
        var fields: [QueryField] = []
        for pattern in patterns {
            switch pattern {
            case .prefix(let prefix): fields += table.fields.filter { $0.name.hasPrefix(prefix) }
            case .name(let name): fields.append(try resolver.field(name))
            default: throw resolver.fault("a field name is expected", fr: "un nom de champ est attendu")
            }
        }
        return fields
    }

    func groups(_ selected: [Selected]) throws(QueryFault) -> [Output] {
        guard let text = request.groupBy, !text.isBlank else { return [] }
        let resolver = resolver("group_by", selected.filter { !$0.isImplied })
        var groups: [Output] = []
        for item in try Parser.expressions(text, clause: "group_by") {
            let expression = try resolver.expression(item.node)
            guard expression.isKey else {
                throw resolver.fault("Cannot group by \(item.source)", fr: "regroupement impossible par \(item.source)")
            }
            let inSelect = selected.first { !$0.isImplied && $0.output.expression == expression }?.output.name
            var name = item.alias ?? inSelect ?? item.source
            if case .name(let plain) = item.node, item.alias == nil { name = inSelect ?? plain }
            groups.append(Output(name, expression))
        }
        if Set(groups.map(\.name)).count < groups.count {
            throw resolver.fault("a group is named twice", fr: "un groupe est nommé deux fois")
        }
        return groups
    }

    func outputs(_ selected: [Selected], _ groups: [Output]) throws(QueryFault) -> [Output] {
        let resolver = resolver("select")
        if groups.isEmpty {
            guard let stray = selected.first(where: { $0.output.expression.isGrouping }) else { return selected.map(\.output) }
            throw resolver.fault(
                "\(stray.output.name) is only allowed in group_by", fr: "\(stray.output.name) n'est permis que dans group_by")
        }
        let keys = Set(groups.map(\.expression))
        var outputs: [Output] = []
        for item in selected where !item.isImplied && !keys.contains(item.output.expression) {
            guard item.output.expression.plainFields.allSatisfy({ keys.contains(.field($0)) }), !item.output.expression.isGrouping
            else {
                throw resolver.fault(
                    "\(item.output.name) is not in group_by", fr: "\(item.output.name) n'est pas dans group_by")
            }
            if groups.contains(where: { $0.name == item.output.name }) {
                throw resolver.fault("\(item.output.name) is named twice", fr: "\(item.output.name) est nommé deux fois")
            }
            outputs.append(item.output)
        }
        return outputs
    }

    func order(_ selected: [Selected], _ plan: QueryPlan) throws(QueryFault) -> [Ordering] {
        guard let text = request.orderBy, !text.isBlank else { return [] }
        var resolver = resolver("order_by", selected.filter { !$0.isImplied })
        for group in plan.groups { resolver.aliases[group.name] = group.expression }
        var order: [Ordering] = []
        var hasPlain = false
        for item in try Parser.order(text, clause: "order_by") {
            let expression = try resolver.expression(item.node)
            try check(expression, plan, resolver)
            if expression.isAggregate, hasPlain {
                throw resolver.fault("aggregates must come first in order_by", fr: "les agrégats viennent d'abord dans order_by")
            }
            hasPlain = hasPlain || !expression.isAggregate
            order.append(Ordering(expression, isDescending: item.isDescending))
        }
        let isLong = request.limit.map { $0 > 20_000 } ?? true
        if isLong, !plan.groups.isEmpty, order.contains(where: \.expression.isAggregate) {
            throw QueryFault(
                .malformed,
                "aggregation function in order by is not supported with a limit > 20000. "
                    + "Please remove the order by or set a limit parameter lower than 20001",
                fr: "pas de tri sur un agrégat au-delà de 20000 groupes", clause: "order_by")
        }
        return order
    }

    private func check(_ expression: Expression, _ plan: QueryPlan, _ resolver: Resolver) throws(QueryFault) {
        if expression.type.isGeographic {
            throw resolver.fault("Cannot order by a place", fr: "tri impossible par un lieu")
        }
        if plan.groups.isEmpty {
            if !expression.isAggregate, !expression.isGrouping { return }
            throw resolver.fault("an aggregate in order_by needs group_by", fr: "un agrégat dans order_by demande group_by")
        }
        let keys = Set(plan.groups.map(\.expression))
        let isRandom = if case .call(let function, _) = expression { function.name.hasPrefix("lot:") } else { false }
        let isKnown = keys.contains(expression) || plan.outputs.contains { $0.expression == expression }
        if isKnown || (!expression.isGrouping && !isRandom && expression.plainFields.allSatisfy { keys.contains(.field($0)) }) {
            return
        }
        throw resolver.fault("order_by may only use the groups and aggregates", fr: "order_by n'emploie que groupes et agrégats")
    }
}

extension Node {
    fileprivate var isExclusion: Bool { if case .call("exclude", _) = self { true } else { false } }
}

extension Output {
    fileprivate func isField(in names: Set<String>) -> Bool {
        if case .field(let field) = expression { names.contains(field.name) } else { false }
    }
}

extension Expression {
    /// Whether rows can be grouped by it.
    fileprivate var isKey: Bool {
        switch self {
        case .field(let field): !field.type.isGeographic
        case .bucket(_, let of): !of.isAggregate && !of.isMultivalued
        case .cluster: true
        case .call(let function, let arguments):
            !isAggregate && !arguments.contains { $0.isGrouping } && !function.name.hasPrefix("lot:") && !fields.isEmpty
        case .value, .arithmetic, .aggregate: false
        }
    }
}
