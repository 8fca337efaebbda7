internal import Territory

/// Amounts of several kinds or years in columns of their own, where one row should hold one amount.
struct WideAmounts: Trap {
    static let kind = TrapKind(
        code: "inspect.wide-amounts",
        what: Bilingual(
            fr: "{count} colonnes pour un même montant, par poste ou par année{detail}",
            en: "{count} columns for one amount, by head or by year{detail}"),
        why: Bilingual(
            fr: "les schémas nationaux veulent une ligne par montant, et l'année prochaine ajoute une colonne",
            en: "national schemas want one row for each amount, and next year adds a column"),
        mend: Bilingual(
            fr: "un pas unpivot : le titre devient une valeur ; vérifiez que garanties et prêts n'en sont pas",
            en: "an unpivot step: the title becomes a value; check that guarantees and loans are not among them"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let numbers = survey.columns.filter { $0.type.isNumber && $0.filled > 0 }
        guard let (key, group) = group(of: numbers) else { return [] }
        let names = group.map { "« \($0.name) »" }.joined(separator: ", ")
        let isYears = key == "year"
        return [
            TrapFinding(
                columns: group.map(\.name), count: group.count, detail: Bilingual(fr: " : \(names)", en: ": \(names)"),
                mends: [.unpivot(group.map(\.name), name: isYears ? "annee" : "poste", value: "montant")])
        ]
    }

    /// Columns named by years alone, or whose titles begin with the same two words.
    private static func group(of columns: [Survey.Column]) -> (key: String, columns: [Survey.Column])? {
        let groups = Dictionary(grouping: columns) { column -> String in
            let words = TitleWords(column.name).words
            if words.count == 1, words[0].wholeMatch(of: #/(?:19|20)\d\d/#) != nil { return "year" }
            return words.count > 2 && words[0] == "montant" ? words.prefix(2).joined(separator: " ") : ""
        }
        return groups.filter { !$0.key.isEmpty && $0.value.count > 1 }.max { $0.value.count < $1.value.count }
            .map { ($0.key, $0.value) }
    }
}
