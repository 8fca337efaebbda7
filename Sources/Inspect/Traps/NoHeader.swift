internal import Territory

/// A table whose first row is already data.
struct NoHeader: Trap {
    static let kind = TrapKind(
        code: "inspect.no-header",
        what: Bilingual(
            fr: "colonnes sans titres",
            en: "columns without titles"),
        why: Bilingual(
            fr: "la première ligne de données passerait pour les titres et serait perdue",
            en: "the first row of data would pass for the titles and be lost"),
        mend: Bilingual(
            fr: "header: 0 dans la source, puis un pas rename", en: "header: 0 in the source, then a rename step"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        guard survey.header == 0, survey.rows > 0 else { return [] }
        return [
            TrapFinding(
                count: survey.columns.count,
                mends: [
                    .ask(
                        Bilingual(
                            fr: "le nom de chaque colonne (pas rename)", en: "the name of each column (rename step)"))
                ])
        ]
    }
}
