internal import Territory

/// Telephones, e-mails, birth dates, social security numbers.
struct PersonalNumbers: Trap {
    static let kind = TrapKind(
        code: "inspect.personal-data",
        what: Bilingual(
            fr: "{count} cellules de « {column} » avec une donnée personnelle : {detail}",
            en: "{count} cells of \"{column}\" with personal data: {detail}"),
        why: Bilingual(
            fr: "elles ne peuvent être publiées sans base légale (RGPD) ; un numéro de sécurité sociale jamais",
            en: "they cannot be published without a legal basis (GDPR); a social security number never"),
        mend: Bilingual(
            fr: "un pas drop, ou private: true sur le champ", en: "a drop step, or private: true on the field"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let forms: [(ValueForm, ColumnType, [ColumnType])] = [
            (.telephone, .telephone, [.text, .telephone]), (.email, .email, [.text, .email]), (.nir, .nir, [.text, .nir, .code]),
        ]
        let met = try forms.flatMap { form, type, types in
            try survey.cells(where: form.condition, in: survey.columns.filter { types.contains($0.type) }).map { hits in
                TrapFinding(hits, detail: type.word, mends: [.makePrivate(hits.column.name)])
            }
        }
        let births = survey.columns.filter { $0.type.isDate && TitleWords($0.name).says(.birth) }
        return try met
            + survey.cells(where: "plain <> ''", in: births).map {
                TrapFinding(
                    $0, detail: Bilingual(fr: "date de naissance", en: "birth date"), mends: [.makePrivate($0.column.name)])
            }
    }
}
