/// Reads `q` by recursive descent: NOT before AND before OR; words side by side are all wanted.
struct SearchReader {
    let table: QueryTable
    let now: CivilTime
    /// What is left to read.
    var rest: Substring.UnicodeScalarView
    private var depth = 0
    private var conditions = 0

    init(_ query: String, table: QueryTable, now: CivilTime) {
        self.table = table
        self.now = now
        rest = Substring(query).unicodeScalars
    }

    mutating func query() throws(QueryFault) -> Predicate {
        var whole = Predicate.everything
        while !isAtEnd {
            whole = whole.and(try disjunction())
            if peek == ")" { rest.removeFirst() }
        }
        return whole
    }

    private mutating func disjunction() throws(QueryFault) -> Predicate {
        var parts = [try conjunction()]
        while takeWord("OR") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(QueryFault) -> Predicate {
        var whole = Predicate.everything
        while !isAtEnd, peek != ")", !isWord("OR") {
            if takeWord("AND") { continue }
            whole = whole.and(try negation())
        }
        return whole
    }

    private mutating func negation() throws(QueryFault) -> Predicate {
        guard takeWord("NOT") else { return try primary() }
        return .not(try nested { reader throws(QueryFault) in try reader.negation() })
    }

    private mutating func nested(_ body: (inout SearchReader) throws(QueryFault) -> Predicate) throws(QueryFault) -> Predicate {
        guard depth < SearchV1.deepest else {
            throw SearchV1.fault(
                "more than \(SearchV1.deepest) levels of nesting", fr: "plus de \(SearchV1.deepest) niveaux d'imbrication")
        }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    private mutating func primary() throws(QueryFault) -> Predicate {
        conditions += 1
        if conditions > SearchV1.mostConditions {
            throw SearchV1.fault(
                "\(SearchV1.mostConditions) conditions at most", fr: "\(SearchV1.mostConditions) conditions au plus")
        }
        switch peek {
        case "(":
            rest.removeFirst()
            let inner = try nested { reader throws(QueryFault) in try reader.disjunction() }
            if peek == ")" { rest.removeFirst() }
            return inner
        case "#": return try SearchFunction(read: &self).predicate(over: table)
        case "\"", "'":
            guard let text = quoted() else { return words(String(takeRest())) }
            return .words(WordSearch([WordSearch.Word(text, .phrase)], in: table.searched))
        default: return try condition() ?? words(bare())
        }
    }

    /// `field:value`, `field>=value`, `field:[a TO b]`; nil, nothing taken, when it is none.
    private mutating func condition() throws(QueryFault) -> Predicate? {
        let before = rest
        let name = String(
            String.UnicodeScalarView(
                rest.prefix { $0 == "_" || $0 == "." || $0 == "-" || $0.properties.isAlphabetic || ("0"..."9").contains($0) }))
        guard !name.isEmpty, let field = table.field(name), !field.type.isGeographic else { return nil }
        rest = rest.dropFirst(name.unicodeScalars.count)
        skipSpace()
        guard let sign = sign() else {
            rest = before
            return nil
        }
        skipSpace()
        if sign.isLoose, peek == "[" || peek == "]" { return try range(field) }
        if peek == "#" {
            guard let moment = try SearchFunction(read: &self).moment(now: now) else {
                throw SearchV1.fault("#now() is expected", fr: "#now() est attendu")
            }
            return compared(field, sign.comparison, .moment(Moment(instant: moment)), "")
        }
        let text = quoted() ?? bare()
        return compared(field, sign.comparison, Literal(text, as: field.type), text, isLoose: sign.isLoose)
    }

    private func compared(
        _ field: QueryField, _ sign: Comparison, _ literal: Literal?, _ text: String, isLoose: Bool = false
    ) -> Predicate {
        if field.type.isText, sign == .equal, isLoose {
            return .words(WordSearch([WordSearch.Word(text, .phrase)], in: [field]))
        }
        guard let literal = literal?.coerced(to: field.type) else { return .nothing }
        if case .moment(let moment) = literal { return .compareMoment(.field(field), sign, moment) }
        return .compare(.field(field), sign, .value(literal))
    }

    private mutating func range(_ field: QueryField) throws(QueryFault) -> Predicate {
        let includesLower = rest.removeFirst() == "["
        skipSpace()
        let lower = quoted() ?? bare()
        _ = takeWord("TO")
        skipSpace()
        let upper = quoted() ?? bare()
        skipSpace()
        guard let last = rest.popFirst(), last == "]" || last == "[" else {
            throw SearchV1.fault("[a TO b] is expected", fr: "[a TO b] est attendu")
        }
        let ends = (Literal(lower, as: field.type), Literal(upper, as: field.type))
        guard let first = ends.0 ?? (lower == "*" ? .null : nil), let second = ends.1 ?? (upper == "*" ? .null : nil) else {
            return .nothing
        }
        return .between(
            .field(field),
            Interval(
                lower: lower == "*" ? nil : Interval.End(first, isIncluded: includesLower),
                upper: upper == "*" ? nil : Interval.End(second, isIncluded: last == "]")))
    }

    /// A word alone is the beginning of a word.
    private func words(_ text: String) -> Predicate {
        .words(WordSearch(WordSearch.split(text).map { WordSearch.Word($0, .prefix) }, in: table.searched))
    }

    private mutating func sign() -> (comparison: Comparison, isLoose: Bool)? {
        for (text, comparison, isLoose) in [
            ("==", Comparison.equal, false), (">=", .atLeast, false), ("<=", .atMost, false), (":", .equal, true),
            ("=", .equal, true), (">", .greater, false), ("<", .less, false),
        ] where rest.starts(with: text.unicodeScalars) {
            rest = rest.dropFirst(text.unicodeScalars.count)
            return (comparison, isLoose)
        }
        return nil
    }
}
