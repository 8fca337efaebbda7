internal import Foundation

// What the first bytes of a file say of its content.
extension FileStart {
    /// The text from its first sign on, in lower case, to look at its first words.
    var markup: String {
        let text = String(decoding: bytes.filter { $0 != 0 }.prefix(512), as: UTF8.self)
        return String(text.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }).lowercased()
    }

    /// The name of the first element of an XML or HTML text, without its prefix; nothing when the text is none.
    var root: String? {
        let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
        var rest = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
        while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
            let close = rest.hasPrefix("<!--") ? "-->" : ">"
            guard let end = rest.range(of: close) else { return nil }
            rest = rest[end.upperBound...].drop { $0.isWhitespace }
        }
        guard rest.first == "<" else { return nil }
        let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || "_:-.".contains($0) }
        return name.split(separator: ":").last.map(String.init)
    }

    func holds(_ text: String) -> Bool { bytes.range(of: Data(text.utf8)) != nil }

    /// Whether no text has so many control characters. UTF-16 is text: its zeros stand on one side.
    var isBinary: Bool {
        guard ![0xFF, 0xFE].elementsEqual(bytes.prefix(2)), ![0xFE, 0xFF].elementsEqual(bytes.prefix(2)) else { return false }
        let controls = bytes.enumerated().filter { ($0.element < 0x20 && !(9...13).contains($0.element)) || $0.element == 0x7F }
        guard controls.count >= 4, controls.count * 20 > bytes.count else { return false }
        let zeros = controls.filter { $0.element == 0 }
        let odd = zeros.count { $0.offset % 2 == 1 }
        return zeros.count * 4 <= bytes.count || min(odd, zeros.count - odd) * 10 > zeros.count
    }
}
