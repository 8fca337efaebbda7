internal import Territory

/// Dates of one column in several forms.
struct MixedDates: Trap {
    static let kind = TrapKind(
        code: "inspect.mixed-dates",
        what: Bilingual(
            fr: "{count} façons d'écrire une date dans « {column} »{detail}",
            en: "{count} ways of writing a date in \"{column}\"{detail}"),
        why: Bilingual(
            fr: "un format unique déclaré pour la colonne en perdrait une partie",
            en: "one format declared for the column would lose a part of them"),
        mend: Bilingual(
            fr: "un pas parse: { colonne: date } sans format : les formes françaises et ISO y sont reconnues",
            en: "a parse: { column: date } step without format: it knows the French and the ISO forms"))

    private static let forms: [ValueForm] = [.isoDate, .dayMonthYear, .shortYear, .writtenDate, .moment, .year]

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        try survey.columns.filter { $0.type.isDate }.compactMap { column in
            let met = forms.filter { (column.forms[$0] ?? 0) > 0 }
            guard met.count > 1 else { return nil }
            let proofs = try met.flatMap { try survey.cells(where: $0.condition, in: [column]).flatMap { $0.proofs.prefix(1) } }
            let examples = proofs.map { "« \($0.value) »" }.joined(separator: ", ")
            return TrapFinding(
                columns: [column.name], count: met.count, detail: Bilingual(fr: " : \(examples)", en: ": \(examples)"),
                proofs: proofs)
        }
    }
}
