internal import Territory

/// Nine digits where fourteen are expected: the company, not its establishment.
struct SirenForSiret: Trap {
    static let kind = TrapKind(
        code: "inspect.siren-for-siret",
        what: Bilingual(
            fr: "{count} numéros de 9 chiffres (SIREN) dans « {column} »",
            en: "{count} numbers of 9 digits (SIREN) in \"{column}\""),
        why: Bilingual(
            fr: "les schémas veulent un SIRET ; compléter un SIREN par des zéros en invente un",
            en: "schemas want a SIRET; filling a SIREN up with zeros invents one"),
        mend: Bilingual(
            fr: "aucun pas : demandez le SIRET, ou retrouvez le siège dans l'annuaire des entreprises",
            en: "no step: ask for the SIRET, or find the head office in the business directory"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let columns = survey.columns.filter { [.siret, .siren].contains($0.type) }
        return try survey.cells(where: ValueForm.nineDigits.condition, in: columns).map { hits in
            TrapFinding(
                hits,
                mends: [
                    .ask(
                        Bilingual(
                            fr: "le SIRET (14 chiffres) là où « \(hits.column.name) » donne un SIREN",
                            en: "the SIRET (14 digits) where \"\(hits.column.name)\" gives a SIREN"))
                ])
        }
    }
}
