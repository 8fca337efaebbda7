internal import DuckDB
internal import Territory

/// Puts text in capitals, in small letters, or in capitals as a name or a sentence has them.
///
/// `title` keeps the little words of French names small inside a name (`Avenue de l'Église`, `Saint-Jean-d'Angély`). An acronym
/// becomes an ordinary word (`CNRS` gives `Cnrs`): the cell does not tell them apart.
struct LetterCase: Step {
    static let spec = Spec(
        name: "case",
        summary: Bilingual(
            fr: "met du texte en majuscules, en minuscules, ou avec les majuscules d'un nom ou d'une phrase",
            en: "puts text in upper case, in lower case, or with the capitals of a name or of a sentence"),
        argument: .map(.choice(["upper", "lower", "title", "sentence"])),
        example: "case: { nomBeneficiaire: title, commune: upper }",
        effect: Bilingual(
            fr: "lignes et colonnes : inchangées ; title laisse petits de, du, d', la, les, et, sur… à l'intérieur d'un nom",
            en: "rows and columns: unchanged; title leaves the French little words (de, du, d', la, sur…) small inside a name"),
        knownAs: KnownAs(
            openRefine: ["to titlecase", "to uppercase", "to lowercase"], workbench: ["capitalization"],
            sql: ["initcap", "upper", "lower"], frictionless: ["cell-convert"], others: ["proper", "NOMPROPRE"]))

    private let at: StepPlace
    private let columns: [(column: NamedColumn, style: String)]

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        var columns: [(NamedColumn, String)] = []
        for entry in try at.entries(declaration.argument) { columns.append((NamedColumn(entry), try at.written(entry.value))) }
        self.columns = columns
    }

    func names(_ column: String) -> Bool { columns.contains { $0.column.name == column } }

    func apply(to input: StepInput) throws -> StepOutput {
        try at.require(columns.map(\.column), of: input)
        let items = input.columns.map { column in
            guard column.isText, let style = columns.first(where: { $0.column.covers(column.name) })?.style else {
                return Item(column)
            }
            return Item(column.name, Self.written("\(name: column.name)", style))
        }
        return StepOutput(input, items)
    }

    private static func written(_ text: SQL, _ style: String) -> SQL {
        switch style {
        case "upper": "upper(\(text))"
        case "title": title(text)
        case "sentence": sentence(text)
        default: "lower(\(text))"
        }
    }

    /// Small words inside a French name. An elided article is small before its apostrophe only.
    private static let little: SQL =
        "['de', 'du', 'des', 'la', 'le', 'les', 'et', 'en', 'à', 'au', 'aux', 'sur', 'sous', 'lès', 'lez', 'ès', 'ou', 'par', 'pour']"

    /// Words and what stands between them, one by one; the first word always has its capital.
    private static func title(_ text: SQL) -> SQL {
        let pieces: SQL = #"regexp_extract_all(lower(\#(text)), '[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+')"#
        return """
            array_to_string(list_transform([\(pieces)], lambda words: array_to_string(list_transform(words, lambda word, place:
            CASE WHEN place > 2 AND (list_contains(\(little), word)
            OR (word IN ('d', 'l') AND left(words[place + 1], 1) IN ('''', '’')))
            THEN word ELSE upper(left(word, 1)) || substr(word, 2) END), '')), '')
            """
    }

    private static func sentence(_ text: SQL) -> SQL {
        let parts: SQL = #"regexp_extract(lower(\#(text)), '(?s)^([^\p{L}\p{N}]*)(\p{L}?)(.*)$', ['before', 'letter', 'after'])"#
        return """
            array_to_string(list_transform([\(parts)], lambda part: part.before || upper(part.letter) || part.after), '')
            """
    }
}
