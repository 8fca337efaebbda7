internal import Territory

/// Years of two digits.
struct ShortYears: Trap {
    static let kind = TrapKind(
        code: "inspect.short-years",
        what: Bilingual(
            fr: "{count} dates de « {column} » avec une année à deux chiffres",
            en: "{count} dates of \"{column}\" with a year of two digits"),
        why: Bilingual(
            fr: "« 13/2/49 » est de 1949 ou de 2049 : seul le service peut le dire",
            en: "\"13/2/49\" is of 1949 or 2049: only the department can tell"),
        mend: Bilingual(
            fr: "un pas parse: { colonne: date } : de 00 à 49 il lit 20xx, de 50 à 99 19xx",
            en: "a parse: { column: date } step: it reads 00 to 49 as 20xx, 50 to 99 as 19xx"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        try survey.cells(where: ValueForm.shortYear.condition, in: survey.columns.filter { $0.type.isDate }).map {
            TrapFinding($0)
        }
    }
}
