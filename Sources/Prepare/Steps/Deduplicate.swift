internal import DuckDB
internal import Territory

/// Keeps one row of those that say the same, in all their cells or in some, and tells each row it drops.
struct Deduplicate: Step {
    static let spec = Spec(
        name: "deduplicate",
        summary: Bilingual(
            fr: "ne garde qu'une des lignes qui disent la même chose, partout ou dans certaines colonnes",
            en: "keeps one of the rows that say the same, everywhere or in some columns"),
        argument: .oneOf([
            .oneOrMany(.scalar),
            .object([
                Key(
                    "by", .oneOrMany(.scalar), required: true,
                    summary: Bilingual(
                        fr: "colonnes à comparer ; le mot all les désigne toutes",
                        en: "columns to compare; the word all means every one")),
                Key(
                    "keep", .choice(["first", "last"]),
                    summary: Bilingual(
                        fr: "celle qui reste, dans l'ordre du fichier ou de sort",
                        en: "the one that stays, in the order of the file or of sort"),
                    default: "first"),
            ]),
        ]),
        example: "deduplicate: { by: [nomBeneficiaire, objet], keep: last }",
        effect: Bilingual(
            fr: "lignes : une par ensemble de valeurs, les autres sont signalées ; colonnes : inchangées",
            en: "rows: one for each set of values, the others are told; columns: unchanged"),
        knownAs: KnownAs(
            openRefine: ["blank down"], workbench: ["Delete duplicate rows"], sql: ["distinct", "qualify row_number()"],
            frictionless: ["row-subset"], others: ["drop_duplicates", "Remove duplicates"]))
    static let findings = [FindingKind.duplicateRow]

    private let at: StepPlace
    private let selection: ColumnSelection
    private let all: Bool
    private let keepsLast: Bool

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let argument = declaration.argument
        let by = argument.entries == nil ? argument : try at.required("by", of: argument)
        selection = ColumnSelection(by)
        all = by.text == "all"
        keepsLast = argument["keep"]?.text == "last"
    }

    func names(_ column: String) -> Bool { !all && selection.names(column) }

    func apply(to input: StepInput) throws -> StepOutput {
        let compared = all ? input.columns : try selection.inFileOrder(of: input, step: at)
        guard !compared.isEmpty else { return StepOutput(input, []) }
        let (place, kept) = (input.fresh("place"), input.fresh("kept"))
        let order = keepsLast ? input.reversedOrder : input.order
        let same: SQL = "PARTITION BY \(compared.map(Text.key).joined(", ")) ORDER BY \(order)"
        let ranked: SQL = """
            (SELECT *, row_number() OVER same AS \(name: place), first_value(_source || ' · ' || _row) OVER same AS \(name: kept)
            FROM \(input.rows) WINDOW same AS (\(same)))
            """
        let dropped = Finding(
            kind: .duplicateRow, field: all ? "" : compared.map(\.name).joined(separator: ", "),
            value: "concat_ws(', ', \(compared.map(Text.key).joined(", ")))", detail: "\(name: kept)")
        let once: SQL = "\(name: place) = 1"
        return StepOutput(
            input.select(input.columns.map { Item($0) }, from: ranked, where: once), columns: input.columns, order: .disturbed,
            findings: [dropped.among(ranked, where: "\(name: place) > 1")])
    }
}
