internal import DuckDB
internal import Territory

/// Gives an empty cell the value above it in the same file.
struct FillDown: Step {
    static let spec = Spec(
        name: "fill-down",
        summary: Bilingual(
            fr: "donne aux cellules vides la valeur qui est au-dessus, dans le même fichier",
            en: "gives empty cells the value above, in the same file"),
        argument: .oneOrMany(.scalar),
        example: "fill-down: [Politique publique]",
        effect: Bilingual(
            fr: "lignes et colonnes : inchangées ; avant la première valeur, une cellule reste vide",
            en: "rows and columns: unchanged; before the first value, a cell stays empty"),
        knownAs: KnownAs(
            openRefine: ["fill down"], workbench: ["Fill null cells"], sql: ["last_value ignore nulls"],
            frictionless: ["cell-fill"]))

    private let at: StepPlace
    private let selection: ColumnSelection

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        selection = ColumnSelection(declaration.argument)
    }

    func names(_ column: String) -> Bool { selection.names(column) }

    func apply(to input: StepInput) throws -> StepOutput {
        let chosen = try selection.inFileOrder(of: input, step: at)
        let items = input.columns.map { column in
            guard chosen.contains(column) else { return Item(column) }
            return Item(
                column.name, type: column.type,
                """
                coalesce(last_value(CASE WHEN NOT \(Text.isBlank(column)) THEN \(name: column.name) END IGNORE NULLS) OVER
                (PARTITION BY _source ORDER BY \(input.order) ROWS UNBOUNDED PRECEDING), \(name: column.name))
                """)
        }
        return StepOutput(input.select(items), columns: input.columns, order: .disturbed)
    }
}
