internal import DuckDB
internal import Territory

/// Gives a column the value of an SQL expression over the columns: added at the end, or replaced where it stands.
///
/// All expressions of a step see the columns as they stood before it.
struct Compute: Step {
    static let spec = Spec(
        name: "compute",
        summary: Bilingual(
            fr: "calcule une colonne par une expression SQL sur les colonnes",
            en: "computes a column by an SQL expression over the columns"),
        argument: .map(.scalar),
        example: "compute: { idBeneficiaire: \"regexp_replace(\\\"N° SIRET\\\", '\\\\D', '', 'g')\" }",
        effect: Bilingual(
            fr: "lignes : inchangées ; colonnes : ajoutées à la fin, ou remplacées à leur place",
            en: "rows: unchanged; columns: added at the end, or replaced where they stand"),
        knownAs: KnownAs(
            openRefine: ["add column based on this column", "GREL"], workbench: ["Formula"], sql: ["expression"],
            frictionless: ["field-add"], others: ["mutate"]))

    private let at: StepPlace
    private let entries: [Value.Entry]

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        entries = try at.entries(declaration.argument)
    }

    func names(_ column: String) -> Bool {
        entries.contains { $0.key == column || TownSQL.mentions(column, in: $0.value) }
    }

    func apply(to input: StepInput) throws -> StepOutput {
        var items: [Item] = []
        for entry in entries {
            let town = try TownSQL(expression: entry.value, in: at, input)
            let expression: SQL = "(\(accepted: town))"
            let alone = input.select([Item(entry.key, expression)])
            let described = try at.blaming(town, at: entry.value.place, input) { try input.describe(alone) }
            items.append(Item(entry.key, type: described.first?.type ?? "VARCHAR", expression))
        }
        return StepOutput(input, input.replacingOrAdding(items), introduced: entries.map { NamedColumn($0) })
    }
}
