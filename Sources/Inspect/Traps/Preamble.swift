internal import Collect
internal import Territory

/// Rows above the titles: the name of the document, a note, an empty line.
struct Preamble: Trap {
    static let kind = TrapKind(
        code: "inspect.preamble",
        what: Bilingual(
            fr: "{count} lignes avant les titres de colonnes{detail}",
            en: "{count} rows above the column titles{detail}"),
        why: Bilingual(
            fr: "un lecteur qui prend la première ligne pour les titres lit tout de travers",
            en: "a reader that takes the first row for the titles reads everything wrong"),
        mend: Bilingual(
            fr: "header: dans la source ; ce que disent ces lignes peut devenir une description ou un pas constant",
            en: "header: in the source; what these rows say may become a description or a constant step"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let above = survey.above
        guard !above.isEmpty else { return [] }
        let proofs = above.compactMap { line in
            line.cells.first { !$0.allSatisfy(\.isWhitespace) }.map { CellHits.Proof(row: line.number, column: nil, value: $0) }
        }
        let words = proofs.first.map { Bilingual(fr: " : « \($0.value) »", en: ": \"\($0.value)\"") } ?? Bilingual("")
        return [TrapFinding(count: above.count, detail: words, proofs: Array(proofs.prefix(CellHits.shown)))]
    }
}
