internal import DuckDB
internal import Territory

/// Makes one row of those that share the values of some columns, with sums, counts and the like of the others.
///
/// `_source` and `_row` are those of the first row of each group.
struct Group: Step {
    static let spec = Spec(
        name: "group",
        summary: Bilingual(
            fr: "réunit les lignes de même valeur : sommes, nombres, minimums, maximums, moyennes, premières valeurs, listes",
            en: "makes one row of those of the same value: sums, counts, minima, maxima, averages, first values, lists"),
        argument: .object([
            Key(
                "by", .oneOrMany(.scalar), required: true,
                summary: Bilingual(
                    fr: "colonnes dont les valeurs font un groupe", en: "columns whose values make a group")),
            Key(
                "into", .map(.oneOf([.choice(["count"]), .object(functions)])), required: true,
                summary: Bilingual(
                    fr: "nouvelle colonne : ce qu'elle reçoit ; count seul compte les lignes",
                    en: "new column: what it receives; count alone counts the rows")),
            Key(
                "join", .text,
                summary: Bilingual(fr: "ce qui sépare les valeurs d'une liste", en: "what stands between the values of a list"),
                default: "\", \""),
        ]),
        example: "group: { by: [nomBeneficiaire], into: { montant: { sum: montant }, aides: count, objets: { list: objet } } }",
        effect: Bilingual(
            fr: "lignes : une par groupe, à la place de sa première ligne ; colonnes : celles de by, puis les nouvelles",
            en: "rows: one for each group, in the place of its first row; columns: those of by, then the new ones"),
        knownAs: KnownAs(
            openRefine: ["facet counts"], workbench: ["Group"], sql: ["group by"], frictionless: ["table-aggregate"],
            others: ["summarize", "pivot table", "SOMME.SI"]))

    private static let functions = Aggregate.allCases.map { Key($0.rawValue, .scalar, summary: $0.summary) }

    private struct Gathered: Sendable {
        let new: NamedColumn
        /// Nothing counts the rows themselves.
        let what: (function: Aggregate, column: NamedColumn)?
    }

    private let at: StepPlace
    private let selection: ColumnSelection
    private let gathered: [Gathered]
    private let separator: String

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let argument = declaration.argument
        selection = ColumnSelection(try at.required("by", of: argument))
        separator = try at.written("join", of: argument) ?? ", "
        var gathered: [Gathered] = []
        for entry in try at.entries(try at.required("into", of: argument)) {
            gathered.append(Gathered(new: NamedColumn(entry).literal, what: try Self.what(entry.value, at)))
        }
        self.gathered = gathered
    }

    private static func what(_ value: Value, _ at: StepPlace) throws(PrepareFault) -> (Aggregate, NamedColumn)? {
        if value.text == "count" { return nil }
        guard let entry = value.entries?.first, value.entries?.count == 1, let function = Aggregate(rawValue: entry.key) else {
            let names = Aggregate.names.joined(separator: ", ")
            let expected = Bilingual(fr: "« count », ou l'une de : \(names)", en: "\"count\", or one of: \(names)")
            throw at.badArgument(expected, at: value.place)
        }
        return (function, NamedColumn(try at.written(entry.value), at: entry.value.place).literal)
    }

    func names(_ column: String) -> Bool {
        selection.names(column) || gathered.contains { $0.what?.column.name == column }
    }

    func apply(to input: StepInput) throws -> StepOutput {
        let by = try selection.inListedOrder(of: input, step: at)
        try at.require(gathered.compactMap(\.what?.column), of: input)
        var gathering = Gathering(of: input, by: by)
        for item in gathered {
            guard let (function, named) = item.what, let column = input.column(named.name) else {
                gathering.addCount(item.new.name)
                continue
            }
            if function.counts { try at.requireNumbers([column], named: [named]) }
            gathering.add(item.new.name, function, of: column, separator: separator)
        }
        return StepOutput(
            gathering.sql, columns: gathering.columns, order: .disturbed, introduced: gathered.map(\.new))
    }
}
