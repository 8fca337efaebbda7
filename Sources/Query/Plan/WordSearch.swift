internal import DuckDB

/// A search of words in texts. Words are compared without case nor accents; a word ends where letters and digits end.
package struct WordSearch: Sendable, Hashable {
    /// How one word of the question meets a word of a text.
    package enum Match: Sendable, Hashable {
        case whole
        case prefix
        case suffix
        case inside
        /// Within so many edits (Levenshtein).
        case near(Int)
        /// Several words in a row.
        case phrase
    }

    package struct Word: Sendable, Hashable {
        package let text: String
        package let match: Match

        package init(_ text: String, _ match: Match = .whole) {
            self.text = text
            self.match = match
        }
    }

    /// Each word must be found, in any of the fields.
    package let words: [Word]
    package let fields: [QueryField]

    package init(_ words: [Word], in fields: [QueryField]) {
        self.words = words
        self.fields = fields
    }

    /// The words of a text: runs of letters, digits and their marks.
    package static func split(_ text: String) -> [String] {
        text.unicodeScalars.split { !isWordPart($0) }.map { String(String.UnicodeScalarView($0)) }
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        SQL.wordRanges.contains { $0.contains(scalar.value) }
    }
}
