internal import DuckDB
internal import Territory

/// Removes spaces at the edges of text, and makes inner runs one space. Every Unicode space counts, and line breaks.
struct Trim: Step {
    static let spec = Spec(
        name: "trim",
        summary: Bilingual(
            fr: "retire les espaces aux bords et réduit à une celles qui se suivent, insécables comprises",
            en: "removes spaces at the edges and makes inner runs one, no-break spaces included"),
        argument: .oneOrMany(.scalar),
        example: "trim: all",
        effect: Bilingual(
            fr: "lignes et colonnes : inchangées ; le mot all désigne toutes les colonnes de texte",
            en: "rows and columns: unchanged; the word all means every text column"),
        knownAs: KnownAs(
            openRefine: ["trim leading and trailing whitespace", "collapse consecutive whitespace"], workbench: ["Clean text"],
            sql: ["trim"], frictionless: ["cell-convert"], others: ["SUPPRESPACE"]))

    private let at: StepPlace
    private let selection: ColumnSelection
    private let all: Bool

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        selection = ColumnSelection(declaration.argument)
        all = declaration.argument.text == "all"
    }

    func names(_ column: String) -> Bool { !all && selection.names(column) }

    func apply(to input: StepInput) throws -> StepOutput {
        let chosen = all ? input.columns : try selection.inFileOrder(of: input, step: at)
        let items = input.columns.map { column in
            guard chosen.contains(column), column.isText else { return Item(column) }
            return Item(column.name, Text.spaced("\(name: column.name)"))
        }
        return StepOutput(input, items)
    }
}
