internal import DuckDB
internal import Territory

/// Makes one column of several: their texts one after the other, or the sum of their numbers. Empty cells are left out.
struct Merge: Step {
    static let spec = Spec(
        name: "merge",
        summary: Bilingual(
            fr: "réunit plusieurs colonnes en une : leurs textes à la suite, ou la somme de leurs nombres",
            en: "makes one column of several: their texts one after the other, or the sum of their numbers"),
        argument: .object([
            Key(
                "columns", .oneOrMany(.scalar), required: true,
                summary: Bilingual(
                    fr: "colonnes à réunir, dans cet ordre ; * remplace une suite de lettres",
                    en: "columns to merge, in this order; * stands for any letters")),
            Key("into", .text, required: true, summary: Bilingual(fr: "colonne qui les réunit", en: "column they become")),
            Key(
                "as", .choice(["text", "sum"]),
                summary: Bilingual(fr: "textes à la suite, ou somme", en: "texts one after the other, or sum"), default: "text"),
            Key(
                "by", .text,
                summary: Bilingual(
                    fr: "ce qui sépare les textes, ou les noms", en: "what stands between the texts, or the names"),
                default: "\" \""),
            Key(
                "names", .text,
                summary: Bilingual(
                    fr: "colonne qui reçoit les noms de celles qui sont remplies (pour une somme : ni vides ni nulles)",
                    en: "column that receives the names of those filled (for a sum: neither empty nor zero)")),
            Key(
                "keep", .boolean, summary: Bilingual(fr: "garde aussi les colonnes réunies", en: "keeps the columns as well"),
                default: "false"),
        ]),
        example: "merge: { columns: [Projet, Sport, Fonctionnement], as: sum, into: montant, names: objet, by: \" et \" }",
        effect: Bilingual(
            fr: "lignes : inchangées ; colonnes : la nouvelle à la place de la première réunie",
            en: "rows: unchanged; columns: the new one in the place of the first of them"),
        knownAs: KnownAs(
            openRefine: ["join columns"], workbench: ["Merge columns", "Concatenate columns"], sql: ["concat_ws"],
            frictionless: ["field-merge", "field-pack"], others: ["unite", "combine columns"]))

    private let at: StepPlace
    private let selection: ColumnSelection
    private let into: NamedColumn
    private let names: NamedColumn?
    private let separator: String
    private let sums: Bool
    private let keeps: Bool

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let argument = declaration.argument
        selection = ColumnSelection(try at.required("columns", of: argument))
        let into = try at.required("into", of: argument)
        self.into = NamedColumn(try at.written(into), at: into.place).literal
        names = argument["names"].flatMap { NamedColumn($0)?.literal }
        separator = try at.written("by", of: argument) ?? " "
        sums = argument["as"]?.text == "sum"
        keeps = argument["keep"]?.boolean ?? false
    }

    func names(_ column: String) -> Bool { selection.names(column) }

    func apply(to input: StepInput) throws -> StepOutput {
        let merged = try selection.inListedOrder(of: input, step: at)
        if sums { try at.requireNumbers(merged, named: selection.items) }
        var new = [sums ? sum(of: merged) : Item(into.name, joined(merged.map { Text.trimmed(Text.of($0)) }))]
        if let names {
            new.append(Item(names.name, joined(merged.map { "CASE WHEN \(says($0)) THEN \(text: $0.name) END" })))
        }
        let first = input.columns.first { merged.contains($0) }
        let items = input.columns.flatMap { column -> [Item] in
            guard merged.contains(column) else { return [Item(column)] }
            return (column == first ? new : []) + (keeps ? [Item(column)] : [])
        }
        return StepOutput(input, items, introduced: [into] + (names.map { [$0] } ?? []))
    }

    private func joined(_ texts: [SQL]) -> SQL {
        let filled = texts.map { SQL("nullif(\($0), '')") }
        return "nullif(concat_ws(\(text: separator), \(filled.joined(", "))), '')"
    }

    /// The sum, empty when every cell is.
    private func sum(of columns: [Relation.Column]) -> Item {
        let type = Aggregate.sumType(columns)
        let none = columns.map { SQL("\(name: $0.name) IS NULL") }.joined(" AND ")
        let cells = columns.map { SQL("coalesce(\(name: $0.name), 0)") }.joined(" + ")
        return Item(into.name, type: type, "CASE WHEN NOT (\(none)) THEN CAST(\(cells) AS \(.trusted(type))) END")
    }

    private func says(_ column: Relation.Column) -> SQL {
        sums ? "coalesce(\(name: column.name), 0) <> 0" : "NOT \(Text.isBlank(column))"
    }
}
