/// Cuts a filter into tokens (21-065r2, annex B). Names may hold colons and dots; a name in double quotes may be anything.
struct CQLLexer {
    private let source: ClauseText
    private let isSQL: Bool
    private var position = 0

    static func tokens(of source: ClauseText, isSQL: Bool) throws(QueryFault) -> [Token] {
        guard source.scalars.count <= Lexer.limit else {
            throw QueryFault(
                .malformed, "a filter may have \(Lexer.limit) characters at most",
                fr: "un filtre a \(Lexer.limit) caractères au plus", clause: source.clause)
        }
        var lexer = CQLLexer(source: source, isSQL: isSQL)
        var tokens: [Token] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private init(source: ClauseText, isSQL: Bool) {
        self.source = source
        self.isSQL = isSQL
    }

    private mutating func next() throws(QueryFault) -> Token {
        while let scalar = peek(), scalar.properties.isWhitespace { position += 1 }
        let start = position
        guard let first = peek() else { return Token(kind: .end, value: "", raw: "", start: start, end: start) }
        if Self.startsName(first) {
            while let scalar = peek(), Self.isInName(scalar) { position += 1 }
            return token(.word, source.slice(start, position), start)
        }
        if Self.isDigit(first) || (first == "." && Self.isDigit(peek(1))) { return number(start) }
        if first == "'" { return try quoted("'", .text, start) }
        if first == "\"" { return try quoted("\"", .quotedName, start) }
        let two = source.slice(position, position + 2)
        if ["<>", "<=", ">="].contains(two) || (isSQL && ["!=", "||"].contains(two)) {
            position += 2
            return token(.symbol, two, start)
        }
        let one = source.slice(position, position + 1)
        guard "(),+-*/^%=<>".contains(one) else { throw source.unexpected(one == "\0" ? "\\0" : one, at: start) }
        position += 1
        return token(.symbol, one, start)
    }

    private mutating func number(_ start: Int) -> Token {
        var kind = Token.Kind.integer
        skipDigits()
        if peek() == "." {
            kind = .decimal
            position += 1
            skipDigits()
        }
        if peek() == "e" || peek() == "E" {
            let hasSign = peek(1) == "+" || peek(1) == "-"
            if Self.isDigit(peek(hasSign ? 2 : 1)) {
                kind = .decimal
                position += hasSign ? 2 : 1
                skipDigits()
            }
        }
        return token(kind, source.slice(start, position), start)
    }

    private mutating func skipDigits() { while Self.isDigit(peek()) { position += 1 } }

    /// To the closing quote. A quote is doubled; in a text of CQL2 it may stand after a backslash.
    private mutating func quoted(_ quote: Unicode.Scalar, _ kind: Token.Kind, _ start: Int) throws(QueryFault) -> Token {
        position += 1
        var value = String.UnicodeScalarView()
        while let scalar = peek() {
            position += 1
            if scalar == "\0" { throw source.unexpected("\\0", at: position - 1) }
            if scalar == quote {
                guard peek() == quote else {
                    let text = String(value)
                    if kind == .quotedName, text.isEmpty { throw source.unexpected("\"\"", at: start) }
                    return token(kind, text, start)
                }
                position += 1
            } else if scalar == "\\", !isSQL, kind == .text, peek() == "'" {
                position += 1
                value.append("'")
                continue
            }
            value.append(scalar)
        }
        throw source.unexpectedEnd()
    }

    private func token(_ kind: Token.Kind, _ value: String, _ start: Int) -> Token {
        Token(kind: kind, value: value, raw: source.slice(start, position), start: start, end: position)
    }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        position + ahead < source.scalars.count ? source.scalars[position + ahead] : nil
    }

    private static func startsName(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar == ":" || scalar.properties.isAlphabetic
    }
    private static func isInName(_ scalar: Unicode.Scalar) -> Bool {
        startsName(scalar) || isDigit(scalar) || scalar == "." || scalar.properties.canonicalCombiningClass != .notReordered
    }
    private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ("0"..."9").contains($0) } ?? false }
}
