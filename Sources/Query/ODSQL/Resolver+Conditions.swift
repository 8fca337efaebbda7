extension Resolver {
    func predicate(_ node: Node) throws(QueryFault) -> Predicate {
        switch node {
        case .and(let nodes): return .all(try predicates(nodes))
        case .or(let nodes): return .any(try predicates(nodes))
        case .not(let node): return .not(try predicate(node))
        case .text(let text): return .everywhere(text, in: table)
        case .call(let name, let arguments): return try condition(name, arguments)
        case .compare(let one, let sign, let other): return try comparison(one, sign, other)
        case .like(let node, let text): return .like(text, try words(node))
        case .range(let node, let range): return .between(try plain(node), try interval(range, of: try plain(node).type))
        case .among(let node, let literals): return try among(try plain(node), literals)
        case .member(let literal, let field): return try comparison(field, .equal, literal)
        case .isNull(let node): return .missing(try value(node))
        case .isBoolean(let node, let flag): return try truth(node, flag)
        case .boolean(let flag): return flag ? .everything : .nothing
        case .name: return try truth(node, true)
        default: throw fault("a condition is expected", fr: "une condition est attendue")
        }
    }

    private func predicates(_ nodes: [Node]) throws(QueryFault) -> [Predicate] {
        var predicates: [Predicate] = []
        for node in nodes { predicates.append(try predicate(node)) }
        return predicates
    }

    private func condition(_ name: String, _ arguments: [Node]) throws(QueryFault) -> Predicate {
        guard let reader = Vocabulary.conditions[name] else {
            throw fault("\(name)() is a value: compare it", fr: "\(name)() est une valeur : comparez-la")
        }
        return try reader(Call(name: name, arguments: arguments, resolver: self))
    }

    /// A value of one row.
    private func value(_ node: Node) throws(QueryFault) -> Expression {
        let expression = try expression(node)
        if expression.isAggregate || expression.isGrouping {
            throw fault("an aggregate cannot be a condition", fr: "un agrégat ne peut pas être une condition")
        }
        return expression
    }

    /// A value that can be compared.
    private func plain(_ node: Node) throws(QueryFault) -> Expression {
        let expression = try value(node)
        if expression.type.isGeographic {
            throw fault("a place cannot be compared", fr: "un lieu ne se compare pas")
        }
        return expression
    }

    private func comparison(_ one: Node, _ sign: Comparison, _ other: Node) throws(QueryFault) -> Predicate {
        let (left, right) = (try plain(one), try plain(other))
        if case .value = left {
            if case .value = right { return try compared(left, sign, right) }
            return try compared(right, sign.mirrored, left)
        }
        return try compared(left, sign, right)
    }

    private func compared(_ one: Expression, _ sign: Comparison, _ other: Expression) throws(QueryFault) -> Predicate {
        guard case .value(let literal) = other else {
            guard !one.isMultivalued, !other.isMultivalued, one.type.isComparable(with: other.type) else {
                throw fault(
                    "\(one.type.rawValue) cannot be compared with \(other.type.rawValue)",
                    fr: "\(one.type.rawValue) ne se compare pas à \(other.type.rawValue)")
            }
            return .compare(one, sign, other)
        }
        if literal == .null {
            return sign == .equal ? .missing(one) : sign == .different ? .not(.missing(one)) : .nothing
        }
        let coerced = try coerced(literal, to: one.type)
        if case .moment(let moment) = coerced { return .compareMoment(one, sign, moment) }
        return .compare(one, sign, .value(coerced))
    }

    private func among(_ one: Expression, _ nodes: [Node]) throws(QueryFault) -> Predicate {
        var literals: [Literal] = []
        for node in nodes {
            guard case .value(let literal) = try expression(node) else {
                throw fault("a list holds constants", fr: "une liste contient des constantes")
            }
            literals.append(try coerced(literal, to: one.type))
        }
        return .among(one, literals)
    }

    private func interval(_ range: RangeNode, of type: ValueType) throws(QueryFault) -> Interval {
        Interval(
            lower: try end(range.lower, type, range.includesLower), upper: try end(range.upper, type, range.includesUpper))
    }

    private func end(_ node: Node?, _ type: ValueType, _ isIncluded: Bool) throws(QueryFault) -> Interval.End? {
        guard let node else { return nil }
        guard case .value(let literal) = try expression(node), literal != .null else {
            throw fault("the ends of a range are constants", fr: "les bornes d'un intervalle sont des constantes")
        }
        return Interval.End(try coerced(literal, to: type), isIncluded: isIncluded)
    }

    private func truth(_ node: Node, _ flag: Bool) throws(QueryFault) -> Predicate {
        let expression = try value(node)
        guard expression.type == .boolean, !expression.isMultivalued else {
            throw fault("a boolean field is expected", fr: "un champ booléen est attendu")
        }
        return flag ? .holds(expression) : .compare(expression, .equal, .value(.boolean(false)))
    }

    private func words(_ node: Node) throws(QueryFault) -> QueryField {
        guard case .field(let field) = try expression(node), field.type.isText else {
            throw fault("like takes a text field", fr: "like prend un champ de texte")
        }
        return field
    }
}

extension ValueType {
    /// Whether values of the two types have an order in common.
    func isComparable(with other: ValueType) -> Bool {
        (isNumber && other.isNumber) || (isText && other.isText) || (isTemporal && other.isTemporal)
            || (self == .boolean && other == .boolean)
    }
}

extension Expression {
    /// Whether it has a meaning only as a key of groups.
    var isGrouping: Bool {
        switch self {
        case .bucket, .cluster: true
        default: false
        }
    }
}
