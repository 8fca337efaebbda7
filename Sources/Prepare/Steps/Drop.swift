internal import DuckDB
internal import Territory

/// Removes the columns listed. A pattern may cover nothing: what it should remove is not there.
struct Drop: Step {
    static let spec = Spec(
        name: "drop",
        summary: Bilingual(
            fr: "retire les colonnes citées ; * remplace une suite de lettres",
            en: "removes the columns listed; * stands for any letters"),
        argument: .oneOrMany(.scalar),
        example: "drop: [Total, \"Colonne*\"]",
        effect: Bilingual(
            fr: "lignes : inchangées ; colonnes : les autres, dans l'ordre du fichier",
            en: "rows: unchanged; columns: the others, in the order of the file"),
        knownAs: KnownAs(
            openRefine: ["remove this column"], workbench: ["Drop columns"], sql: ["exclude"], frictionless: ["field-remove"]))

    private let at: StepPlace
    private let selection: ColumnSelection

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        selection = ColumnSelection(declaration.argument)
    }

    func names(_ column: String) -> Bool { selection.names(column) }

    func apply(to input: StepInput) throws -> StepOutput {
        let gone = Set(try selection.inFileOrder(of: input, step: at, patternsMayBeIdle: true).map(\.name))
        return StepOutput(input, input.columns.filter { !gone.contains($0.name) }.map { Item($0) })
    }
}
