internal import DuckDB
internal import Territory

/// Replaces values by others. Edge spaces do not count, case does; values not listed are kept.
struct MapValues: Step {
    static let spec = Spec(
        name: "map",
        summary: Bilingual(
            fr: "remplace des valeurs par d'autres",
            en: "replaces values by others"),
        argument: .map(.map(.scalar)),
        example: "map: { nature: { en numéraire: aide en numéraire, sans objet: \"\" } }",
        effect: Bilingual(
            fr: "lignes et colonnes : inchangées ; les valeurs non citées sont gardées, \"\" désigne le vide",
            en: "rows and columns: unchanged; values not listed are kept, \"\" means empty"),
        knownAs: KnownAs(
            openRefine: ["edit cells"], workbench: ["Search and replace text", "Refine"], sql: ["case when"],
            frictionless: ["cell-replace"], others: ["recode"]))

    private struct Words: Sendable {
        let column: NamedColumn
        let pairs: [(old: String, new: String)]
    }

    private let at: StepPlace
    private let columns: [Words]

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        var columns: [Words] = []
        for entry in try at.entries(declaration.argument) {
            var pairs: [(String, String)] = []
            for pair in try at.entries(entry.value) { pairs.append((pair.key, try at.written(pair.value))) }
            columns.append(Words(column: NamedColumn(entry), pairs: pairs))
        }
        self.columns = columns
    }

    func names(_ column: String) -> Bool { columns.contains { $0.column.name == column } }

    func apply(to input: StepInput) throws -> StepOutput {
        try at.require(columns.map(\.column.literal), of: input)
        let items = columns.compactMap { words in
            input.column(words.column.name).map { Item($0.name, Self.replaced($0, words.pairs)) }
        }
        return StepOutput(input, input.replacingOrAdding(items))
    }

    private static func replaced(_ column: Relation.Column, _ pairs: [(old: String, new: String)]) -> SQL {
        let cell = Text.of(column)
        if pairs.isEmpty { return cell }
        let cases = pairs.map { pair -> SQL in
            let test =
                pair.old.allSatisfy(\.isWhitespace)
                ? Text.isBlank(cell) : "\(Text.trimmed(cell)) = \(Text.trimmed("\(text: pair.old)"))"
            let new: SQL = pair.new.isEmpty ? "NULL" : "\(text: pair.new)"
            return "WHEN \(test) THEN \(new)"
        }
        return "CASE \(cases.joined(" ")) ELSE \(cell) END"
    }
}
