/// A piece of SQL that carries its values, so that text and parameters can never fall out of step.
///
/// Written as an interpolated literal. Only three things can enter it, each by its own door: a bound value
/// (`\(value: "x")`), a quoted name (`\(name: "a\"b")`) and another piece (`\(piece)`). A plain `String` does not compile.
package struct SQL: Sendable, Hashable {
    /// What stands in the text: words as they are, or a value that becomes `?`.
    package enum Part: Sendable, Hashable {
        case words(String)
        case value(SQLValue)
    }

    package private(set) var parts: [Part]

    /// The text with a `?` for each value.
    package var text: String {
        parts.map { if case .words(let words) = $0 { words } else { "?" } }.joined()
    }

    /// The values, in the order of the `?`.
    package var parameters: [SQLValue] {
        parts.compactMap { if case .value(let value) = $0 { value } else { nil } }
    }

    package init(parts: [Part]) {
        self.parts = parts
    }

    package static func + (one: SQL, other: SQL) -> SQL { SQL(parts: one.parts + other.parts) }
}

extension SQL: ExpressibleByStringInterpolation {
    package init(stringLiteral words: String) {
        parts = [.words(words)]
    }

    package init(stringInterpolation: Interpolation) {
        parts = stringInterpolation.parts
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        package mutating func appendLiteral(_ words: String) {
            if !words.isEmpty { parts.append(.words(words)) }
        }

        /// Another piece, with its values.
        package mutating func appendInterpolation(_ piece: SQL) {
            parts += piece.parts
        }

        /// A bound value.
        package mutating func appendInterpolation(value: SQLValue) {
            parts.append(.value(value))
        }

        /// A bound text, typed so that the engine never has to guess.
        package mutating func appendInterpolation(text: String) {
            parts += [.words("CAST("), .value(.text(text)), .words(" AS VARCHAR)")]
        }

        /// A quoted name.
        package mutating func appendInterpolation(name: String) {
            parts.append(.words(identifier(name)))
        }
    }
}

extension SQL {
    /// Words of our own making: patterns, type names and whole numbers, never a text that came from outside.
    package static func trusted(_ words: String) -> SQL { SQL(parts: [.words(words)]) }

    /// A constant text of our own making, written out: patterns stay readable and plannable.
    package static func constant(_ text: String) -> SQL { trusted(literal(text)) }
}

extension Sequence where Element == SQL {
    package func joined(_ separator: SQL) -> SQL {
        var whole = SQL(parts: [])
        for (index, piece) in enumerated() { whole = index == 0 ? piece : whole + separator + piece }
        return whole
    }
}
