internal import DuckDB
internal import Territory

extension CQLMeaning {
    /// A value of a row, or a constant.
    func expression(_ node: CQLNode) throws(QueryFault) -> Expression {
        switch node {
        case .property(let name, let spot): return try property(name, spot)
        case .text(let text): return .value(.text(text))
        case .number(let number): return .value(Int64(exactly: number).map { .int($0) } ?? .double(number))
        case .integer(let number): return .value(.int(number))
        case .boolean(let flag): return .value(.boolean(flag))
        case .date(let text), .timestamp(let text): return .value(.moment(try moment(text)))
        case .now: return .value(.moment(Moment(instant: now)))
        case .call(let name, let arguments, let spot): return try call(name, arguments, spot)
        case .interval, .geometry, .box, .list: throw fault("a value is expected", fr: "une valeur est attendue")
        }
    }

    private func property(_ name: String, _ spot: CQLSpot) throws(QueryFault) -> Expression {
        if let field = subject.table.field(name) { return .field(field) }
        if let own = subject.own.first(where: { $0.key.lowercased() == name.lowercased() })?.value { return own }
        if isSQL, let field = subject.table.fields.first(where: { $0.name.lowercased() == name.lowercased() }) {
            return .field(field)
        }
        let nearest = NearestName.of(name, among: subject.table.fields.map(\.name))
        let place = spot.position.map { " at position \($0)" } ?? ""
        throw QueryFault(
            .malformed, "Unknown property: \(name)\(place)", fr: "propriété inconnue : \(name)", clause: clause,
            position: spot.position, nearest: nearest)
    }

    func moment(_ text: String) throws(QueryFault) -> Moment {
        guard let moment = MomentReader.read(text) else {
            throw fault("Invalid date: \(text)", fr: "date invalide : \(text)")
        }
        return moment
    }

    private func call(_ name: String, _ arguments: [CQLNode], _ spot: CQLSpot) throws(QueryFault) -> Expression {
        switch (name, arguments.count) {
        case ("casei", 1), ("lower", 1): return .call(.folded, [try text(arguments[0], spot)])
        case ("upper", 1) where isSQL: return .call(.upper, [try text(arguments[0], spot)])
        case ("accenti", 1): return .call(.unaccented, [try text(arguments[0], spot)])
        case ("+", 2), ("-", 2), ("*", 2), ("/", 2):
            guard let sign = Arithmetic(rawValue: name) else { break }
            return .arithmetic(try number(arguments[0], spot), sign, try number(arguments[1], spot))
        case ("^", 2): return .call(.power, [try number(arguments[0], spot), try number(arguments[1], spot)])
        case ("%", 2): return .call(.remainder, [try number(arguments[0], spot), try number(arguments[1], spot)])
        case ("div", 2): return .call(.quotient, [try number(arguments[0], spot), try number(arguments[1], spot)])
        default: break
        }
        if clause == "having", let aggregate = Aggregate(sql: name) { return try aggregated(aggregate, arguments, spot) }
        throw fault("\(name)() is no function of this server", fr: "\(name)() n'est pas une fonction de ce serveur", spot)
    }

    /// What is taken over the rows of a group.
    private func aggregated(_ aggregate: Aggregate, _ arguments: [CQLNode], _ spot: CQLSpot) throws(QueryFault) -> Expression {
        try expect(1, arguments, spot)
        let isCount = aggregate == .count, isOrdered = aggregate == .least || aggregate == .greatest
        let value = isCount || isOrdered ? try comparable(arguments[0], spot) : try number(arguments[0], spot)
        guard !value.isAggregate, isCount || !value.isMultivalued else {
            throw fault("a field is expected", fr: "un champ est attendu", spot)
        }
        return .aggregate(aggregate, value)
    }

    private func number(_ node: CQLNode, _ spot: CQLSpot) throws(QueryFault) -> Expression {
        let value = try expression(node)
        guard value.type.isNumber, !value.isMultivalued else {
            throw fault("arithmetic takes numbers only", fr: "l'arithmétique ne prend que des nombres", spot)
        }
        return value
    }

    private func text(_ node: CQLNode, _ spot: CQLSpot) throws(QueryFault) -> Expression {
        let value = try expression(node)
        guard value.type.isText, !value.isMultivalued else {
            throw fault("a text is expected", fr: "un texte est attendu", spot)
        }
        return value
    }

    /// A value that has an order.
    func comparable(_ node: CQLNode, _ spot: CQLSpot) throws(QueryFault) -> Expression {
        let value = try expression(node)
        if value.type.isGeographic { throw fault("a place cannot be compared", fr: "un lieu ne se compare pas", spot) }
        return value
    }

    func coerced(_ literal: Literal, to type: ValueType, _ spot: CQLSpot) throws(QueryFault) -> Literal {
        // GeoServices has no booleans: they are 0 and 1 there.
        if isSQL, type == .boolean, [.int(0), .int(1)].contains(literal) { return .boolean(literal == .int(1)) }
        guard let coerced = literal.coerced(to: type) else {
            throw fault(
                "a value of type \(literal.type.rawValue) cannot be compared with \(type.rawValue)",
                fr: "une valeur de type \(literal.type.rawValue) ne se compare pas à \(type.rawValue)", spot)
        }
        return coerced
    }

    func compared(_ one: CQLNode, _ sign: Comparison, _ other: CQLNode, _ spot: CQLSpot) throws(QueryFault) -> Predicate {
        let (left, right) = (try comparable(one, spot), try comparable(other, spot))
        if case .value = left, case .value = right { return try compared(left, sign, right, spot) }
        if case .value = left { return try compared(right, sign.mirrored, left, spot) }
        return try compared(left, sign, right, spot)
    }

    private func compared(
        _ one: Expression, _ sign: Comparison, _ other: Expression, _ spot: CQLSpot
    ) throws(QueryFault) -> Predicate {
        if case .value(let literal) = other {
            let literal = try coerced(literal, to: one.type, spot)
            if case .moment(let moment) = literal { return .compareMoment(one, sign, moment) }
            return .compare(one, sign, .value(literal))
        }
        guard !one.isMultivalued, !other.isMultivalued, one.type.isComparable(with: other.type) else {
            throw fault(
                "\(one.type.rawValue) cannot be compared with \(other.type.rawValue)",
                fr: "\(one.type.rawValue) ne se compare pas à \(other.type.rawValue)", spot)
        }
        return .compare(one, sign, other)
    }
}

extension Aggregate {
    /// By the name that databases and GeoServices give it: `avg`, `stddev`.
    package init?(sql name: String) {
        let known: [String: Aggregate] = [
            "count": .count, "sum": .sum, "min": .least, "max": .greatest, "avg": .average, "stddev": .deviation,
        ]
        guard let aggregate = known[name.lowercased()] else { return nil }
        self = aggregate
    }
}

extension ScalarFunction {
    /// Without difference of case.
    static let folded = ScalarFunction("casei", gives: .text) { values, _ in "lower(\(values[0]))" }
    /// Without difference of accents.
    static let unaccented = ScalarFunction("accenti", gives: .text) { values, _ in "strip_accents(\(values[0]))" }
    static let power = ScalarFunction("power", gives: .double) { values, _ in
        "TRY(pow(CAST(\(values[0]) AS DOUBLE), CAST(\(values[1]) AS DOUBLE)))"
    }
    static let remainder = ScalarFunction("mod", gives: .double) { values, _ in "TRY(\(values[0]) % nullif(\(values[1]), 0))" }
    static let quotient = ScalarFunction("div", gives: .double) { values, _ in
        "trunc(CAST(\(values[0]) AS DOUBLE) / nullif(CAST(\(values[1]) AS DOUBLE), 0))"
    }

    /// A text, or an element of a list, is like a pattern. A backslash at the end of the pattern means itself.
    static func like(isList: Bool) -> ScalarFunction {
        ScalarFunction(isList ? "like:list" : "like", gives: .boolean) { values, _ in
            let pattern: SQL = "regexp_replace(\(values[1]), '(^|[^\\\\])((\\\\\\\\)*)\\\\$', '\\1\\2\\\\\\\\')"
            let condition: (SQL) -> SQL = { "\($0) LIKE \(pattern) ESCAPE '\\'" }
            return isList
                ? "len(list_filter(\(values[0]), lambda e: \(condition("e")))) > 0" : "(\(condition(values[0])))"
        }
    }
}
