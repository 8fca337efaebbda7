/// Reads one clause by recursive descent. What depends on the fields is left to `Resolver`.
struct Parser {
    static let deepest = 100
    /// Comparisons, operations and calls of a clause together.
    static let mostNodes = 2_000
    static let mostLiterals = 10_000

    let source: ClauseText
    private let tokens: [Token]
    private var index = 0
    private var depth = 0
    private var nodes = 0
    /// Inside the arguments of a call, a number may carry a unit.
    var callDepth = 0
    /// Sums and products so far.
    var operations = 0

    init(_ text: String, clause: String) throws(QueryFault) {
        source = ClauseText(text, clause)
        tokens = try Lexer.tokens(of: source)
    }

    var token: Token { tokens[index] }
    var following: Token { tokens[min(index + 1, tokens.count - 1)] }
    /// Where the last token taken ends.
    var lastEnd: Int { index > 0 ? tokens[index - 1].end : 0 }

    mutating func advance() { if index < tokens.count - 1 { index += 1 } }

    mutating func takeSymbol(_ symbol: String) -> Bool {
        guard token.isSymbol(symbol) else { return false }
        advance()
        return true
    }

    mutating func takeWord(_ word: String) -> Bool {
        guard token.isWord(word) else { return false }
        advance()
        return true
    }

    mutating func expectSymbol(_ symbol: String) throws(QueryFault) {
        if !takeSymbol(symbol) { throw source.unexpected(token) }
    }

    mutating func expectEnd() throws(QueryFault) {
        if token.kind != .end { throw source.unexpected(token) }
    }

    /// Goes one level deeper, where it is allowed.
    mutating func nested<T>(_ body: (inout Parser) throws(QueryFault) -> T) throws(QueryFault) -> T {
        guard depth < Parser.deepest else { throw source.tooDeep(at: token.start) }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    /// Counts a node; a clause of thousands is refused before it reaches the engine.
    mutating func count() throws(QueryFault) {
        nodes += 1
        if nodes > Parser.mostNodes {
            throw QueryFault(
                .malformed, "a clause may hold \(Parser.mostNodes) operations at most",
                fr: "une clause contient \(Parser.mostNodes) opérations au plus", clause: source.clause)
        }
    }
}
