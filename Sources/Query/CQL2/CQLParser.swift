/// Reads a filter by recursive descent: or, and, not, comparisons, sums, products, powers. What the names mean is left to
/// `CQLMeaning`.
struct CQLParser: TokenReader {
    static let subject = (english: "a filter", french: "un filtre")

    var cursor: TokenCursor
    let isSQL: Bool

    static func node(_ text: String, _ form: CQL2.Form, _ clause: String) throws(QueryFault) -> CQLNode {
        var parser = try CQLParser(ClauseText(text, clause), isSQL: form == .sql)
        let node = try parser.disjunction()
        try parser.expectEnd()
        return node
    }

    private init(_ source: ClauseText, isSQL: Bool) throws(QueryFault) {
        cursor = TokenCursor(source, try CQLLexer.tokens(of: source, isSQL: isSQL))
        self.isSQL = isSQL
    }

    mutating func disjunction() throws(QueryFault) -> CQLNode {
        let spot = CQLSpot(position: token.start)
        var parts = [try conjunction()]
        while takeWord("or") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .call("or", parts, spot)
    }

    private mutating func conjunction() throws(QueryFault) -> CQLNode {
        let spot = CQLSpot(position: token.start)
        var parts = [try negation()]
        while takeWord("and") { parts.append(try negation()) }
        return parts.count == 1 ? parts[0] : .call("and", parts, spot)
    }

    private mutating func negation() throws(QueryFault) -> CQLNode {
        let spot = CQLSpot(position: token.start)
        guard takeWord("not") else { return try comparison() }
        return .call("not", [try nested { parser throws(QueryFault) in try parser.negation() }], spot)
    }

    private mutating func comparison() throws(QueryFault) -> CQLNode {
        try count()
        let left = try sum(), spot = CQLSpot(position: token.start)
        if token.kind == .symbol, ["=", "<>", "!=", "<", "<=", ">", ">="].contains(token.value) {
            let sign = token.value == "!=" ? "<>" : token.value
            advance()
            return .call(sign, [left, try sum()], spot)
        }
        if takeWord("is") {
            let isNegative = takeWord("not")
            guard takeWord("null") else { throw source.unexpected(token) }
            return negated(.call("isnull", [left], spot), isNegative)
        }
        let isNegative = token.isWord("not")
        if isNegative { advance() }
        if takeWord("like") { return negated(.call("like", [left, try sum()], spot), isNegative) }
        if takeWord("between") {
            let lower = try sum()
            guard takeWord("and") else { throw source.unexpected(token) }
            return negated(.call("between", [left, lower, try sum()], spot), isNegative)
        }
        if takeWord("in") {
            try expectSymbol("(")
            return negated(.call("in", [left, .list(try arguments())], spot), isNegative)
        }
        if isNegative { throw source.unexpected(token) }
        return left
    }

    private func negated(_ node: CQLNode, _ isNegative: Bool) -> CQLNode {
        isNegative ? .call("not", [node], .none) : node
    }

    /// Values up to a closing parenthesis.
    mutating func arguments() throws(QueryFault) -> [CQLNode] {
        if takeSymbol(")") { return [] }
        var arguments: [CQLNode] = []
        repeat {
            try count()
            arguments.append(try nested { parser throws(QueryFault) in try parser.disjunction() })
        } while takeSymbol(",")
        try expectSymbol(")")
        return arguments
    }
}
