internal import DuckDB
internal import Territory

/// Gives a column the same text on every row: added at the end, or replaced where it stands.
struct Constant: Step {
    static let spec = Spec(
        name: "constant",
        summary: Bilingual(
            fr: "donne la même valeur à toutes les lignes d'une colonne",
            en: "gives a column the same value on every row"),
        argument: .map(.scalar),
        example: "constant: { nomAttribuant: Ville de Valbourg, notificationUE: non }",
        effect: Bilingual(
            fr: "lignes : inchangées ; colonnes : ajoutées à la fin, ou remplacées à leur place",
            en: "rows: unchanged; columns: added at the end, or replaced where they stand"),
        knownAs: KnownAs(
            openRefine: ["add column based on"], workbench: ["Add column"], sql: ["literal"], frictionless: ["field-add"]))

    private let constants: [(column: NamedColumn, value: String)]

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        let at = StepPlace(declaration)
        var constants: [(NamedColumn, String)] = []
        for entry in try at.entries(declaration.argument) {
            constants.append((NamedColumn(entry), try at.written(entry.value)))
        }
        self.constants = constants
    }

    func names(_ column: String) -> Bool { constants.contains { $0.column.name == column } }

    func apply(to input: StepInput) throws -> StepOutput {
        let items = constants.map { Item($0.column.name, "\(text: $0.value)") }
        return StepOutput(input, input.replacingOrAdding(items), introduced: constants.map(\.column))
    }
}
