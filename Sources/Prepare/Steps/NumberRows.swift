internal import DuckDB
internal import Territory

/// Numbers the rows from 1, in the order of the file or of `sort`, anew in each group when it has some.
struct NumberRows: Step {
    static let spec = Spec(
        name: "number-rows",
        summary: Bilingual(
            fr: "numérote les lignes à partir de 1, dans l'ordre du fichier ou de sort",
            en: "numbers the rows from 1, in the order of the file or of sort"),
        argument: .oneOf([
            .text,
            .object([
                Key(
                    "name", .text, required: true,
                    summary: Bilingual(fr: "colonne qui reçoit le numéro", en: "column that receives the number")),
                Key(
                    "by", .oneOrMany(.scalar),
                    summary: Bilingual(
                        fr: "colonnes dont chaque valeur recommence à 1", en: "columns each value of which starts again from 1")),
            ]),
        ]),
        example: "number-rows: { name: rang, by: [commission] }",
        effect: Bilingual(
            fr: "lignes : inchangées ; colonnes : une de plus à la fin, ou remplacée à sa place",
            en: "rows: unchanged; columns: one more at the end, or replaced where it stands"),
        knownAs: KnownAs(
            openRefine: ["rowIndex"], workbench: ["Number duplicates in new column"], sql: ["row_number()"],
            frictionless: ["field-add"], others: ["add index column"]))

    private let at: StepPlace
    private let name: NamedColumn
    private let groups: ColumnSelection?

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let argument = declaration.argument
        let name = argument.entries == nil ? argument : try at.required("name", of: argument)
        self.name = NamedColumn(try at.written(name), at: name.place).literal
        groups = argument["by"].map { ColumnSelection($0) }
    }

    func names(_ column: String) -> Bool { groups?.names(column) ?? false }

    func apply(to input: StepInput) throws -> StepOutput {
        let by = try groups?.inFileOrder(of: input, step: at) ?? []
        let partition: SQL = by.isEmpty ? "" : "PARTITION BY \(by.map(Text.key).joined(", ")) "
        let number = Item(name.name, type: "BIGINT", "row_number() OVER (\(partition)ORDER BY \(input.order))")
        let items = input.replacingOrAdding([number])
        return StepOutput(input.select(items), columns: items.map(\.column), order: .disturbed, introduced: [name])
    }
}
