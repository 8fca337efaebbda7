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

    /// Columns named by years alone; or whose titles begin with the same words, the rest being the head.
    private static func group(of columns: [Survey.Column]) -> (key: String, columns: [Survey.Column])? {
        let groups = Dictionary(grouping: columns) { column -> String in
            let words = TitleWords(column.name).words
            if words.count == 1, words[0].wholeMatch(of: #/(?:19|20)\d\d/#) != nil { return "year" }
            guard words.count > 1, column.type == .amount, limits.isDisjoint(with: words) else { return "" }
            return words.prefix(words[0] == "montant" && words.count > 2 ? 2 : 1).joined(separator: " ")
        }
        let few = groups.filter { $0.value.count > ($0.key.contains(" ") || $0.key == "year" ? 1 : 2) && !$0.key.isEmpty }
        return few.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }.map { ($0.key, $0.value) }
    }

    /// The least and the most of an amount, or an amount without and with tax, are not heads of a sum.
    private static let limits: Set<String> = ["mini", "maxi", "min", "max", "minimum", "maximum", "ht", "ttc", "total"]
}
