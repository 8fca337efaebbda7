internal import DuckDB
internal import Territory

/// Keeps the columns listed.
struct Keep: Step {
    static let spec = Spec(
        name: "keep",
        summary: Bilingual(
            fr: "ne garde que les colonnes citées ; * remplace une suite de lettres",
            en: "keeps only the columns listed; * stands for any letters"),
        argument: .oneOrMany(.scalar),
        example: "keep: [Association, \"Montant*\"]",
        effect: Bilingual(
            fr: "lignes : inchangées ; colonnes : celles citées, dans l'ordre du fichier",
            en: "rows: unchanged; columns: those listed, in the order of the file"),
        knownAs: KnownAs(
            openRefine: ["re-order / remove columns"], workbench: ["Select columns"], sql: ["select"],
            frictionless: ["field-filter"]))

    private let at: StepPlace
    private let selection: ColumnSelection

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        selection = ColumnSelection(declaration.argument)
    }

    func names(_ column: String) -> Bool { selection.names(column) }

    func apply(to input: StepInput) throws -> StepOutput {
        StepOutput(input, try selection.inFileOrder(of: input, step: at).map { Item($0) })
    }
}
