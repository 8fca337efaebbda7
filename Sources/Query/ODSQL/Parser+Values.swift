extension Parser {
    /// Terms added and subtracted.
    mutating func sum() throws(QueryFault) -> Node {
        var node = try product()
        while token.isSymbol("+") || token.isSymbol("-") {
            let sign: Arithmetic = token.value == "+" ? .plus : .minus
            node = try operation(node, sign) { parser throws(QueryFault) in try parser.product() }
        }
        return node
    }

    private mutating func product() throws(QueryFault) -> Node {
        var node = try factor()
        while token.isSymbol("*") || token.isSymbol("/") {
            let sign: Arithmetic = token.value == "*" ? .times : .divided
            node = try operation(node, sign) { parser throws(QueryFault) in try parser.factor() }
        }
        return node
    }

    private mutating func operation(
        _ left: Node, _ sign: Arithmetic, _ right: (inout Parser) throws(QueryFault) -> Node
    ) throws(QueryFault) -> Node {
        // Each operation makes the tree one level deeper on the left.
        operations += 1
        guard operations <= TokenCursor.deepest else { throw source.tooDeep(at: token.start) }
        advance()
        return .arithmetic(left, sign, try right(&self))
    }

    private mutating func factor() throws(QueryFault) -> Node {
        if takeSymbol("+") { return try nested { parser throws(QueryFault) in try parser.factor() } }
        guard takeSymbol("-") else { return try primary() }
        switch try nested({ parser throws(QueryFault) in try parser.factor() }) {
        case .integer(let number): return .integer(-number)
        case .decimal(let number): return .decimal(-number)
        case .quantity(let number, let unit): return .quantity(-number, unit: unit)
        case let node: return .negated(node)
        }
    }

    /// Words that mean something by themselves; a field of that name is written between back quotes.
    private static let structural: Set<String> = [
        "and", "or", "not", "as", "asc", "desc", "by", "distinct", "group", "in", "is", "like", "limit", "select", "to", "where",
    ]

    private mutating func primary() throws(QueryFault) -> Node {
        switch token.kind {
        case .word: return try word()
        case .quotedName:
            defer { advance() }
            return .name(token.value)
        case .text, .integer, .decimal, .date, .geometry: return try literal()
        case .symbol where token.value == "(":
            advance()
            let node = try nested { parser throws(QueryFault) in try parser.disjunction() }
            try expectSymbol(")")
            return node
        case .symbol, .end: throw source.unexpected(token)
        }
    }

    private mutating func word() throws(QueryFault) -> Node {
        let name = token.value.lowercased()
        if Vocabulary.functions.contains(name), following.isSymbol("(") { return try call(name) }
        if ["true", "false", "null"].contains(name) { return try literal() }
        if Parser.structural.contains(name) { throw source.unexpected(token) }
        defer { advance() }
        return .name(token.value)
    }

    /// A constant, with its sign.
    mutating func literal() throws(QueryFault) -> Node {
        let isNegative = token.isSymbol("-")
        if isNegative || token.isSymbol("+") {
            guard following.kind == .integer || following.kind == .decimal else { throw source.unexpected(following) }
            advance()
        }
        let sign = isNegative ? -1.0 : 1
        let value = token.value
        switch token.kind {
        case .text: advance(); return .text(value)
        case .date: advance(); return .date(value)
        case .geometry: advance(); return .geometry(value)
        case .integer, .decimal:
            let isInteger = token.kind == .integer
            advance()
            let number = Double(value) ?? .infinity
            guard number.isFinite else {
                throw QueryFault(
                    .malformed, "a number is out of range", fr: "un nombre est hors de portée", clause: source.clause)
            }
            if let unit = unit() { return .quantity(sign * number, unit: unit) }
            if isInteger, let whole = Int64(isNegative ? "-" + value : value) { return .integer(whole) }
            return .decimal(sign * number)
        case .word where token.isWord("true"): advance(); return .boolean(true)
        case .word where token.isWord("false"): advance(); return .boolean(false)
        case .word where token.isWord("null"): advance(); return .null
        default: throw source.unexpected(token)
        }
    }

    private mutating func unit() -> String? {
        guard callDepth > 0, token.kind == .word, Units.all.contains(token.value) else { return nil }
        defer { advance() }
        return token.value
    }

    private mutating func call(_ name: String) throws(QueryFault) -> Node {
        try count()
        advance()
        advance()
        callDepth += 1
        defer { callDepth -= 1 }
        var arguments: [Node] = []
        if takeSymbol(")") { return .call(name, []) }
        repeat {
            arguments.append(try nested { parser throws(QueryFault) in try parser.argument(of: name) })
            try count()
        } while takeSymbol(",")
        try expectSymbol(")")
        return .call(name, arguments)
    }

    private mutating func argument(of name: String) throws(QueryFault) -> Node {
        if token.isSymbol("*"), following.isSymbol(",") || following.isSymbol(")") || following.kind == .end {
            advance()
            return .star
        }
        if name == "count", takeWord("distinct") { return .distinct(try sum()) }
        if ["include", "exclude"].contains(name) { return try pattern() }
        if ["now", "facet"].contains(name), token.kind == .word, following.isSymbol("=") {
            let key = token.value
            advance()
            advance()
            return .named(key, token.kind == .word && !token.isWord("true") && !token.isWord("false") ? try sum() : try literal())
        }
        return try sum()
    }

    /// `name` or `name*`.
    private mutating func pattern() throws(QueryFault) -> Node {
        guard token.kind == .word || token.kind == .quotedName else { throw source.unexpected(token) }
        let name = token.value
        advance()
        return takeSymbol("*") ? .prefix(name) : .name(name)
    }
}
