internal import DuckDB
internal import Territory

/// Turns columns into rows: one row for each filled cell.
///
/// Cells of one type keep it; mixed types become text. The order is that of the rows, then of the columns.
struct Unpivot: Step {
    static let spec = Spec(
        name: "unpivot",
        summary: Bilingual(
            fr: "transpose des colonnes en lignes : une ligne par cellule remplie",
            en: "turns columns into rows: one row for each filled cell"),
        argument: .object([
            Key(
                "columns", .oneOrMany(.scalar), required: true,
                summary: Bilingual(
                    fr: "colonnes à transposer ; * remplace une suite de lettres", en: "columns to turn; * stands for any letters"
                )),
            Key(
                "name", .text, required: true,
                summary: Bilingual(fr: "colonne qui reçoit le nom des anciennes", en: "column that receives their names")),
            Key(
                "value", .text, required: true,
                summary: Bilingual(fr: "colonne qui reçoit leurs valeurs", en: "column that receives their values")),
            Key(
                "keep-empty", .boolean,
                summary: Bilingual(fr: "garde aussi les cellules vides", en: "keeps empty cells as well"), default: "false"),
        ]),
        example: "unpivot: { columns: \"20*\", name: annee, value: montant }",
        effect: Bilingual(
            fr: "lignes : une par cellule remplie, dans l'ordre des lignes puis des colonnes ; "
                + "colonnes : les autres, puis name et value",
            en: "rows: one for each filled cell, in the order of rows then columns; columns: the others, then name and value"),
        knownAs: KnownAs(
            openRefine: ["transpose cells across columns into rows"], workbench: ["Wide to long"], sql: ["dbt_utils.unpivot"],
            frictionless: ["table-melt"], others: ["melt", "pivot_longer"]))

    private let at: StepPlace
    private let selection: ColumnSelection
    private let name: NamedColumn
    private let value: NamedColumn
    private let keepsEmpty: Bool

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let argument = declaration.argument
        selection = ColumnSelection(try at.required("columns", of: argument))
        let (name, value) = (try at.required("name", of: argument), try at.required("value", of: argument))
        self.name = NamedColumn(try at.written(name), at: name.place)
        self.value = NamedColumn(try at.written(value), at: value.place)
        keepsEmpty = argument["keep-empty"]?.boolean ?? false
    }

    func names(_ column: String) -> Bool { selection.names(column) }

    func apply(to input: StepInput) throws -> StepOutput {
        let turned = try selection.inFileOrder(of: input, step: at)
        let others = input.columns.filter { !turned.contains($0) }
        let type = Set(turned.map(\.type)).count == 1 ? turned[0].type : "VARCHAR"
        let cell = input.fresh("cell")
        let cells = turned.enumerated().map { index, column -> SQL in
            let content = column.type == type ? "\(name: column.name)" : Text.of(column)
            let place = SQL.trusted(String(index + 1))
            return "struct_pack(name := \(text: column.name), value := \(content), place := \(place))"
        }
        let part: SQL = input.hasParts ? "_part * \(.trusted(String(turned.count + 1)))" : "0"
        let rank: SQL = input.hasRanks ? ", _rank" : ""
        let inner = input.select(others.map { Item($0) } + [Item(cell, "unnest([\(cells.joined(", "))])")])
        let columns = others + [Relation.Column(name.name), Relation.Column(value.name, type: type)]
        let list =
            others.map { SQL("\(name: $0.name)") }
            + ["\(name: cell).name AS \(name: name.name)", "\(name: cell).value AS \(name: value.name)"]
        let filled: SQL = type == "VARCHAR" ? "NOT \(Text.isBlank("\(name: cell).value"))" : "\(name: cell).value IS NOT NULL"
        let selected: SQL = """
            SELECT \(list.joined(", ")), _source, _row, \(part) + \(name: cell).place AS _part\(rank) FROM (\(inner))
            """
        return StepOutput(
            keepsEmpty ? selected : "\(selected) WHERE \(filled)", columns: columns, order: .parted, introduced: [name, value])
    }
}
