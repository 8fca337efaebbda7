internal import DuckDB
internal import Territory

/// Finds and replaces: whole cells, text anywhere in a cell, or what a regular expression finds.
///
/// Whole cells first, then texts, then expressions; each in the order it is written.
struct Replace: Step {
    static let spec = Spec(
        name: "replace",
        summary: Bilingual(
            fr: "cherche et remplace : une cellule entière, un morceau de texte, ou une expression régulière",
            en: "finds and replaces: a whole cell, a piece of text, or a regular expression"),
        argument: .object([
            Key(
                "columns", .oneOrMany(.scalar),
                summary: Bilingual(
                    fr: "colonnes ; toutes celles de texte si absent", en: "columns; every text column when absent"),
                default: "all"),
            Key(
                "cell", .map(.scalar),
                summary: Bilingual(
                    fr: "cellule entière : ce qui la remplace ; \"\" est le vide",
                    en: "whole cell: what replaces it; \"\" is empty")),
            Key(
                "text", .map(.scalar),
                summary: Bilingual(
                    fr: "morceau de texte, majuscules comprises : ce qui le remplace",
                    en: "piece of text, case included: what replaces it")),
            Key(
                "regex", .map(.scalar),
                summary: Bilingual(
                    fr: "expression régulière : ce qui la remplace ; \\1 est son premier groupe, (?i) ignore la casse",
                    en: "regular expression: what replaces it; \\1 is its first group, (?i) ignores case")),
        ]),
        example: "replace: { columns: N° SIRET, regex: { '\\D': '' } }",
        effect: Bilingual(
            fr: "lignes et colonnes : inchangées ; une colonne typée citée redevient du texte",
            en: "rows and columns: unchanged; a typed column that is listed becomes text again"),
        knownAs: KnownAs(
            openRefine: ["value.replace"], workbench: ["Search and replace text", "Regex extractor"], sql: ["regexp_replace"],
            frictionless: ["cell-replace"], others: ["find and replace", "str_replace", "SUBSTITUE"]))

    private struct Pair: Sendable {
        let old: String
        let place: Place
        let new: String
    }

    private let at: StepPlace
    private let selection: ColumnSelection?
    private let cells: [Pair]
    private let texts: [Pair]
    private let patterns: [Pair]

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        let at = StepPlace(declaration)
        func pairs(_ key: String) throws(PrepareFault) -> [Pair] {
            guard let value = declaration.argument[key] else { return [] }
            var pairs: [Pair] = []
            for entry in try at.entries(value) {
                if entry.key.isEmpty, key != "cell" {
                    let expected = Bilingual(
                        fr: "un texte à chercher qui ne soit pas vide", en: "a text to find that is not empty")
                    throw at.badArgument(expected, at: entry.keyPlace)
                }
                pairs.append(Pair(old: entry.key, place: entry.keyPlace, new: try at.written(entry.value)))
            }
            return pairs
        }
        (cells, texts, patterns) = (try pairs("cell"), try pairs("text"), try pairs("regex"))
        guard !(cells + texts + patterns).isEmpty else {
            throw at.badArgument(Bilingual(fr: "« cell », « text » ou « regex »", en: "\"cell\", \"text\" or \"regex\""))
        }
        self.at = at
        selection = declaration.argument["columns"].flatMap { $0.text == "all" ? nil : ColumnSelection($0) }
    }

    func names(_ column: String) -> Bool { selection?.names(column) ?? false }

    func apply(to input: StepInput) throws -> StepOutput {
        for pattern in patterns { try checkGroups(of: pattern, input) }
        let chosen = try selection?.inFileOrder(of: input, step: at) ?? input.columns.filter(\.isText)
        let items = input.columns.map { column in
            chosen.contains(column) ? Item(column.name, replaced(Text.of(column))) : Item(column)
        }
        return StepOutput(input, items)
    }

    private func replaced(_ cell: SQL) -> SQL {
        var text = cell
        if !cells.isEmpty {
            let cases = cells.map { pair -> SQL in
                let blank = pair.old.allSatisfy(\.isWhitespace)
                let test: SQL =
                    blank ? Text.isBlank(cell) : "\(Text.trimmed(cell)) = \(Text.trimmed("\(text: pair.old)"))"
                return "WHEN \(test) THEN \(pair.new.isEmpty ? "NULL" : "\(text: pair.new)")"
            }
            text = "CASE \(cases.joined(" ")) ELSE \(cell) END"
        }
        for pair in texts { text = "replace(\(text), \(text: pair.old), \(text: pair.new))" }
        for pair in patterns { text = "regexp_replace(\(text), \(text: pair.old), \(text: pair.new), 'g')" }
        return text
    }

    /// The engine takes the pattern, and the replacement names no group that the pattern has not: it would then do nothing.
    private func checkGroups(of pair: Pair, _ input: StepInput) throws {
        let named = pair.new.matches(of: /\\([1-9])/).compactMap { Int($0.1) }.max() ?? 0
        try at.checkPattern(pair.old, groups: named, at: pair.place, input)
    }
}
