extension SQL {
    /// What parts the words of a text: all but letters, digits and their marks. An index of words and the questions asked of it
    /// must part them alike.
    package static let wordGap = "[^\\pL\\pN\\pM]"

    /// A text without case nor accents.
    package static func folded(_ text: SQL) -> SQL { "strip_accents(lower(\(text)))" }

    /// The words of a text that is already folded, as a list; an empty one stands where the text begins or ends with a gap.
    package static func words(ofFolded text: SQL) -> SQL {
        "regexp_split_to_array(\(text), \(.constant(wordGap + "+")))"
    }
}
