/// Gives the names of a filter their meaning over one table, and makes a condition of it.
struct CQLMeaning: Sendable {
    let subject: CQL2.Subject
    let system: ReferenceSystem
    let clause: String
    let now: CivilTime

    /// The language of databases, as GeoServices has it: names without difference of case, booleans as numbers.
    var isSQL: Bool { clause == "where" || clause == "having" }

    func fault(_ detail: String, fr french: String, _ spot: CQLSpot = .none) -> QueryFault {
        let place = spot.position.map { " at position \($0)" } ?? "", lieu = spot.position.map { " à la position \($0)" } ?? ""
        return QueryFault(.malformed, detail + place, fr: french + lieu, clause: clause, position: spot.position)
    }

    func predicate(_ node: CQLNode) throws(QueryFault) -> Predicate {
        guard case .call(let name, let arguments, let spot) = node else { return try truth(node) }
        switch name {
        case "and": return .all(try predicates(arguments))
        case "or": return .any(try predicates(arguments))
        case "not": return .not(try predicate(try one(arguments, spot)))
        case "isnull": return try missing(try one(arguments, spot))
        case "like": return try like(arguments, spot)
        case "between":
            try expect(3, arguments, spot)
            return .all([
                try compared(arguments[0], .atLeast, arguments[1], spot), try compared(arguments[0], .atMost, arguments[2], spot),
            ])
        case "in": return try among(arguments, spot)
        case let name where CQLRelation(rawValue: name) != nil: return try related(name, arguments, spot)
        case let name where name.hasPrefix("t_"): return try CQLTimes(meaning: self).predicate(name, arguments, spot)
        case let name where name.hasPrefix("a_"): return try arrays(name, arguments, spot)
        default:
            if let sign = Comparison(rawValue: name) {
                try expect(2, arguments, spot)
                return try compared(arguments[0], sign, arguments[1], spot)
            }
            throw fault("\(name) is no condition", fr: "\(name) n'est pas une condition", spot)
        }
    }

    private func predicates(_ nodes: [CQLNode]) throws(QueryFault) -> [Predicate] {
        var predicates: [Predicate] = []
        for node in nodes { predicates.append(try predicate(node)) }
        return predicates
    }

    func expect(_ count: Int, _ arguments: [CQLNode], _ spot: CQLSpot) throws(QueryFault) {
        guard arguments.count == count else {
            throw fault("\(count) argument(s) expected", fr: "\(count) argument(s) attendu(s)", spot)
        }
    }

    private func one(_ arguments: [CQLNode], _ spot: CQLSpot) throws(QueryFault) -> CQLNode {
        try expect(1, arguments, spot)
        return arguments[0]
    }

    /// A boolean property, or a constant.
    private func truth(_ node: CQLNode) throws(QueryFault) -> Predicate {
        if case .boolean(let flag) = node { return flag ? .everything : .nothing }
        let value = try expression(node)
        guard value.type == .boolean, !value.isMultivalued else {
            throw fault("a condition is expected", fr: "une condition est attendue", node.spot)
        }
        return .holds(value)
    }

    private func missing(_ node: CQLNode) throws(QueryFault) -> Predicate {
        if case .property(let name, _) = node, let place = place(name) { return .not(place.isThere) }
        return .missing(try expression(node))
    }

    /// `%` is any text, `_` any character; a backslash takes their meaning away.
    private func like(_ arguments: [CQLNode], _ spot: CQLSpot) throws(QueryFault) -> Predicate {
        try expect(2, arguments, spot)
        let value = try expression(arguments[0]), pattern = try expression(arguments[1])
        guard value.type.isText, pattern.type == .text, pattern.fields.isEmpty else {
            throw fault("LIKE compares a text with a pattern", fr: "LIKE compare un texte à un motif", spot)
        }
        // A pattern folded as texts are: `"name" LIKE CASEI('FOO%')` is of the standard's examples.
        return .holds(.call(.like(isList: value.isMultivalued), [value, pattern]))
    }

    private func among(_ arguments: [CQLNode], _ spot: CQLSpot) throws(QueryFault) -> Predicate {
        try expect(2, arguments, spot)
        guard case .list(let items) = arguments[1] else { throw fault("IN takes a list", fr: "IN prend une liste", spot) }
        guard items.count <= Parser.mostLiterals else { throw CQLParser.tooLong(clause) }
        let value = try comparable(arguments[0], spot)
        var literals: [Literal] = [], others: [Predicate] = []
        for item in items {
            if case .value(let literal) = try expression(item) {
                literals.append(try coerced(literal, to: value.type, spot))
            } else {
                others.append(try compared(arguments[0], .equal, item, spot))
            }
        }
        if others.isEmpty { return .among(value, literals) }
        return .any((literals.isEmpty ? [] : [.among(value, literals)]) + others)
    }
}

extension CQLNode {
    var spot: CQLSpot {
        switch self {
        case .property(_, let spot), .call(_, _, let spot): spot
        default: .none
        }
    }
}
