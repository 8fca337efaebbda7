internal import Territory

/// The unit written in each cell: `3 000 €`, `12 EUR`.
struct EuroSigns: Trap {
    static let kind = TrapKind(
        code: "inspect.euro-signs",
        what: Bilingual(
            fr: "{count} cellules de « {column} » avec l'unité €",
            en: "{count} cells of \"{column}\" with the unit €"),
        why: Bilingual(
            fr: "un montant avec son unité est un texte : il ne se somme ni ne se trie",
            en: "an amount with its unit is text: it can be neither summed nor sorted"),
        mend: Bilingual(fr: "un pas parse: { colonne: amount }", en: "a parse: { column: amount } step"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        try survey.cells(marked: Marks.euro).filter { $0.column.type.isNumber }.map { TrapFinding($0) }
    }
}
