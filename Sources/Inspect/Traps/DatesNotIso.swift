internal import Territory

/// Dates in the French order.
struct DatesNotIso: Trap {
    static let kind = TrapKind(
        code: "inspect.dates-not-iso",
        what: Bilingual(
            fr: "{count} dates de « {column} » dans l'ordre jour, mois, année",
            en: "{count} dates of \"{column}\" in the order day, month, year"),
        why: Bilingual(
            fr: "05/01/2020 se lit 1er mai ailleurs ; les schémas veulent 2020-01-05",
            en: "05/01/2020 reads 1 May elsewhere; schemas want 2020-01-05"),
        mend: Bilingual(fr: "un pas parse: { colonne: date }", en: "a parse: { column: date } step"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let french = [ValueForm.dayMonthYear, .writtenDate].map { "(\($0.condition))" }.joined(separator: " OR ")
        return try survey.cells(where: french, in: survey.columns.filter { $0.type.isDate }).map { TrapFinding($0) }
    }
}
