internal import DuckDB
internal import Territory

/// One value written in several ways: case, accents, spaces, punctuation.
struct Variants: Trap {
    static let kind = TrapKind(
        code: "inspect.variants",
        what: Bilingual(
            fr: "{count} valeurs de « {column} » sous plusieurs graphies{detail}",
            en: "{count} values of \"{column}\" in several spellings{detail}"),
        why: Bilingual(
            fr: "les regroupements et les filtres en font autant de catégories",
            en: "groupings and filters make as many categories of them"),
        mend: Bilingual(fr: "un pas map, ou cluster pour en proposer", en: "a map step, or cluster to have some proposed"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        // In a column of names, variants are for a person to judge: they are told, and no map is drafted.
        let columns = survey.columns.filter { $0.isWhole && $0.type == .text && $0.distinct > 1 && $0.distinct <= 5_000 }
        return try columns.compactMap { column in
            let folded = "regexp_replace(lower(strip_accents(plain)), '[^\\p{L}\\p{N}]', '', 'g')"
            let rows = try survey.connection.rows(
                """
                SELECT spellings, row, count(*) OVER () AS n FROM (SELECT list(plain ORDER BY n DESC, plain) AS all_of_them,
                    array_to_string(list_distinct(list(plain ORDER BY plain)), ' | ') AS spellings, min(row) AS row FROM
                    (SELECT plain, sum(n) AS n, min(row) AS row FROM \(survey.words) WHERE col = \(column.index) AND plain <> ''
                    GROUP BY plain) GROUP BY \(folded) HAVING count(*) > 1 AND length(\(folded)) > 0)
                ORDER BY row LIMIT \(CellHits.shown)
                """)
            guard let first = rows.first else { return nil }
            let example = first.text("spellings") ?? ""
            return TrapFinding(
                columns: [column.name], count: first.integer("n") ?? 0,
                detail: Bilingual(fr: " : \(example)", en: ": \(example)"),
                proofs: rows.map {
                    CellHits.Proof(row: $0.integer("row") ?? 0, column: column.name, value: $0.text("spellings") ?? "")
                })
        }
    }
}
