internal import DuckDB
internal import Territory

/// Puts the columns listed first.
struct Reorder: Step {
    static let spec = Spec(
        name: "reorder",
        summary: Bilingual(
            fr: "place d'abord les colonnes citées, puis les autres",
            en: "puts the columns listed first, then the others"),
        argument: .oneOrMany(.scalar),
        example: "reorder: [annee, nomBeneficiaire, montant]",
        effect: Bilingual(
            fr: "lignes : inchangées ; colonnes : toutes, celles citées d'abord",
            en: "rows: unchanged; columns: all of them, those listed first"),
        knownAs: KnownAs(
            openRefine: ["re-order / remove columns"], workbench: ["Reorder columns"], sql: ["select list"],
            frictionless: ["field-move"]))

    private let at: StepPlace
    private let selection: ColumnSelection

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        selection = ColumnSelection(declaration.argument)
    }

    func names(_ column: String) -> Bool { selection.names(column) }

    func apply(to input: StepInput) throws -> StepOutput {
        let first = try selection.inListedOrder(of: input, step: at)
        let others = input.columns.filter { column in !first.contains(column) }
        return StepOutput(input, (first + others).map { Item($0) })
    }
}
