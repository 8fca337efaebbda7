internal import Collect
internal import Territory

/// Titles on several rows: `Numéraire` over four columns, `Marché global` over thirteen.
struct HeaderLevels: Trap {
    static let kind = TrapKind(
        code: "inspect.header-levels",
        what: Bilingual(
            fr: "titres sur plusieurs lignes{detail}",
            en: "titles on several rows{detail}"),
        why: Bilingual(
            fr: "« Montant » ne dit plus duquel il s'agit quand la ligne du dessus est perdue",
            en: "\"Amount\" no longer says which one it is when the row above is lost"),
        mend: Bilingual(
            fr: "header: [lignes] dans la source, un pas header, ou un pas rename",
            en: "header: [rows] in the source, a header step, or a rename step"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        guard survey.header > 0 else { return [] }
        let upper = survey.above.filter { $0.cells.count(where: { !$0.allSatisfy(\.isWhitespace) }) > 1 }
        guard let last = upper.last else { return [] }
        let words = last.cells.filter { !$0.allSatisfy(\.isWhitespace) }.prefix(4).joined(separator: ", ")
        return [
            TrapFinding(
                count: upper.count, detail: Bilingual(fr: " : \(words)", en: ": \(words)"),
                proofs: [CellHits.Proof(row: last.number, column: nil, value: words)],
                mends: [
                    .ask(
                        Bilingual(
                            fr: "les titres ont un niveau au-dessus (ligne \(last.number) : \(words))",
                            en: "the titles have a level above (row \(last.number): \(words))"))
                ])
        ]
    }
}
