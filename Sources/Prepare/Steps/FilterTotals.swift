internal import DuckDB
internal import Territory

/// Sets total rows and a total column aside, once they have been compared with the sums of what they cover.
///
/// A total row covers the rows of its file since the total before it; when there are none (a grand total under sub-totals, a
/// total on the first row), all the rows of its file that are no totals. Text is read as French amounts.
struct FilterTotals: Step {
    static let spec = Spec(
        name: "filter-totals",
        summary: Bilingual(
            fr: "met de côté les lignes et la colonne de totaux, après les avoir comparées aux sommes calculées",
            en: "sets total rows and a total column aside, after comparing them with the computed sums"),
        argument: .oneOf([.oneOrMany(.scalar), .object(keys)]),
        example: "filter-totals: { in: [Nom], sums: [Montant] }",
        effect: Bilingual(
            fr: "lignes : celles qui ne sont pas des totaux ; colonnes : sans celle de total ; une différence est signalée",
            en: "rows: those that are no totals; columns: without the total one; a difference is told"),
        knownAs: KnownAs(
            openRefine: ["text filter total"], workbench: ["Filter"], sql: ["where not total"], frictionless: ["row-filter"],
            others: ["remove total rows", "subtotals"]))
    static let findings = [FindingKind.totalDiffers]

    private static let keys = [
        Key(
            "in", .oneOrMany(.scalar),
            summary: Bilingual(
                fr: "colonnes où se lit le mot total ; écrit seul, sans clé, c'est cela",
                en: "columns where the word total stands; written alone, without a key, it is this")),
        Key(
            "like", .text,
            summary: Bilingual(
                fr: "expression régulière d'un total ; ni la casse, ni les accents, ni les espaces aux bords ne comptent",
                en: "regular expression of a total; case, accents and edge spaces do not count"),
            default: "'^(sous[- ]?|grand[- ]?)?total'"),
        Key(
            "sums", .oneOrMany(.scalar),
            summary: Bilingual(
                fr: "colonnes comparées ; si absent, toutes celles où un total dit un montant",
                en: "columns compared; when absent, all those where a total says an amount")),
        Key(
            "over", .choice(["block", "table"]),
            summary: Bilingual(
                fr: "ce que couvre un total : les lignes depuis le total d'avant, ou tout le fichier",
                en: "what a total covers: the rows since the total before, or the whole file"),
            default: "block"),
        Key(
            "column", .scalar,
            summary: Bilingual(
                fr: "colonne de total, comparée à chaque ligne puis retirée",
                en: "total column, compared on each row and then removed")),
        Key(
            "of", .oneOrMany(.scalar),
            summary: Bilingual(
                fr: "colonnes que cette colonne additionne ; * remplace une suite de lettres",
                en: "columns that this column adds up; * stands for any letters")),
    ]

    private let at: StepPlace
    private let words: ColumnSelection?
    private let pattern: (text: String, place: Place)
    private let sums: ColumnSelection?
    private let coversTable: Bool
    private let total: NamedColumn?
    private let parts: ColumnSelection?

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let argument = declaration.argument
        words = (argument.entries == nil ? argument : argument["in"]).map { ColumnSelection($0) }
        let like = argument["like"]
        pattern = (like?.text ?? "^(sous[- ]?|grand[- ]?)?total", like?.place ?? declaration.place)
        sums = argument["sums"].map { ColumnSelection($0) }
        coversTable = argument["over"]?.text == "table"
        total = argument["column"].flatMap { NamedColumn($0)?.literal }
        parts = argument["of"].map { ColumnSelection($0) }
        guard words != nil || total != nil, (total == nil) == (parts == nil) else {
            let expected = Bilingual(
                fr: "« in » pour des lignes, « column » avec « of » pour une colonne",
                en: "\"in\" for rows, \"column\" with \"of\" for a column")
            throw at.badArgument(expected)
        }
    }

    func names(_ column: String) -> Bool {
        total?.name == column || [words, sums, parts].contains { $0?.names(column) ?? false }
    }

    func apply(to input: StepInput) throws -> StepOutput {
        var findings: [SQL] = []
        var condition: SQL?
        if let words {
            try at.checkPattern(pattern.text, at: pattern.place, input)
            let places = try words.inFileOrder(of: input, step: at)
            let says = TotalRows.says(places, pattern.text)
            let chosen = try sums?.inFileOrder(of: input, step: at)
            let compared = chosen ?? input.columns.filter { !places.contains($0) && ($0.isText || $0.isNumber) }
            let rows = TotalRows(says: says, columns: compared, areChosen: chosen != nil, coversTable: coversTable)
            if !compared.isEmpty { findings.append(rows.finding(input)) }
            condition = "NOT \(says)"
        }
        var kept = input.columns
        if let total, let parts, let column = try at.columns([total], of: input).first {
            let added = try parts.inFileOrder(of: input, step: at).filter { $0 != column }
            findings.append(Self.difference(of: column, added, input))
            kept.removeAll { $0 == column }
        }
        return StepOutput(input.select(kept.map { Item($0) }, where: condition), columns: kept, findings: findings)
    }

    /// Rows whose total is not the sum of its parts.
    private static func difference(of total: Relation.Column, _ parts: [Relation.Column], _ input: StepInput) -> SQL {
        let figures = ([total] + parts).enumerated().map { Figure($1, as: input.fresh("read_\($0)")) }
        let sum = figures.dropFirst().map { SQL("coalesce(\($0.value), 0)") }.joined(" + ")
        let said = figures[0].value
        let source: SQL = "(SELECT *\(Figure.prepared(figures)) FROM \(input.rows))"
        return Finding(
            kind: .totalDiffers, field: total.name, value: Text.of(total),
            detail: "CAST(\(parts.isEmpty ? "0" : sum) AS VARCHAR)"
        ).among(
            source,
            where: "NOT \(Text.isBlank(total)) AND (\(said) IS NULL OR abs(\(said) - (\(parts.isEmpty ? "0" : sum))) >= 0.005)")
    }
}
