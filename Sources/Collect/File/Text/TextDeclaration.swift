internal import Territory

/// What a source says of its text files; the rest is detected.
struct TextDeclaration: Sendable {
    let encoding: String?
    let delimiter: Value?
    let quote: String?
    let escape: String?
    let comment: String?
    let header: HeaderChoice
    let place: Place

    init(_ source: SourceDeclaration) {
        encoding = source.options["encoding"]?.written
        delimiter = source.options["delimiter"]
        quote = source.options["quote"]?.text
        escape = source.options["escape"]?.text
        comment = source.options["comment"]?.text
        header = HeaderChoice(source.options["header"])
        place = source.place
    }

    /// What separates cells, in UTF-8; nothing when it is to be found. A tab may be written `tab`.
    var delimiterBytes: [UInt8]? {
        guard let text = delimiter?.text, !text.isEmpty else { return nil }
        return ["tab", "\\t"].contains(text.lowercased()) ? [UInt8(ascii: "\t")] : Array(text.utf8)
    }
}
