internal import DuckDB
internal import Territory

/// Turns rows into columns: the values of one column become names, those of another fill them.
///
/// The columns are those declared; else the step looks, once, while the recipe is compiled, and puts them in order (numbers as
/// numbers, then words). Next year's file may then have others: declare them when later steps name them.
struct Pivot: Step {
    static let spec = Spec(
        name: "pivot",
        summary: Bilingual(
            fr: "transpose des lignes en colonnes : une colonne par nom trouvé",
            en: "turns rows into columns: one column for each name found"),
        argument: .object([
            Key(
                "names", .scalar, required: true,
                summary: Bilingual(
                    fr: "colonne dont les valeurs deviennent des noms de colonnes",
                    en: "column whose values become column names")),
            Key(
                "values", .scalar, required: true,
                summary: Bilingual(fr: "colonne dont les valeurs les remplissent", en: "column whose values fill them")),
            Key(
                "by", .oneOrMany(.scalar),
                summary: Bilingual(
                    fr: "colonnes qui désignent une ligne du résultat ; toutes les autres si absent",
                    en: "columns that identify a row of the result; all the others when absent")),
            Key(
                "columns", .oneOrMany(.text),
                summary: Bilingual(
                    fr: "noms attendus, dans cet ordre ; ceux des données si absent",
                    en: "names expected, in this order; those of the data when absent")),
            Key(
                "aggregate", .choice(Aggregate.names),
                summary: Bilingual(
                    fr: "ce que deviennent plusieurs valeurs d'une même case ; sans lui, c'est une erreur",
                    en: "what several values of one cell become; without it, they are an error")),
        ]),
        example: "pivot: { names: annee, values: montant, aggregate: sum }",
        effect: Bilingual(
            fr: "lignes : une par ensemble de valeurs de by ; colonnes : celles de by, puis une par nom, en ordre",
            en: "rows: one for each set of values of by; columns: those of by, then one for each name, in order"),
        knownAs: KnownAs(
            openRefine: ["columnize by key/value columns"], workbench: ["Long to wide"], sql: ["dbt_utils.pivot"],
            frictionless: ["table-recast", "table-pivot"], others: ["pivot_wider", "spread", "dcast"]))
    static let findings = [FindingKind.noColumn, .severalValues]

    private let at: StepPlace
    private let label: NamedColumn
    private let value: NamedColumn
    private let by: ColumnSelection?
    private let declared: [NamedColumn]
    private let aggregate: Aggregate?

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let argument = declaration.argument
        let (label, value) = (try at.required("names", of: argument), try at.required("values", of: argument))
        self.label = NamedColumn(try at.written(label), at: label.place).literal
        self.value = NamedColumn(try at.written(value), at: value.place).literal
        by = argument["by"].map { ColumnSelection($0) }
        declared = argument["columns"]?.oneOrMany.compactMap { NamedColumn($0)?.literal } ?? []
        aggregate = argument["aggregate"]?.text.flatMap { Aggregate(rawValue: $0) }
    }

    func names(_ column: String) -> Bool {
        label.name == column || value.name == column || by?.names(column) ?? false
    }

    func apply(to input: StepInput) throws -> StepOutput {
        let ends = try at.columns([label, value], of: input)
        guard let label = ends.first, let value = ends.last else { return StepOutput(input, []) }
        if aggregate?.counts ?? false { try at.requireNumbers([value], named: [self.value]) }
        let keys = try by?.inListedOrder(of: input, step: at) ?? input.columns.filter { !ends.contains($0) }
        let found = try declared.isEmpty ? labels(of: label, input) : declared.map(\.name)
        let names = declared.isEmpty ? ColumnNames.unique(found, beside: keys.map(\.name)) : found
        var gathering = Gathering(of: input, by: keys, and: Text.spaced(Text.of(label)))
        gathering.add(value.name, aggregate ?? .first, of: value)
        let type = gathering.columns.last?.type ?? value.type
        return StepOutput(
            gathering.spread(over: Array(zip(found, names))), columns: keys + names.map { Relation.Column($0, type: type) },
            order: .disturbed, introduced: declared,
            findings: findings(label, value, keys, found, input))
    }

    /// The names in the data, in order.
    private func labels(of label: Relation.Column, _ input: StepInput) throws -> [String] {
        let column = Relation.Column("called")
        let collation = Collation(column, as: "read")
        let distinct: SQL =
            "(SELECT DISTINCT \(Text.spaced(Text.of(label))) AS called FROM \(input.rows) WHERE NOT \(Text.isBlank(label)))"
        let prepared = collation.prepared.map { SQL(", \($0) AS read") } ?? ""
        let found = try input.probe(
            """
            SELECT called FROM (SELECT *\(prepared) FROM \(distinct)) ORDER BY \(collation.keys.joined(", "))
            LIMIT \(.trusted(String(ColumnNames.limit + 1)))
            """
        ).compactMap { $0.text("called") }
        guard found.count <= ColumnNames.limit else {
            throw at.fault(
                .tooManyColumns, at: self.label.place,
                ["column": Bilingual(label.name), "limit": Bilingual(String(ColumnNames.limit))])
        }
        return found
    }

    /// Values that find no column, and those that find one taken.
    private func findings(
        _ label: Relation.Column, _ value: Relation.Column, _ keys: [Relation.Column], _ found: [String], _ input: StepInput
    ) -> [SQL] {
        let called: SQL = "coalesce(\(Text.spaced(Text.of(label))), '')"
        let filled: SQL = "NOT \(Text.isBlank(value))"
        let known: SQL = "\(called) IN (\((found.map { "\(text: $0)" } + ["NULL"]).joined(", ")))"
        let homeless = Finding(kind: .noColumn, field: value.name, value: Text.of(value), detail: called)
            .among(input.rows, where: "\(filled) AND (\(known)) IS NOT TRUE")
        guard aggregate == nil else { return [homeless] }
        let place = input.fresh("place")
        let same = (keys.map(Text.key) + [called]).joined(", ")
        let numbered: SQL = """
            (SELECT *, row_number() OVER (PARTITION BY \(same) ORDER BY \(input.order)) AS \(name: place)
            FROM \(input.rows) WHERE \(filled))
            """
        let several = Finding(kind: .severalValues, field: value.name, value: Text.of(value), detail: called)
            .among(numbered, where: "\(name: place) > 1 AND \(known)")
        return [homeless, several]
    }
}
