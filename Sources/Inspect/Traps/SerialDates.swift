internal import Territory

/// Dates as the day numbers of a spreadsheet.
struct SerialDates: Trap {
    static let kind = TrapKind(
        code: "inspect.serial-dates",
        what: Bilingual(
            fr: "{count} dates de « {column} » en numéros de jour d'un tableur",
            en: "{count} dates of \"{column}\" as day numbers of a spreadsheet"),
        why: Bilingual(
            fr: "45382 veut dire 31 mars 2024, mais personne ne le lit", en: "45382 means 31 March 2024, but nobody reads it"),
        mend: Bilingual(fr: "un pas parse: { colonne: date }", en: "a parse: { column: date } step"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        try survey.cells(where: ValueForm.serial.condition, in: survey.columns.filter { $0.type.isDate }).map { TrapFinding($0) }
    }
}
