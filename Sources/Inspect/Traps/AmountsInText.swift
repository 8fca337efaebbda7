internal import Territory

/// Numbers written the French way: decimal comma, spaces between thousands.
struct AmountsInText: Trap {
    static let kind = TrapKind(
        code: "inspect.amounts-in-text",
        what: Bilingual(
            fr: "{count} nombres de « {column} » à la française (virgule, espaces)",
            en: "{count} numbers of \"{column}\" in French style (comma, spaces)"),
        why: Bilingual(
            fr: "les schémas veulent un point et pas d'espace : « 1 500,00 » y est refusé",
            en: "schemas want a point and no space: they refuse \"1 500,00\""),
        mend: Bilingual(
            fr: "un pas parse: { colonne: amount } ou number", en: "a parse: { column: amount } step, or number"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let french = [ValueForm.commaDecimal, .grouped].map { "(\($0.condition))" }.joined(separator: " OR ")
        return try survey.cells(where: french, in: survey.columns.filter { $0.type.isNumber }).map { TrapFinding($0) }
    }
}
