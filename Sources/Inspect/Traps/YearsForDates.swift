internal import Territory

/// A year where a day is expected.
struct YearsForDates: Trap {
    static let kind = TrapKind(
        code: "inspect.years-for-dates",
        what: Bilingual(
            fr: "{count} années au lieu de dates dans « {column} »",
            en: "{count} years instead of dates in \"{column}\""),
        why: Bilingual(
            fr: "une année n'est pas une date : le 1er janvier serait inventé",
            en: "a year is no date: 1 January would be invented"),
        mend: Bilingual(
            fr: "demandez la date au service, ou gardez la colonne comme année hors du schéma",
            en: "ask the department for the date, or keep the column as a year outside the schema"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let dated = survey.columns.filter { column in
            TitleWords(column.name).says(.date) && !TitleWords(column.name).says(.year) && [.year, .date].contains(column.type)
        }
        return try survey.cells(where: ValueForm.year.condition, in: dated).map { hits in
            let name = hits.column.name
            return TrapFinding(
                hits,
                mends: [
                    .ask(
                        Bilingual(
                            fr: "la date exacte : « \(name) » ne donne que l'année",
                            en: "the exact date: \"\(name)\" only gives the year"))
                ])
        }
    }
}
