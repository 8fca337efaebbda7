internal import DuckDB
internal import Territory

/// Keeps or removes rows by what their cells say.
///
/// A row stays when every column of `only` says one of its words, no column of `except` says one of its words, and `where`
/// holds. Case and edge spaces do not count; `""` is an empty cell; `*` stands for any letters.
struct Filter: Step {
    static let spec = Spec(
        name: "filter",
        summary: Bilingual(
            fr: "garde ou retire des lignes selon le contenu de leurs cellules",
            en: "keeps or removes rows by what their cells say"),
        argument: .object([
            Key(
                "only", .map(.oneOrMany(.scalar)),
                summary: Bilingual(
                    fr: "garde les lignes où chaque colonne vaut une des valeurs ; \"\" est le vide, * une suite de lettres",
                    en: "keeps rows where each column is one of the values; \"\" is empty, * stands for any letters")),
            Key(
                "except", .map(.oneOrMany(.scalar)),
                summary: Bilingual(
                    fr: "retire les lignes où l'une des colonnes vaut une des valeurs",
                    en: "removes rows where one of the columns is one of the values")),
            Key(
                "where", .scalar,
                summary: Bilingual(
                    fr: "garde les lignes pour lesquelles cette expression SQL est vraie",
                    en: "keeps rows for which this SQL expression is true")),
        ]),
        example: "filter: { except: { Nom: [\"\", \"total*\"] } }",
        effect: Bilingual(
            fr: "lignes : celles qui remplissent toutes les conditions ; colonnes : inchangées",
            en: "rows: those that meet every condition; columns: unchanged"),
        knownAs: KnownAs(
            openRefine: ["text filter", "facet"], workbench: ["Filter by condition"], sql: ["where"],
            frictionless: ["row-filter", "row-subset"]))

    private let at: StepPlace
    private let only: [Value.Entry]
    private let except: [Value.Entry]
    private let condition: Value?

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let argument = declaration.argument
        if let value = argument["only"] { only = try at.entries(value) } else { only = [] }
        if let value = argument["except"] { except = try at.entries(value) } else { except = [] }
        condition = argument["where"]
    }

    func names(_ column: String) -> Bool {
        (only + except).contains { $0.key == column } || condition.map { TownSQL.mentions(column, in: $0) } ?? false
    }

    func apply(to input: StepInput) throws -> StepOutput {
        try at.require((only + except).map { NamedColumn($0.key, at: $0.keyPlace) }.map(\.literal), of: input)
        var conditions = try only.map { try says($0, input) } + except.map { "NOT \(try says($0, input))" }
        if let condition {
            let town = try TownSQL(expression: condition, in: at, input)
            let test: SQL = "(\(accepted: town))"
            let tried: SQL = "SELECT 1 FROM \(input.rows) WHERE \(test)"
            _ = try at.blaming(town, at: condition.place, input) { try input.describe(tried) }
            conditions.append(test)
        }
        let items = input.columns.map { Item($0) }
        guard !conditions.isEmpty else { return StepOutput(input, items) }
        return StepOutput(input.select(items, where: conditions.joined(" AND ")), columns: input.columns)
    }

    /// Whether the cell says one of the words.
    private func says(_ entry: Value.Entry, _ input: StepInput) throws(PrepareFault) -> SQL {
        guard let column = input.column(entry.key) else { return "false" }
        var words: [String] = []
        for word in entry.value.list ?? [entry.value] { words.append(try at.written(word)) }
        var tests: [SQL] = []
        if words.contains(where: { $0.allSatisfy(\.isWhitespace) }) { tests.append(Text.isBlank(column)) }
        let filled = words.filter { !$0.allSatisfy(\.isWhitespace) }
        if !filled.isEmpty {
            let pattern = "(?is)\(Text.space)*(?:\(filled.map(Self.pattern).joined(separator: "|")))\(Text.space)*"
            tests.append("regexp_full_match(coalesce(\(Text.of(column)), ''), \(value: .text(pattern)))")
        }
        // 0 is also 0.00: a typed cell compares as its type when the word can be read as one.
        if !column.isText {
            tests += filled.filter { !$0.contains("*") }.map { word in
                "coalesce(\(name: column.name) = TRY_CAST(\(text: word) AS \(.trusted(column.type))), false)"
            }
        }
        return tests.isEmpty ? "false" : "(\(tests.joined(" OR ")))"
    }

    /// The word as a regular expression: only stars are wild, edge spaces do not count.
    private static func pattern(_ word: String) -> String {
        let trimmed = word.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        return String(trimmed).map { character in
            character == "*" ? ".*" : "\\^$.|?+()[]{}".contains(character) ? "\\\(character)" : String(character)
        }.joined()
    }
}
