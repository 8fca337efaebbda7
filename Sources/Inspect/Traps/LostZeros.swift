internal import Territory

/// Codes that lost the zeros in front when a spreadsheet took them for numbers: `1000` for `01000`.
struct LostZeros: Trap {
    static let kind = TrapKind(
        code: "inspect.lost-zeros",
        what: Bilingual(
            fr: "{count} codes de « {column} » sans leur zéro en tête",
            en: "{count} codes of \"{column}\" without their leading zero"),
        why: Bilingual(
            fr: "1000 n'est pas Bourg-en-Bresse (01000) : le rapprochement avec les référentiels échoue",
            en: "1000 is not Bourg-en-Bresse (01000): matching with reference lists fails"),
        mend: Bilingual(fr: "un pas pad: { colonne: 5 } (14 pour un SIRET)", en: "a pad: { column: 5 } step (14 for a SIRET)"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let cases: [(types: [ColumnType], form: ValueForm, length: Int)] = [
            ([.postcode, .insee], .fourDigits, 5), ([.siret], .thirteenDigits, 14),
        ]
        return try cases.flatMap { types, form, length in
            try survey.cells(where: form.condition, in: survey.columns.filter { types.contains($0.type) }).map {
                TrapFinding($0, mends: [.pad($0.column.name, length)])
            }
        }
    }
}
