internal import DuckDB
internal import Territory

/// Turns the table over: each column becomes a row, each row a column named by one of its cells.
///
/// The names are a matter of data: the step looks, once, while the recipe is compiled. `_source` and `_row` are those of the
/// first row.
struct Transpose: Step {
    static let spec = Spec(
        name: "transpose",
        summary: Bilingual(
            fr: "retourne le tableau : les colonnes deviennent des lignes et les lignes des colonnes",
            en: "turns the table over: columns become rows and rows become columns"),
        argument: .oneOf([
            .scalar,
            .object([
                Key(
                    "names", .scalar, required: true,
                    summary: Bilingual(
                        fr: "colonne dont les cellules deviennent les noms des colonnes",
                        en: "column whose cells become the names of the columns")),
                Key(
                    "into", .text,
                    summary: Bilingual(
                        fr: "colonne qui reçoit les anciens noms ; appelée comme names si absent",
                        en: "column that receives the old names; called like names when absent")),
            ]),
        ]),
        example: "transpose: { names: Indicateur, into: Année }",
        effect: Bilingual(
            fr: "lignes : une par ancienne colonne ; colonnes : les anciens noms, puis une par ancienne ligne (1 000 au plus)",
            en: "rows: one for each old column; columns: the old names, then one for each old row (1,000 at most)"),
        knownAs: KnownAs(
            openRefine: ["transpose"], workbench: ["Transpose"], frictionless: ["table-transpose"], others: ["TRANSPOSE", "t()"]))

    private let at: StepPlace
    private let label: NamedColumn
    private let into: NamedColumn

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let argument = declaration.argument
        let label = argument.entries == nil ? argument : try at.required("names", of: argument)
        self.label = NamedColumn(try at.written(label), at: label.place).literal
        into = argument["into"].flatMap { NamedColumn($0)?.literal } ?? self.label
    }

    func names(_ column: String) -> Bool { label.name == column }

    func apply(to input: StepInput) throws -> StepOutput {
        guard let label = try at.columns([label], of: input).first else { return StepOutput(input, []) }
        let turned = input.columns.filter { $0 != label }
        guard !turned.isEmpty else {
            throw at.badArgument(Bilingual(fr: "une autre colonne à retourner", en: "another column to turn over"))
        }
        let titles = try titles(label, input)
        let names = ColumnNames.unique(titles, beside: [into.name])
        let type = Set(turned.map(\.type)).count == 1 ? turned[0].type : "VARCHAR"
        let cells = turned.enumerated().map { index, column -> SQL in
            let content = column.type == type ? "\(name: column.name)" : Text.of(column)
            return "struct_pack(place := \(.trusted(String(index + 1))), name := \(text: column.name), value := \(content))"
        }
        let list = names.enumerated().map { SQL("cells[\(.trusted(String($0 + 1)))] AS \(name: $1)") }
        let rows = (["name AS \(name: into.name)"] + list + ["_source", "_row", "place AS _part"]).joined(", ")
        let line = input.fresh("line")
        let sql: SQL = """
            SELECT \(rows) FROM (
                SELECT cell.place, cell.name, list(cell.value ORDER BY line) AS cells, arg_min(_source, line) AS _source,
                arg_min(_row, line) AS _row
                FROM (SELECT unnest([\(cells.joined(", "))]) AS cell, \(name: line) AS line, _source, _row
                    FROM (SELECT *, row_number() OVER (ORDER BY \(input.order)) AS \(name: line) FROM \(input.rows)))
                GROUP BY cell.place, cell.name)
            """
        let columns = [Relation.Column(into.name)] + names.map { Relation.Column($0, type: type) }
        return StepOutput(sql, columns: columns, order: .remade, introduced: [into])
    }

    private func titles(_ label: Relation.Column, _ input: StepInput) throws -> [String] {
        let limit = SQL.trusted(String(ColumnNames.limit + 1))
        let rows = try input.probe("SELECT \(Text.of(label)) AS title FROM \(input.rows) ORDER BY \(input.order) LIMIT \(limit)")
        guard rows.count <= ColumnNames.limit else {
            throw at.fault(
                .tooManyColumns, at: self.label.place,
                ["column": Bilingual(label.name), "limit": Bilingual(String(ColumnNames.limit))])
        }
        return rows.map { $0.text("title") ?? "" }
    }
}
