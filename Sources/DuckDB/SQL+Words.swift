extension SQL {
    /// What words are made of: letters and digits of the Latin scripts with their marks, and whatever other scripts write; what stands
    /// between words is ASCII's and Latin-1's other signs, general punctuation and symbols. As ranges: the engine takes milliseconds
    /// to read a pattern that names Unicode's classes, and reads it several times for each question.
    package static let wordRanges: [ClosedRange<UInt32>] = [
        0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xAA...0xAA, 0xB2...0xB3, 0xB5...0xB5, 0xB9...0xBA, 0xBC...0xBE, 0xC0...0xD6,
        0xD8...0xF6, 0xF8...0x1FFF, 0x2C00...0x2DFF, 0x3040...0x10_FFFF,
    ]

    /// What parts the words of a text. An index of words and the questions asked of it must part them alike.
    package static let wordGap = "[^\(wordRanges.map { "\\x{\(hex($0.lowerBound))}-\\x{\(hex($0.upperBound))}" }.joined())]"

    private static func hex(_ number: UInt32) -> String { String(number, radix: 16, uppercase: true) }

    /// A text without case nor accents.
    package static func folded(_ text: SQL) -> SQL { "strip_accents(lower(\(text)))" }

    /// The words of a text that is already folded, as a list; an empty one stands where the text begins or ends with a gap.
    package static func words(ofFolded text: SQL) -> SQL {
        "regexp_split_to_array(\(text), \(.constant(wordGap + "+")))"
    }
}
