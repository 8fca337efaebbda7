internal import Collect
internal import DuckDB
internal import Territory

/// Merged cells: the value stands in the first cell of the range, the others are empty.
struct MergedCells: Trap {
    static let kind = TrapKind(
        code: "inspect.merged-cells",
        what: Bilingual(
            fr: "{count} plages de cellules fusionnées{detail}",
            en: "{count} ranges of merged cells{detail}"),
        why: Bilingual(
            fr: "les lignes qui suivent la première perdent leur marché, leur thème ou leur bénéficiaire",
            en: "the rows after the first lose their contract, theme or beneficiary"),
        mend: Bilingual(
            fr: "merged: fill dans la source là où il existe, ou un pas fill-down sur les colonnes concernées",
            en: "merged: fill in the source where it exists, or a fill-down step on the columns concerned"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        guard survey.layout.mergedRanges > 0 else { return [] }
        let columns = try leading(survey)
        let names = columns.map { "« \($0.name) »" }.joined(separator: ", ")
        let detail =
            columns.isEmpty ? Bilingual("") : Bilingual(fr: " ; à remplir vers le bas : \(names)", en: "; to fill down: \(names)")
        return [
            TrapFinding(
                columns: columns.map(\.name), count: survey.layout.mergedRanges, detail: detail,
                mends: columns.isEmpty ? [] : [.fillDown(columns.map(\.name))])
        ]
    }

    /// The columns from the left that are empty on the same rows while others are filled: what a vertical merge leaves.
    /// Amounts are left alone: repeated, they would count twice.
    private static func leading(_ survey: Survey) throws -> [Survey.Column] {
        guard let first = survey.columns.first, survey.columns.count > 3 else { return [] }
        let gaps = survey.rows - first.filled
        guard gaps * 20 > survey.rows, first.filled * 20 > survey.rows else { return [] }
        let empty = "coalesce(trim(\(identifier(first.name))), '') = ''"
        let tests = survey.columns.map { "count(*) FILTER (\(empty) AND trim(\(identifier($0.name))) <> '')" }
        let filledThere = try survey.connection.row("SELECT \(tests.joined(separator: ", ")) FROM \(survey.data)")?.values ?? []
        guard filledThere.contains(where: { ($0.integer ?? 0) * 2 > gaps }) else { return [] }
        return zip(survey.columns, filledThere).filter { column, count in
            (count.integer ?? 0) * 20 <= gaps && column.filled > 0 && !column.type.isNumber
        }.map(\.0)
    }
}
