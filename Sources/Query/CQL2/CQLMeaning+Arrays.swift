internal import DuckDB

extension CQLMeaning {
    /// A list of a row and a list of constants (21-065r2 §7.4).
    func arrays(_ name: String, _ arguments: [CQLNode], _ spot: CQLSpot) throws(QueryFault) -> Predicate {
        try expect(2, arguments, spot)
        var (name, one, other) = (name, arguments[0], arguments[1])
        if case .list = one {
            (one, other) = (other, one)
            name = ["a_contains": "a_containedby", "a_containedby": "a_contains"][name] ?? name
        }
        guard case .list(let items) = other, case .field(let field) = try expression(one), field.isMultivalued else {
            throw fault(
                "a property that is a list and a list of constants are expected",
                fr: "une propriété qui est une liste et une liste de constantes sont attendues", spot)
        }
        var literals: [Literal] = []
        for item in items {
            guard case .value(let literal) = try expression(item) else {
                throw fault("a list holds constants", fr: "une liste contient des constantes", spot)
            }
            literals.append(try coerced(literal, to: field.type, spot))
        }
        let each = literals.map { literal -> Predicate in
            if case .moment(let moment) = literal { return .compareMoment(.field(field), .equal, moment) }
            return .compare(.field(field), .equal, .value(literal))
        }
        switch name {
        case "a_contains": return .all(each)
        case "a_overlaps": return .any(each)
        case "a_containedby": return contained(field, literals)
        case "a_equals": return .all(each).and(contained(field, literals))
        default: throw fault("\(name)() is no condition", fr: "\(name)() n'est pas une condition", spot)
        }
    }

    /// No element of the list is another value than these.
    private func contained(_ field: QueryField, _ literals: [Literal]) -> Predicate {
        let values = literals.map { Expression.value($0) }
        let function = ScalarFunction("a_containedby", gives: .boolean) { parts, _ in
            let known = parts.dropFirst().joined(", ")
            return "len(list_filter(\(parts[0]), lambda e: NOT list_contains([\(known)], e))) = 0"
        }
        return .holds(.call(function, [.field(field)] + values))
    }
}
