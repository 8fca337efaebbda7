package import DuckDB
package import Territory

/// Delimited text: CSV, TSV and their like, in any of the encodings towns use.
package struct TextFormat: FileFormat {
    package static let name = "CSV"
    package static let findings = TextFindings.all

    private let declaration: TextDeclaration

    package init(_ source: SourceDeclaration) {
        declaration = TextDeclaration(source)
    }

    /// Any bytes may be text, unless control characters abound.
    package static func recognises(_ start: FileStart) -> Bool { !start.isBinary }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        try TextReader(file: file, declaration: declaration).collect(connection, work)
    }
}

extension TextFormat {
    package static let options = [
        encoding,
        Key(
            "delimiter", .text,
            summary: Bilingual(
                fr: "Ce qui sépare les cellules, détecté sans cela : un ou plusieurs caractères, ou `tab`",
                en: "What separates the cells, detected otherwise: one or several characters, or `tab`")),
        Key(
            "quote", .text,
            summary: Bilingual(
                fr: "Le guillemet qui protège une cellule ; vide s'il n'y en a pas ; détecté avec le séparateur",
                en: "The quote that protects a cell; empty when there is none; detected with the delimiter"),
            default: "\""),
        Key(
            "escape", .text,
            summary: Bilingual(
                fr: "Le caractère qui précède un guillemet dans une cellule (`\\`), s'il n'y est pas doublé",
                en: "The character before a quote inside a cell (`\\`), when the quote is not doubled there")),
        Key(
            "comment", .text,
            summary: Bilingual(
                fr: "Le caractère qui commence une ligne de commentaire, laquelle n'est pas lue",
                en: "The character that starts a comment line, which is not read")),
        HeaderChoice.key,
    ]

    /// Shared with text of fixed width.
    static let encoding = Key(
        "encoding", .text,
        summary: Bilingual(
            fr: "Encodage du texte, détecté sans cela ; `mixed` pour des lignes en UTF-8 et d'autres en windows-1252",
            en: "Encoding of the text, detected otherwise; `mixed` for lines in UTF-8 and others in windows-1252"))
}
