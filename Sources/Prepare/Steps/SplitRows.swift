internal import DuckDB
internal import Territory

/// Makes a row of each value of a cell that holds several. The other cells are repeated: amounts must not be added up after.
struct SplitRows: Step {
    static let spec = Spec(
        name: "split-rows",
        summary: Bilingual(
            fr: "fait une ligne de chaque valeur d'une cellule qui en contient plusieurs",
            en: "makes a row of each value of a cell that holds several"),
        argument: .object([
            Key(
                "column", .scalar, required: true,
                summary: Bilingual(fr: "colonne aux valeurs multiples", en: "column with several values")),
            Key("by", .scalar, required: true, summary: Bilingual(fr: "ce qui les sépare", en: "what stands between them")),
        ]),
        example: "split-rows: { column: Élu(s), by: \";\" }",
        effect: Bilingual(
            fr: "lignes : une par valeur, sans espaces aux bords, une aussi pour une cellule vide ; les autres cellules "
                + "sont répétées, leurs montants ne s'additionnent plus ; colonnes : inchangées",
            en: "rows: one for each value, without edge spaces, one as well for an empty cell; the other cells "
                + "are repeated, their amounts no longer add up; columns: unchanged"),
        knownAs: KnownAs(
            openRefine: ["split multi-valued cells"], sql: ["unnest(string_split())"],
            others: ["separate_rows", "explode", "Split column into rows"]))

    private let at: StepPlace
    private let column: NamedColumn
    private let separator: String

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let argument = declaration.argument
        let name = try at.required("column", of: argument), by = try at.required("by", of: argument)
        column = NamedColumn(try at.written(name), at: name.place).literal
        separator = try at.written(by)
        if separator.isEmpty { throw at.badArgument(Bilingual(fr: "un séparateur", en: "a separator"), at: by.place) }
    }

    func names(_ column: String) -> Bool { self.column.name == column }

    func apply(to input: StepInput) throws -> StepOutput {
        guard let column = try at.columns([column], of: input).first else { return StepOutput(input, []) }
        let (cell, place) = (input.fresh("cell"), input.fresh("place"))
        let pieces: SQL = """
            list_filter(list_transform(string_split(\(Text.of(column)), \(text: separator)),
            lambda piece: \(Text.trimmed("piece"))), lambda piece: piece <> '')
            """
        // A cell without any value keeps its row.
        let values: SQL = "CASE WHEN len(\(pieces)) > 0 THEN \(pieces) ELSE [CAST(NULL AS VARCHAR)] END"
        let numbered: SQL = """
            (SELECT * EXCLUDE (\(name: cell)), unnest(\(name: cell)) AS \(name: cell), generate_subscripts(\(name: cell), 1)
            AS \(name: place) FROM (SELECT *, \(values) AS \(name: cell) FROM \(input.rows)))
            """
        let items = input.columns.map { $0 == column ? Item($0.name, "\(name: cell)") : Item($0) }
        let part: SQL =
            input.hasParts
            ? "row_number() OVER (PARTITION BY _source, _row ORDER BY \(input.order), \(name: place))" : "\(name: place)"
        let flow = input.provenance.filter { $0 != "_part" }.map { SQL("\(name: $0)") } + ["\(part) AS _part"]
        let sql: SQL = "SELECT \((items.map(\.sql) + flow).joined(", ")) FROM \(numbered)"
        return StepOutput(sql, columns: items.map(\.column), order: input.hasParts ? .disturbed : .parted)
    }
}
