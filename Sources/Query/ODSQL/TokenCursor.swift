/// The tokens of a clause, one after the other, and how much was read of what a clause may hold.
struct TokenCursor {
    static let deepest = 100
    /// Comparisons, operations and calls of a clause together.
    static let mostNodes = 2_000

    let source: ClauseText
    private let tokens: [Token]
    private var index = 0
    fileprivate var depth = 0
    fileprivate var nodes = 0

    init(_ source: ClauseText, _ tokens: [Token]) {
        self.source = source
        self.tokens = tokens
    }

    var token: Token { tokens[index] }
    var following: Token { tokens[min(index + 1, tokens.count - 1)] }
    /// Where the last token taken ends.
    var lastEnd: Int { index > 0 ? tokens[index - 1].end : 0 }

    mutating func advance() { if index < tokens.count - 1 { index += 1 } }
}

/// A reader by recursive descent.
protocol TokenReader {
    var cursor: TokenCursor { get set }
    /// What a clause is called when it holds too much.
    static var subject: (english: String, french: String) { get }
}

extension TokenReader {
    var source: ClauseText { cursor.source }
    var token: Token { cursor.token }
    var following: Token { cursor.following }

    mutating func advance() { cursor.advance() }

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
    mutating func nested<T>(_ body: (inout Self) throws(QueryFault) -> T) throws(QueryFault) -> T {
        guard cursor.depth < TokenCursor.deepest else { throw source.tooDeep(at: token.start) }
        cursor.depth += 1
        defer { cursor.depth -= 1 }
        return try body(&self)
    }

    /// Counts a node; a clause of thousands is refused before it reaches the engine.
    mutating func count() throws(QueryFault) {
        cursor.nodes += 1
        if cursor.nodes > TokenCursor.mostNodes { throw Self.tooLong(source.clause) }
    }

    static func tooLong(_ clause: String) -> QueryFault {
        QueryFault(
            .malformed, "\(subject.english) may hold \(TokenCursor.mostNodes) operations at most",
            fr: "\(subject.french) contient \(TokenCursor.mostNodes) opérations au plus", clause: clause)
    }
}
