extension Parser {
    mutating func disjunction() throws(QueryFault) -> Node {
        var parts = [try conjunction()]
        while takeWord("or") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .or(parts)
    }

    private mutating func conjunction() throws(QueryFault) -> Node {
        var parts = [try negation()]
        while takeWord("and") { parts.append(try negation()) }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    private mutating func negation() throws(QueryFault) -> Node {
        guard takeWord("not") else { return try comparison() }
        return .not(try nested { parser throws(QueryFault) in try parser.negation() })
    }

    private mutating func comparison() throws(QueryFault) -> Node {
        try count()
        let left = try sum()
        if token.kind == .symbol { return try comparison(left) }
        if takeWord("like") {
            guard token.kind == .text else { throw source.unexpected(token) }
            defer { advance() }
            return .like(left, token.value)
        }
        if takeWord("in") { return try membership(left) }
        if takeWord("is") { return try state(left) }
        return left
    }

    private static let signs: [String: Comparison] = [
        "=": .equal, ":": .equal, "!=": .different, "<>": .different, "<": .less, "<=": .atMost, ">": .greater, ">=": .atLeast,
    ]

    private mutating func comparison(_ left: Node) throws(QueryFault) -> Node {
        guard let sign = Parser.signs[token.value] else { return left }
        let isColon = token.value == ":"
        let end = token.end
        advance()
        if isColon, token.isSymbol("[") || token.isSymbol("]") { return .range(left, try range()) }
        // `==` is `=`, unless nothing follows: the reference then stops at the second sign.
        if sign == .equal, token.isSymbol("="), token.start == end, following.kind != .end { advance() }
        return .compare(left, sign, try sum())
    }

    private mutating func membership(_ left: Node) throws(QueryFault) -> Node {
        if token.isSymbol("[") || token.isSymbol("]") { return .range(left, try range()) }
        guard takeSymbol("(") else {
            let field = try sum()
            guard case .name = field else { throw source.unexpected(token) }
            return .member(left, of: field)
        }
        var literals: [Node] = []
        repeat {
            literals.append(try literal())
            if literals.count > Parser.mostLiterals {
                throw QueryFault(
                    .malformed, "a list may hold \(Parser.mostLiterals) values at most",
                    fr: "une liste contient \(Parser.mostLiterals) valeurs au plus", clause: source.clause)
            }
        } while takeSymbol(",")
        try expectSymbol(")")
        return .among(left, literals)
    }

    private mutating func state(_ left: Node) throws(QueryFault) -> Node {
        let isNegative = takeWord("not")
        let node: Node
        if takeWord("null") {
            node = .isNull(left)
        } else if takeWord("true") {
            node = .isBoolean(left, true)
        } else if takeWord("false") {
            node = .isBoolean(left, false)
        } else {
            throw source.unexpected(token)
        }
        return isNegative ? .not(node) : node
    }

    /// `[1..10]`, `]1 TO 10[`: a bracket turned outwards leaves its end out.
    private mutating func range() throws(QueryFault) -> RangeNode {
        let includesLower = token.isSymbol("[")
        advance()
        let lower = takeSymbol("*") ? nil : try literal()
        guard takeSymbol("..") || takeWord("to") else { throw source.unexpected(token) }
        let upper = takeSymbol("*") ? nil : try literal()
        guard token.isSymbol("[") || token.isSymbol("]") else { throw source.unexpected(token) }
        defer { advance() }
        return RangeNode(lower: lower, upper: upper, includesLower: includesLower, includesUpper: token.isSymbol("]"))
    }
}
