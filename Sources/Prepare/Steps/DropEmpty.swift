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
        let counts = input.columns.map { column -> SQL in "count(*) FILTER (NOT \(Text.isBlank(column)))" }
        let answer = try input.probe("SELECT \((["count(*)"] + counts).joined(", ")) FROM \(input.rows)")
        guard let row = answer.first, row[0].integer ?? 0 > 0 else { return input.columns }
        return input.columns.enumerated()
            .filter { index, column in row[index + 1].integer ?? 0 > 0 || input.isNamedLater(column.name) }
            .map(\.element)
    }
}
