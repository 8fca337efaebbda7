extension CQLParser {
    mutating func sum() throws(QueryFault) -> CQLNode {
        try operations(["+", "-"]) { parser throws(QueryFault) in try parser.product() }
    }

    private mutating func product() throws(QueryFault) -> CQLNode {
        try operations(["*", "/", "%", "div"]) { parser throws(QueryFault) in try parser.power() }
    }

    private mutating func operations(
        _ signs: [String], _ operand: (inout CQLParser) throws(QueryFault) -> CQLNode
    ) throws(QueryFault) -> CQLNode {
        var node = try operand(&self)
        var levels = 0
        while let sign = signs.first(where: { token.isSymbol($0) || token.isWord($0) }) {
            // Each operation makes the tree one level deeper on the left.
            levels += 1
            guard levels <= TokenCursor.deepest else { throw source.tooDeep(at: token.start) }
            try count()
            let spot = CQLSpot(position: token.start)
            advance()
            node = .call(sign, [node, try operand(&self)], spot)
        }
        return node
    }

    private mutating func power() throws(QueryFault) -> CQLNode {
        let base = try factor(), spot = CQLSpot(position: token.start)
        return takeSymbol("^") ? .call("^", [base, try factor()], spot) : base
    }

    private mutating func factor() throws(QueryFault) -> CQLNode {
        let spot = CQLSpot(position: token.start)
        if takeSymbol("+") { return try nested { parser throws(QueryFault) in try parser.factor() } }
        guard takeSymbol("-") else { return try primary() }
        switch try nested({ parser throws(QueryFault) in try parser.factor() }) {
        case .number(let number): return .number(-number)
        case .integer(let number): return .integer(-number)
        case let node: return .call("*", [.number(-1), node], spot)
        }
    }

    private mutating func primary() throws(QueryFault) -> CQLNode {
        let spot = CQLSpot(position: token.start), value = token.value
        switch token.kind {
        case .text:
            advance()
            return .text(value)
        case .integer, .decimal:
            let number = Double(value) ?? .infinity
            guard number.isFinite else { throw source.unexpected(token) }
            advance()
            if let whole = Int64(value), Int64(exactly: number) != whole { return .integer(whole) }
            return .number(number)
        case .quotedName:
            advance()
            return token.isSymbol("(") ? try call(value, spot) : .property(value, spot)
        case .word: return try word()
        case .symbol where value == "(":
            advance()
            var items = try arguments()
            if items.count == 1 { return items.removeLast() }
            return .list(items)
        case .symbol, .end, .date, .geometry: throw source.unexpected(token)
        }
    }

    private static let structural: Set<String> = ["and", "or", "not", "in", "is", "like", "between", "null", "div"]

    private mutating func word() throws(QueryFault) -> CQLNode {
        let spot = CQLSpot(position: token.start), name = token.value, lower = name.lowercased()
        if lower == "true" || lower == "false" {
            advance()
            return .boolean(lower == "true")
        }
        if Self.structural.contains(lower) { throw source.unexpected(token) }
        if isSQL, let moment = sqlMoment(lower) { return moment }
        if CQLShape.names.contains(lower), following.isSymbol("(") || ["z", "m", "zm"].contains(where: following.isWord) {
            return .geometry(try geometry())
        }
        advance()
        guard token.isSymbol("(") else { return .property(name, spot) }
        return try call(lower, spot)
    }

    /// `DATE '2020-01-01'`, `TIMESTAMP '2020-01-01 10:00:00'`, `CURRENT_TIMESTAMP`.
    private mutating func sqlMoment(_ word: String) -> CQLNode? {
        if ["current_timestamp", "current_date"].contains(word) {
            advance()
            return .now
        }
        guard ["date", "timestamp"].contains(word), following.kind == .text else { return nil }
        advance()
        defer { advance() }
        return word == "date" ? .date(token.value) : .timestamp(token.value)
    }

    private mutating func call(_ name: String, _ spot: CQLSpot) throws(QueryFault) -> CQLNode {
        try expectSymbol("(")
        let start = token
        let arguments = try arguments()
        switch (name.lowercased(), arguments.count) {
        case ("date", 1): if case .text(let text) = arguments[0] { return .date(text) }
        case ("timestamp", 1): if case .text(let text) = arguments[0] { return .timestamp(text) }
        case ("interval", 2): return .interval(arguments[0], arguments[1])
        case ("bbox", 4), ("bbox", 6):
            let numbers = arguments.compactMap { if case .number(let number) = $0 { number } else { nil } }
            if numbers.count == arguments.count { return .box(numbers) }
        case ("date", _), ("timestamp", _), ("interval", _), ("bbox", _): break
        default: return .call(name.lowercased(), arguments, spot)
        }
        throw source.unexpected(start)
    }
}
