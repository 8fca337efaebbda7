internal import Territory

/// Two tables side by side: the same titles twice, or an empty column between two sets of titles.
struct SideBySide: Trap {
    static let kind = TrapKind(
        code: "inspect.side-by-side",
        what: Bilingual(
            fr: "{count} tableaux côte à côte{detail}",
            en: "{count} tables side by side{detail}"),
        why: Bilingual(
            fr: "une ligne porte des faits sans rapport entre eux ; trier l'un des tableaux mélange l'autre",
            en: "a row holds facts that have nothing to do with each other; sorting one table shuffles the other"),
        mend: Bilingual(
            fr: "un pas keep pour un tableau, et un second jeu pour l'autre",
            en: "a keep step for one table, and a second dataset for the other"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        guard let blocks = blocks(of: survey.columns.filter { $0.filled > 0 }) else { return [] }
        let kept = chosen(blocks)
        let names = blocks.map { $0.map { "« \($0.name) »" }.joined(separator: ", ") }
        var mends: [Mend] = [.keep(kept.map(\.name))]
        if let year = year(of: kept) { mends.append(.constant("Année", year)) }
        // A title that is only the year takes the words of the same place in the other table.
        for (place, column) in kept.enumerated() where bare(column.name).isEmpty {
            let words = blocks.map { bare($0[place].name) }.first { !$0.isEmpty }
            if let words { mends.append(.rename(column.name, to: words)) }
        }
        let others = blocks.filter { $0.map(\.index) != kept.map(\.index) }.flatMap { $0 }.map { "« \($0.name) »" }
        let list = others.joined(separator: ", ")
        mends.append(
            .ask(
                Bilingual(
                    fr: "l'autre tableau (\(list)) demande un jeu à lui",
                    en: "the other table (\(list)) needs a dataset of its own")
            ))
        return [
            TrapFinding(
                columns: survey.columns.map(\.name), count: blocks.count,
                detail: Bilingual(" : " + names.joined(separator: " / ")), mends: mends)
        ]
    }

    /// The columns in blocks whose titles say the same, years and numbers aside, and whose values are of the same types.
    static func blocks(of columns: [Survey.Column]) -> [[Survey.Column]]? {
        for count in 2...4 where columns.count % count == 0 && columns.count / count >= 2 {
            let width = columns.count / count
            let blocks = (0..<count).map { Array(columns[($0 * width)..<(($0 + 1) * width)]) }
            let titles = blocks.map { $0.map { bare($0.name) } }
            let same = (0..<width).filter { place in
                let words = Set(titles.map { $0[place] })
                return words.count == 1 && words.first?.isEmpty == false
            }
            let typed = (0..<width).filter { place in Set(blocks.map { $0[place].type.field }).count == 1 }
            if same.count >= 2, same.count * 2 > width, typed.count * 2 > width { return blocks }
        }
        return nil
    }

    /// A title without its years and numbers, nor the number that tells a repeated title apart.
    private static func bare(_ title: String) -> String {
        TitleWords(title).words.filter { !$0.allSatisfy(\.isNumber) }.joined(separator: " ")
    }

    /// A table of one year can be published as that year; a sum over many cannot.
    private static func chosen(_ blocks: [[Survey.Column]]) -> [Survey.Column] {
        blocks.first { year(of: $0) != nil } ?? blocks[0]
    }

    /// The one year that the titles of a block speak of.
    private static func year(of block: [Survey.Column]) -> String? {
        let years = Set(block.flatMap { $0.name.matches(of: #/(?:19|20)\d\d/#).map { String($0.output) } })
        return years.count == 1 ? years.first : nil
    }
}
