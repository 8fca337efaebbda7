internal import Territory

/// HTML that may be sent: whatever text is put into it is escaped, unless it is HTML itself. The compiler tells them apart, so
/// that no page can forget.
package struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    package let text: String

    package init(stringLiteral text: String) { self.text = text }
    package init(stringInterpolation interpolation: StringInterpolation) { text = interpolation.text }

    private init(_ text: String) { self.text = text }

    static let nothing = HTML("")

    /// Pieces one after the other.
    static func joined(_ pieces: some Sequence<HTML>, by separator: HTML = "\n") -> HTML {
        HTML(pieces.map(\.text).joined(separator: separator.text))
    }

    var isEmpty: Bool { text.isEmpty }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }
        package mutating func appendLiteral(_ literal: String) { text += literal }
        package mutating func appendInterpolation(_ text: String) { self.text += HTML.escaped(text) }
        package mutating func appendInterpolation(_ number: Int) { text += String(number) }
        package mutating func appendInterpolation(_ html: HTML) { text += html.text }
        package mutating func appendInterpolation(_ html: HTML?) { text += html?.text ?? "" }
        package mutating func appendInterpolation(_ pieces: [HTML]) { for piece in pieces { text += piece.text + "\n" } }
    }

    private static func escaped(_ text: String) -> String {
        guard
            text.utf8.contains(where: {
                $0 < 0x20 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 || $0 > 0x7E
            })
        else { return text }
        return MarkupText.escaped(text)
    }
}
