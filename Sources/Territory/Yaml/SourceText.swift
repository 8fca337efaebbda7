import Foundation

/// The text of one file, cut in lines the way the YAML scanner cuts them, to turn its marks into places.
struct SourceText {
    let file: String
    /// The text without its byte order mark.
    let text: String
    private let lines: [Line]

    init(file: String, text: String) {
        self.file = file
        self.text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        lines = Self.lines(of: self.text).map(Line.init)
    }

    /// One line, and the column of each of its scalars unless they are all ASCII.
    private struct Line {
        let scalars: Substring.UnicodeScalarView
        private var columns: [Int] = []

        init(_ scalars: Substring.UnicodeScalarView) {
            self.scalars = scalars
            guard !scalars.allSatisfy(\.isASCII) else { return }
            for (index, character) in Substring(scalars).enumerated() {
                columns += repeatElement(index + 1, count: character.unicodeScalars.count)
            }
        }

        func column(of scalar: Int) -> Int {
            guard !columns.isEmpty else { return max(1, scalar) }
            return columns.indices.contains(scalar - 1) ? columns[scalar - 1] : columns[columns.count - 1] + 1
        }
    }

    /// The place of a mark. YAML marks count Unicode scalars; people count characters, so `é` is one however it is encoded.
    func place(line: Int, scalar: Int) -> Place {
        let column = lines.indices.contains(line - 1) ? lines[line - 1].column(of: scalar) : max(1, scalar)
        return Place(file: file, line: max(1, line), column: column)
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
        let line = lines[line - 1].scalars
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
