/// A spot in a file: `file` is relative to the territory, lines and columns count from 1, columns count characters.
package struct Place: Sendable, Hashable, Codable, CustomStringConvertible {
    package let file: String
    package let line: Int
    package let column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    package var description: String { "\(file):\(line):\(column)" }
}

extension Place: Comparable {
    package static func < (one: Place, other: Place) -> Bool {
        (one.file, one.line, one.column) < (other.file, other.line, other.column)
    }
}

/// What every failure can tell: a stable dotted code, what happened, why, and how to mend it.
///
/// Tests and callers decide on `code`, never on a sentence.
package protocol Explained: Error {
    var code: String { get }
    var place: Place? { get }
    /// The dataset, file or address the failure is about.
    var subject: String? { get }
    var what: Bilingual { get }
    var cause: Bilingual? { get }
    /// An imperative the reader can carry out.
    var remedy: Bilingual { get }
    /// Whether the same call may succeed later, nothing changed.
    var isTransient: Bool { get }
    /// The failure as lines for a terminal.
    func rendered(in language: Language) -> String
}

extension Explained {
    package var isTransient: Bool { false }

    /// Place and sentence, why, and what to do.
    package func rendered(in language: Language) -> String {
        rendered(in: language, causeNamed: Bilingual(fr: "pourquoi", en: "why"))
    }

    /// Place and sentence, then the cause under its name, then what to do.
    func rendered(in language: Language, causeNamed name: Bilingual) -> String {
        let colon = language == .french ? " : " : ": "
        let head = [place?.description ?? subject, what.text(in: language)].compactMap(\.self).joined(separator: ": ")
        let tail = [(name, cause), (Bilingual(fr: "remède", en: "remedy"), remedy)]
        let lines = tail.compactMap { name, words in words.map { "  " + name.text(in: language) + colon + $0.text(in: language) }
        }
        return ([head] + lines).joined(separator: "\n")
    }
}
