internal import DuckDB

extension Predicate {
    /// A condition that is TRUE for the rows that pass. For the others it may be FALSE or NULL, which a WHERE treats alike:
    /// a comparison stays plain, so that the engine finds its zone maps and indexes, and only `not` asks for more.
    func sql(in scope: Scope) -> SQL {
        switch self {
        case .everything: return "TRUE"
        case .nothing: return "FALSE"
        case .all(let parts): return Predicate.joined(parts, " AND ", empty: "TRUE", scope)
        case .any(let parts): return Predicate.joined(parts, " OR ", empty: "FALSE", scope)
        case .not(let part): return "(NOT COALESCE(\(part.sql(in: scope)), FALSE))"
        case .compare(let one, let sign, let other):
            let value = Predicate.compared(other, with: one, scope)
            return Predicate.each(one, in: scope, isNegative: sign == .different) { element in
                "\(element) \(.trusted(sign == .different && scope.isList(one) ? "=" : sign.rawValue)) \(value)"
            }
        case .compareMoment(let one, let sign, let moment):
            let isList = scope.isList(one)
            return Predicate.each(one, in: scope, isNegative: sign == .different) { element in
                let sign = sign == .different && isList ? .equal : sign
                return moment.compared(element, one.type, sign, scope.setting.zone)
            }
        case .among(let one, let literals): return Predicate.among(one, literals, scope)
        case .between(let one, let interval):
            return Predicate.each(one, in: scope) { interval.sql($0, one.type, scope) }
        case .missing(let one):
            let value = one.sql(in: scope)
            return scope.isList(one) ? "(\(value) IS NULL OR len(\(value)) = 0)" : "\(value) IS NULL"
        case .holds(let one): return one.sql(in: scope)
        case .begins(let fields, let text):
            let parts = fields.map { Predicate.each(.field($0), in: scope) { "starts_with(\($0), \(text: text))" } }
            return parts.isEmpty ? "FALSE" : "(\(parts.joined(" OR ")))"
        case .words(let search): return search.sql(in: scope)
        case .located(let field, let location):
            return Predicate.each(.field(field), in: scope) { location.sql($0, field.type, scope.bounds(field)) }
        case .under(let field, let path):
            return Predicate.each(.field(field), in: scope) { Predicate.under(field, path, $0, scope) }
        }
    }

    private static func joined(_ parts: [Predicate], _ word: SQL, empty: SQL, _ scope: Scope) -> SQL {
        if parts.isEmpty { return empty }
        return "(\(parts.map { $0.sql(in: scope) }.joined(word)))"
    }

    /// The condition on the value; on a list, that some element meets it, or none does and there are some.
    private static func each(
        _ one: Expression, in scope: Scope, isNegative: Bool = false, _ condition: (SQL) -> SQL
    ) -> SQL {
        let value = one.sql(in: scope)
        guard scope.isList(one) else { return condition(value) }
        let found: SQL = "len(list_filter(\(value), lambda e: \(condition("e"))))"
        return isNegative ? "(len(\(value)) > 0 AND \(found) = 0)" : "\(found) > 0"
    }

    /// What a value is compared with. Beside a text, a bound text is one without being told, which spares the engine a part of its
    /// planning.
    private static func compared(_ other: Expression, with one: Expression, _ scope: Scope) -> SQL {
        guard case .value(.text(let text)) = other, one.type.isText, !scope.isList(one) else { return other.sql(in: scope) }
        return "\(value: .text(text))"
    }

    private static func among(_ one: Expression, _ literals: [Literal], _ scope: Scope) -> SQL {
        let moments = literals.compactMap { if case .moment(let moment) = $0 { moment } else { nil } }
        let values = literals.filter { if case .moment = $0 { false } else { $0 != .null } }
        return each(one, in: scope) { element in
            var parts = moments.map { $0.compared(element, one.type, .equal, scope.setting.zone) }
            if !values.isEmpty { parts.append("\(element) IN (\(values.map { $0.sql(in: scope) }.joined(", ")))") }
            return parts.isEmpty ? "FALSE" : "(\(parts.joined(" OR ")))"
        }
    }

    private static func under(_ field: QueryField, _ path: String, _ element: SQL, _ scope: Scope) -> SQL {
        if field.type.isTemporal {
            guard let moment = MomentReader.read(path) else { return "FALSE" }
            return moment.compared(element, field.type, .equal, scope.setting.zone)
        }
        if field.type.isText {
            guard let separator = field.levelSeparator, !separator.isEmpty else { return "\(element) = \(text: path)" }
            return "(\(element) = \(text: path) OR starts_with(\(element), \(text: path + separator)))"
        }
        guard let literal = Literal(path, as: field.type) else { return "FALSE" }
        return "\(element) = \(literal.sql(in: scope))"
    }
}

extension Interval {
    fileprivate func sql(_ element: SQL, _ type: ValueType, _ scope: Scope) -> SQL {
        let parts: [SQL] = [
            lower.map { end($0, $0.isIncluded ? .atLeast : .greater, element, type, scope) },
            upper.map { end($0, $0.isIncluded ? .atMost : .less, element, type, scope) },
        ].compactMap(\.self)
        return parts.isEmpty ? "\(element) IS NOT NULL" : "(\(parts.joined(" AND ")))"
    }

    private func end(_ end: End, _ sign: Comparison, _ element: SQL, _ type: ValueType, _ scope: Scope) -> SQL {
        if case .moment(let moment) = end.value { return moment.compared(element, type, sign, scope.setting.zone) }
        return "\(element) \(.trusted(sign.rawValue)) \(end.value.sql(in: scope))"
    }
}

extension Moment {
    /// `=` is within the period, `<=` before its end, `>` after it. Days are compared as days, without a time zone.
    func compared(_ element: SQL, _ type: ValueType, _ sign: Comparison, _ zone: Zone) -> SQL {
        let asDays = type == .date && isOfDays
        let zone = type == .date ? .utc : zone
        let start = asDays ? wall.day : self.start(in: zone).timestamp
        let end = asDays ? wallEnd.day : self.end(in: zone).timestamp
        let value: SQL = type == .date && !asDays ? "CAST(\(element) AS TIMESTAMP)" : element
        switch sign {
        case .equal: return isPeriod ? "(\(value) >= \(start) AND \(value) < \(end))" : "\(value) = \(start)"
        case .different: return isPeriod ? "(\(value) < \(start) OR \(value) >= \(end))" : "\(value) <> \(start)"
        case .less: return "\(value) < \(start)"
        case .atMost: return isPeriod ? "\(value) < \(end)" : "\(value) <= \(start)"
        case .greater: return isPeriod ? "\(value) >= \(end)" : "\(value) > \(start)"
        case .atLeast: return "\(value) >= \(start)"
        }
    }
}

extension Literal {
    /// A text read as a value of a type: how refinements and the v1 language write numbers and booleans.
    init?(_ text: String, as type: ValueType) {
        switch type {
        case .int:
            guard let number = Double(text), number.isFinite else { return nil }
            self = Int64(text).map { .int($0) } ?? .double(number)
        case .double:
            guard let number = Double(text), number.isFinite else { return nil }
            self = .double(number)
        case .boolean:
            guard ["true", "false"].contains(text.lowercased()) else { return nil }
            self = .boolean(text.lowercased() == "true")
        case .date, .datetime:
            guard let moment = MomentReader.read(text) else { return nil }
            self = .moment(moment)
        case .text, .file, .jsonBlob: self = .text(text)
        case .geoPoint, .geoShape: return nil
        }
    }
}
