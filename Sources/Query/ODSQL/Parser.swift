/// Reads one clause by recursive descent. What depends on the fields is left to `Resolver`.
struct Parser: TokenReader {
    static let mostLiterals = 10_000
    static let subject = (english: "a clause", french: "une clause")

    var cursor: TokenCursor
    /// Inside the arguments of a call, a number may carry a unit.
    var callDepth = 0
    /// Sums and products so far.
    var operations = 0

    init(_ text: String, clause: String) throws(QueryFault) {
        let source = ClauseText(text, clause)
        cursor = TokenCursor(source, try Lexer.tokens(of: source))
    }
}
