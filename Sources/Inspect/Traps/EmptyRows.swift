internal import DuckDB
internal import Territory

/// Rows in which nothing is written.
struct EmptyRows: Trap {
    static let kind = TrapKind(
        code: "inspect.empty-rows",
        what: Bilingual(
            fr: "{count} lignes sans aucune valeur",
            en: "{count} rows without any value"),
        why: Bilingual(
            fr: "elles faussent les comptes et sont refusées par les validateurs",
            en: "they distort counts and validators refuse them"),
        mend: Bilingual(fr: "un pas drop-empty: rows", en: "a drop-empty: rows step"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let count = survey.widths[0] ?? 0
        guard count > 0 else { return [] }
        let rows = try survey.connection.rows(
            "SELECT _row FROM \(survey.data) WHERE \(survey.width) = 0 ORDER BY _row LIMIT \(CellHits.shown)")
        return [
            TrapFinding(
                count: count, proofs: rows.map { CellHits.Proof(row: $0.integer("_row") ?? 0, column: nil, value: "") },
                mends: [.dropEmptyRows])
        ]
    }
}
