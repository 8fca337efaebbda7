internal import Territory

/// What a source says of its text files; the rest is detected.
struct TextDeclaration: Sendable {
    let encoding: String?
    let delimiter: String?
    let quote: String?
    /// 1 is the first row of the file; 0 means there are no titles.
    let header: Int?

    init(_ source: SourceDeclaration) {
        encoding = source.options["encoding"]?.written
        delimiter = source.options["delimiter"]?.text
        quote = source.options["quote"]?.text
        header = source.options["header"]?.integer
    }
}
