/// Cuts a clause into tokens. Characters are Unicode scalars, counted from 0 for the messages.
struct Lexer {
    /// A clause is no longer than this.
    static let limit = 100_000

    private let source: ClauseText
    private var position = 0

    static func tokens(of source: ClauseText) throws(QueryFault) -> [Token] {
        if source.scalars.count > limit {
            throw QueryFault(
                .malformed, "a clause may have \(limit) characters at most", fr: "une clause a \(limit) caractères au plus",
                clause: source.clause)
        }
        var lexer = Lexer(source: source)
        var tokens: [Token] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private init(source: ClauseText) { self.source = source }

    private mutating func next() throws(QueryFault) -> Token {
        while let scalar = peek(), scalar.properties.isWhitespace { position += 1 }
        let start = position
        guard let first = peek() else { return Token(kind: .end, value: "", raw: "", start: start, end: start) }
        if Lexer.startsName(first) { return try word(from: start) }
        if Lexer.isDigit(first) || (first == "." && Lexer.isDigit(peek(1))) { return number(from: start) }
        if first == "'" || first == "\"" { return try quoted(first, .text, from: start) }
        if first == "`" { return try quoted(first, .quotedName, from: start) }
        return try symbol(from: start)
    }

    private mutating func word(from start: Int) throws(QueryFault) -> Token {
        while let scalar = peek() {
            let isInside = Lexer.startsName(scalar) || Lexer.isNamePart(scalar)
            // A dotted name, `default.title`, but not the two dots of a range.
            guard isInside || (scalar == "." && peek(1).map(Lexer.startsName) == true) else { break }
            position += 1
        }
        let word = source.slice(start, position)
        if let quote = peek(), quote == "'" || quote == "\"" {
            if word.lowercased() == "date" { return try quoted(quote, .date, from: start) }
            if word.lowercased() == "geom" { return try quoted(quote, .geometry, from: start) }
        }
        return token(.word, word, from: start)
    }

    private mutating func number(from start: Int) -> Token {
        var kind = Token.Kind.integer
        skipDigits()
        if peek() == ".", Lexer.isDigit(peek(1)) {
            kind = .decimal
            position += 1
            skipDigits()
        }
        if peek() == "e" || peek() == "E" {
            let hasSign = peek(1) == "+" || peek(1) == "-"
            if Lexer.isDigit(peek(hasSign ? 2 : 1)) {
                kind = .decimal
                position += hasSign ? 2 : 1
                skipDigits()
            }
        }
        return token(kind, source.slice(start, position), from: start)
    }

    private mutating func skipDigits() { while Lexer.isDigit(peek()) { position += 1 } }

    /// A text, a back-quoted name or a typed literal, to its closing quote. Escapes are those of JSON.
    private mutating func quoted(_ quote: Unicode.Scalar, _ kind: Token.Kind, from start: Int) throws(QueryFault) -> Token {
        position += 1
        var value = String.UnicodeScalarView()
        while let scalar = peek(), scalar != quote {
            position += 1
            if scalar == "\0" { throw source.unexpected("\\0", at: position - 1) }
            guard scalar == "\\" else {
                value.append(scalar)
                continue
            }
            guard let escaped = peek() else { throw source.unexpectedEnd() }
            position += 1
            value.append(try unescaped(escaped))
        }
        guard peek() == quote else { throw source.unexpectedEnd() }
        position += 1
        if kind == .quotedName, value.isEmpty { throw source.unexpected("``", at: start) }
        return token(kind, String(value), from: start)
    }

    private mutating func unescaped(_ scalar: Unicode.Scalar) throws(QueryFault) -> Unicode.Scalar {
        switch scalar {
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "u":
            let start = position - 2
            guard let unit = hexadecimal() else { return "u" }
            if (0xD800..<0xDC00).contains(unit), peek() == "\\", peek(1) == "u" {
                position += 2
                guard let low = hexadecimal(), (0xDC00..<0xE000).contains(low) else { throw source.unexpected("\\u", at: start) }
                return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
            }
            guard unit != 0, let scalar = Unicode.Scalar(unit) else { throw source.unexpected("\\u", at: start) }
            return scalar
        default: return scalar
        }
    }

    /// Four hexadecimal digits; nothing is taken when they are not there.
    private mutating func hexadecimal() -> UInt32? {
        let digits = source.slice(position, position + 4)
        guard digits.unicodeScalars.count == 4, digits.allSatisfy(\.isHexDigit), let unit = UInt32(digits, radix: 16) else {
            return nil
        }
        position += 4
        return unit
    }

    private static let symbols: Set<String> = ["(", ")", "[", "]", ",", "+", "-", "*", "/", "=", ":", "<", ">"]

    private mutating func symbol(from start: Int) throws(QueryFault) -> Token {
        let two = source.slice(position, position + 2)
        if ["!=", "<>", "<=", ">=", ".."].contains(two) {
            position += 2
            return token(.symbol, two, from: start)
        }
        let one = source.slice(position, position + 1)
        guard Lexer.symbols.contains(one) else { throw source.unexpected(one == "\0" ? "\\0" : one, at: start) }
        position += 1
        return token(.symbol, one, from: start)
    }

    private func token(_ kind: Token.Kind, _ value: String, from start: Int) -> Token {
        Token(kind: kind, value: value, raw: source.slice(start, position), start: start, end: position)
    }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        position + ahead < source.scalars.count ? source.scalars[position + ahead] : nil
    }

    private static func startsName(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || scalar.properties.isAlphabetic }
    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || scalar.properties.canonicalCombiningClass != .notReordered
    }
    private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ("0"..."9").contains($0) } ?? false }
}
