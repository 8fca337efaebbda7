internal import DuckDB
internal import Territory

/// Gives columns another name; their order stays.
struct Rename: Step {
    static let spec = Spec(
        name: "rename",
        summary: Bilingual(
            fr: "donne un autre nom à des colonnes",
            en: "gives columns another name"),
        argument: .map(.scalar),
        example: "rename: { Association: nomBeneficiaire, N° SIRET: idBeneficiaire }",
        effect: Bilingual(
            fr: "lignes : inchangées ; colonnes : mêmes, au même endroit, sous leur nouveau nom",
            en: "rows: unchanged; columns: the same, in the same place, under their new names"),
        knownAs: KnownAs(
            openRefine: ["rename this column"], workbench: ["Rename columns"], sql: ["as"], frictionless: ["field-update"]))

    private let at: StepPlace
    private let names: [(old: NamedColumn, new: NamedColumn)]

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        var names: [(NamedColumn, NamedColumn)] = []
        for entry in try at.entries(declaration.argument) {
            names.append((NamedColumn(entry), NamedColumn(try at.written(entry.value), at: entry.value.place)))
        }
        self.names = names
    }

    func names(_ column: String) -> Bool { names.contains { $0.old.name == column } }

    func apply(to input: StepInput) throws -> StepOutput {
        try at.require(names.map(\.old.literal), of: input)
        let items = input.columns.map { column in
            guard let new = names.first(where: { $0.old.name == column.name })?.new else { return Item(column) }
            return Item(new.name, type: column.type, "\(name: column.name)")
        }
        return StepOutput(input, items, introduced: names.map(\.new))
    }
}
