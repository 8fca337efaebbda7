internal import DuckDB
internal import Territory

/// Removes rows, or columns, in which nothing is written.
///
/// Which columns are empty is a matter of data: the step looks, once, while the recipe is compiled. A column that a later
/// step names stays although it is empty this year, so that a recipe keeps working on next year's file; and a file without
/// rows says nothing about its columns, so it keeps them.
struct DropEmpty: Step {
    static let spec = Spec(
        name: "drop-empty",
        summary: Bilingual(
            fr: "retire les lignes et les colonnes vides",
            en: "removes empty rows and empty columns"),
        argument: .oneOrMany(.choice(["rows", "columns"])),
        example: "drop-empty: [rows, columns]",
        effect: Bilingual(
            fr: "lignes : celles où au moins une cellule est remplie ; colonnes : celles remplies au moins une fois, "
                + "ou nommées plus loin dans la recette",
            en: "rows: those with at least one cell filled; columns: those filled at least once, or named later in the recipe"),
        knownAs: KnownAs(
            openRefine: ["remove blank rows", "facet by blank"], workbench: ["Drop if empty values"], sql: ["where is not null"],
            frictionless: ["row-filter"]))

    private let rows: Bool
    private let columns: Bool

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        rows = declaration.argument.texts.contains("rows")
        columns = declaration.argument.texts.contains("columns")
    }

    func apply(to input: StepInput) throws -> StepOutput {
        let kept = columns ? try filled(in: input) : input.columns
        let blank = input.columns.map { Text.isBlank($0) }.joined(" AND ")
        return StepOutput(
            input.select(kept.map { Item($0) }, where: rows && !input.columns.isEmpty ? "NOT (\(blank))" : nil),
            columns: kept)
    }

    private func filled(in input: StepInput) throws -> [Relation.Column] {
        // Most columns show a value among the first rows: only the others are looked at to the end.
        let early = try empty(input.columns, in: "(SELECT * FROM \(input.rows) LIMIT 2048)", input)
        guard let early, !early.isEmpty else { return input.columns }
        let empty = try empty(early, in: input.rows, input) ?? []
        return input.columns.filter { !empty.contains($0) || input.isNamedLater($0.name) }
    }

    /// Those of the columns without a single value; nil when there are no rows.
    private func empty(_ columns: [Relation.Column], in rows: SQL, _ input: StepInput) throws -> [Relation.Column]? {
        let filled = columns.map { column -> SQL in "coalesce(bool_or(NOT \(Text.isBlank(column))), false)" }
        let answer = try input.probe("SELECT \((["count(*)"] + filled).joined(", ")) FROM \(rows)")
        guard let row = answer.first, row[0].integer ?? 0 > 0 else { return nil }
        return zip(columns, row.values.dropFirst()).filter { $1 == .boolean(false) }.map(\.0)
    }
}
