import Foundation

/// The text of one file, cut in lines the way the YAML scanner cuts them, to turn its marks into places.
struct SourceText {
    let file: String
    /// The text without its byte order mark.
    let text: String
    private let lines: [Substring.UnicodeScalarView]

    init(file: String, text: String) {
        self.file = file
        self.text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        lines = Self.lines(of: self.text)
    }

    /// The place of a mark. YAML marks count Unicode scalars; people count characters, so `é` is one however it is encoded.
    func place(line: Int, scalar: Int) -> Place {
        guard lines.indices.contains(line - 1) else { return Place(file: file, line: max(1, line), column: max(1, scalar)) }
        let before = Substring(lines[line - 1].prefix(max(0, scalar - 1)))
        return Place(file: file, line: line, column: before.count + 1)
    }

    /// The place of a byte of the text.
    func place(byte: Int) -> Place {
        let before = String(decoding: text.utf8.prefix(max(0, byte)), as: UTF8.self)
        let lines = Self.lines(of: before)
        return Place(file: file, line: lines.count, column: Substring(lines.last ?? .init()).count + 1)
    }

    /// Index of the scalar at a mark.
    func index(line: Int, scalar: Int) -> String.Index? {
        guard lines.indices.contains(line - 1) else { return nil }
        let line = lines[line - 1]
        let index = line.index(line.startIndex, offsetBy: scalar - 1, limitedBy: line.endIndex)
        return index == line.endIndex ? nil : index
    }

    /// Breaks of YAML 1.1: CR LF, CR, LF, NEL, LS, PS. There is always at least one line.
    private static func lines(of text: String) -> [Substring.UnicodeScalarView] {
        let scalars = text.unicodeScalars
        var lines: [Substring.UnicodeScalarView] = []
        var start = scalars.startIndex
        var index = start
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            let carriage = scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n"
            if !carriage, ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) {
                lines.append(scalars[start..<index])
                start = next
            }
            index = next
        }
        return lines + [scalars[start...]]
    }
}
