internal import Territory

/// Identifiers that a spreadsheet rounded: `3.4E+13`, or fourteen digits that end in zeros.
struct RoundedIdentifiers: Trap {
    static let kind = TrapKind(
        code: "inspect.rounded-identifiers",
        what: Bilingual(
            fr: "{count} identifiants de « {column} » aux chiffres perdus (arrondi d'un tableur)",
            en: "{count} identifiers of \"{column}\" with lost digits (rounded by a spreadsheet)"),
        why: Bilingual(
            fr: "les chiffres perdus ne se retrouvent pas : 3,4E+13 désigne des milliers d'établissements",
            en: "the lost digits cannot be found again: 3.4E+13 stands for thousands of establishments"),
        mend: Bilingual(
            fr: "aucun pas : refaites l'export avec la colonne en texte",
            en: "no step: export again with the column as text"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let columns = survey.columns.filter { column in
            column.type == .siret || column.type == .siren || TitleWords(column.name).says(.siret)
                || column.share(.scientific) > 0.2
        }
        let lost = "(\(ValueForm.scientific.condition)) OR (\(ValueForm.roundSiret.condition))"
        return try survey.cells(where: lost, in: columns).map { hits in
            TrapFinding(
                hits,
                mends: [
                    .ask(
                        Bilingual(
                            fr: "un export où « \(hits.column.name) » est en texte : des chiffres sont perdus",
                            en: "an export where \"\(hits.column.name)\" is text: digits are lost"))
                ])
        }
    }
}
