internal import DuckDB
internal import Territory

/// Puts the rows in order for the steps that follow the order: `number-rows`, `fill-down`, `deduplicate`, `group`.
///
/// A version of the lake has no order of its own: a reader sorts as it likes.
struct Sort: Step {
    static let spec = Spec(
        name: "sort",
        summary: Bilingual(
            fr: "met les lignes en ordre pour les pas qui suivent (number-rows, fill-down, deduplicate) ; "
                + "une version publiée, elle, n'a pas d'ordre",
            en: "puts the rows in order for the steps that follow (number-rows, fill-down, deduplicate); "
                + "a published version has no order of its own"),
        argument: .oneOf([.oneOrMany(.scalar), .map(.choice(["asc", "desc"]))]),
        example: "sort: { montant: desc, nomBeneficiaire: asc }",
        effect: Bilingual(
            fr: "lignes : les nombres comme des nombres, puis les mots sans tenir compte des accents ni des majuscules, "
                + "les cellules vides à la fin ; colonnes : inchangées",
            en: "rows: numbers as numbers, then words whatever their accents and case, empty cells last; columns: unchanged"),
        knownAs: KnownAs(
            openRefine: ["sort", "reorder rows permanently"], workbench: ["Sort"], sql: ["order by"], frictionless: ["row-sort"],
            others: ["arrange"]))

    private let at: StepPlace
    private let keys: [(column: NamedColumn, descends: Bool)]

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        if let entries = declaration.argument.entries {
            keys = entries.map { (NamedColumn($0).literal, $0.value.text == "desc") }
        } else {
            keys = ColumnSelection(declaration.argument).items.map { ($0.literal, false) }
        }
        guard !keys.isEmpty else { throw at.badArgument(Bilingual(fr: "au moins une colonne", en: "at least one column")) }
    }

    func names(_ column: String) -> Bool { keys.contains { $0.column.name == column } }

    func apply(to input: StepInput) throws -> StepOutput {
        let columns = try at.columns(keys.map(\.column), of: input)
        let pieces = columns.indices.map { input.fresh("read_\($0 + 1)") }
        let collations = zip(columns, pieces).map { Collation($0, as: $1) }
        let order = zip(collations, keys).flatMap { collation, key in
            collation.keys.map { key.descends ? SQL("\($0) DESC NULLS LAST") : "\($0) ASC NULLS LAST" }
        }
        let prepared = zip(collations, pieces).compactMap { collation, piece in
            collation.prepared.map { SQL("\($0) AS \(name: piece)") }
        }
        let inner: SQL = prepared.isEmpty ? input.rows : "(SELECT *, \(prepared.joined(", ")) FROM \(input.rows))"
        let flow = input.provenance.filter { $0 != "_rank" }.map { SQL("\(name: $0)") }
        let list = input.columns.map { SQL("\(name: $0.name)") } + flow
        let sorted: SQL = """
            SELECT \(list.joined(", ")), row_number() OVER (ORDER BY \((order + [input.order]).joined(", "))) AS _rank FROM \(inner)
            """
        return StepOutput(sorted, columns: input.columns, order: .ranked)
    }
}
