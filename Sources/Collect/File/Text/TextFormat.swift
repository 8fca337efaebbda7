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

    /// Any bytes may be text: what is none is refused before, or by the encoding.
    package static func recognises(_ start: FileStart) -> Bool { true }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        let reader = TextReader(file: file.url, name: file.name, declaration: declaration, place: file.place)
        return try reader.collect(connection, work, number: file.number)
    }
}

extension TextFormat {
    package static let options = [
        Key(
            "encoding", .text,
            summary: Bilingual(fr: "Encodage du texte, détecté sans cela", en: "Encoding of the text, detected otherwise")),
        Key(
            "delimiter", .text,
            summary: Bilingual(
                fr: "Ce qui sépare les cellules, détecté sans cela", en: "What separates the cells, detected otherwise")),
        Key(
            "quote", .text,
            summary: Bilingual(
                fr: "Le guillemet qui protège une cellule ; vide s'il n'y en a pas",
                en: "The quote that protects a cell; empty when there is none"),
            default: "\""),
        header,
    ]

    /// Shared with workbooks.
    static let header = Key(
        "header", .integer,
        summary: Bilingual(
            fr: "Numéro de la ligne des titres, détecté sans cela ; 0 si le fichier n'a pas de titres",
            en: "Number of the row with the titles, detected otherwise; 0 when the file has none"))
}
