internal import DuckDB
internal import Territory

/// One code with several labels: often two codes, one of which lost its zero (function `20` for `020`).
struct TwoLabels: Trap {
    static let kind = TrapKind(
        code: "inspect.two-labels",
        what: Bilingual(
            fr: "{count} codes de « {column} » à plusieurs libellés{detail}",
            en: "{count} codes of \"{column}\" with several labels{detail}"),
        why: Bilingual(
            fr: "deux comptes sous un seul code : souvent « 020 », devenu « 20 » dans un tableur",
            en: "two accounts under one code: often \"020\", turned into \"20\" by a spreadsheet"),
        mend: Bilingual(
            fr: "un pas lookup sur le plan de comptes, par le libellé ; un pas map pour quelques codes",
            en: "a lookup step on the chart of accounts, by the label; a map step for a few codes"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        try pairs(survey).compactMap { code, label in
            let (one, other) = (identifier(code.name), identifier(label.name))
            let rows = try survey.connection.rows(
                """
                SELECT code, row, labels, count(*) OVER () AS n FROM (SELECT \(one) AS code, min(_row) AS row,
                    string_agg(DISTINCT label, ' / ' ORDER BY label) AS labels FROM (SELECT \(one), _row,
                    trim(lower(strip_accents(\(other)))) AS label FROM \(survey.data)
                    WHERE trim(\(one)) <> '' AND trim(\(other)) <> '') GROUP BY 1 HAVING count(DISTINCT label) > 1)
                ORDER BY row LIMIT \(CellHits.shown)
                """)
            guard let first = rows.first else { return nil }
            let example = "\(first.text("code") ?? "") = \(first.text("labels") ?? "")"
            return TrapFinding(
                columns: [code.name], count: first.integer("n") ?? 0,
                detail: Bilingual(fr: " : \(example)", en: ": \(example)"),
                proofs: rows.map { row in
                    CellHits.Proof(
                        row: row.integer("row") ?? 0, column: code.name,
                        value: "\(row.text("code") ?? "") = \(row.text("labels") ?? "")")
                })
        }
    }

    /// A column of codes and the column of its labels: `Fonction` and `Libellé fonction`.
    private static func pairs(_ survey: Survey) -> [(Survey.Column, Survey.Column)] {
        let labels = survey.columns.filter { $0.isWhole && $0.type == .text && TitleWords($0.name).words.first == "libelle" }
        return labels.compactMap { label in
            let subject = Set(TitleWords(label.name).words.dropFirst())
            let code = survey.columns.first { column in
                column.isWhole && [.code, .integer].contains(column.type) && !subject.isEmpty
                    && subject.allSatisfy { word in TitleWords(column.name).joined.hasSuffix(word) }
            }
            return code.map { ($0, label) }
        }
    }
}
