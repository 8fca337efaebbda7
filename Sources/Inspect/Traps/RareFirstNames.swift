internal import DuckDB
internal import Territory

/// First names given to few children: with the year and the town, they can name one child.
struct RareFirstNames: Trap {
    static let kind = TrapKind(
        code: "inspect.rare-first-names",
        what: Bilingual(
            fr: "{count} prénoms de « {column} » pour moins de trois enfants",
            en: "{count} names of \"{column}\" for less than three children"),
        why: Bilingual(
            fr: "un prénom rare, une année et une commune désignent un enfant",
            en: "a rare first name, a year and a town point at a child"),
        mend: Bilingual(
            fr: "un pas filter: { where: \"nombre >= 3\" }, selon l'usage retenu par la commune",
            en: "a filter: { where: \"number >= 3\" } step, by the usage the town has chosen"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let names = survey.columns.filter { $0.type == .text && TitleWords($0.name).words.first == "prenom" }
        return try names.compactMap { column in
            guard let count = survey.columns.first(where: { $0.index > column.index && $0.type == .integer }) else { return nil }
            let (name, number) = (identifier(column.name), identifier(count.name))
            let rows = try survey.connection.rows(
                """
                SELECT _row AS row, \(name) AS value, count(*) OVER () AS n FROM \(survey.data)
                WHERE TRY_CAST(\(number) AS INTEGER) < 3 AND trim(\(name)) <> '' ORDER BY _row LIMIT \(CellHits.shown)
                """)
            guard let first = rows.first else { return nil }
            return TrapFinding(
                columns: [column.name], count: first.integer("n") ?? 0,
                proofs: rows.map {
                    CellHits.Proof(row: $0.integer("row") ?? 0, column: column.name, value: $0.text("value") ?? "")
                })
        }
    }
}
