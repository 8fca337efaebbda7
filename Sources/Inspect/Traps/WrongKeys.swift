internal import DuckDB
internal import Territory

/// SIRET and SIREN numbers whose last digit, the key of Luhn, does not fit the others.
struct WrongKeys: Trap {
    static let kind = TrapKind(
        code: "inspect.wrong-keys",
        what: Bilingual(
            fr: "{count} numéros de « {column} » sans clé {detail} valable (chiffre faux ou manquant)",
            en: "{count} numbers of \"{column}\" without a sound {detail} key (a digit wrong or missing)"),
        why: Bilingual(
            fr: "un chiffre faux désigne un autre organisme, ou aucun : le lien avec Sirene est perdu",
            en: "a wrong digit means another body, or none: the link to Sirene is lost"),
        mend: Bilingual(
            fr: "aucun pas ne devine un chiffre : corrigez à la source avec l'annuaire des entreprises",
            en: "no step guesses a digit: correct it at the source with the business directory"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let kinds: [(type: ColumnType, form: ValueForm, length: Int)] = [(.siret, .siretKey, 14), (.siren, .sirenKey, 9)]
        return try kinds.flatMap { type, form, length in
            // What was rounded, or is a SIREN, has a trap of its own.
            let other = [ValueForm.scientific, .roundSiret, .thirteenDigits] + (type == .siret ? [.nineDigits] : [])
            let known = other.map { "(\($0.condition))" }.joined(separator: " OR ")
            let wrong = "plain <> '' AND NOT (\(form.condition)) AND NOT (\(known)) AND regexp_matches(plain, '[0-9]{3}')"
            return try survey.cells(where: wrong, in: survey.columns.filter { $0.type == type }).map {
                TrapFinding($0, detail: Bilingual(type.word.french))
            }
        }
    }
}
