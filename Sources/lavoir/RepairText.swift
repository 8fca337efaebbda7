internal import Check
internal import Runs
internal import Territory

/// What can be mended, in words: sure repairs, likely ones, what is lost, what is left.
struct RepairText {
    private let repaired: OpenCheck.Repaired
    private let language: Language

    init(_ repaired: OpenCheck.Repaired, _ language: Language) {
        self.repaired = repaired
        self.language = language
    }

    /// - Parameter file: where the mended table was written; nil when it was not.
    func text(_ terminal: Terminal, writtenTo file: String?) -> String {
        let repairs = repaired.repairs
        var lines = repairs.titles.map {
            "  \(mark($0.isSafe, terminal)) \(pick("titre", "title")) « \($0.old) » → « \($0.new) »"
        }
        lines += repairs.cells.map { cells in
            let what = MendRegistry.what(cells.mend).text(in: language)
            return
                "  \(mark(cells.isSafe, terminal)) \(cells.field) × \(cells.count) : \(what) (« \(short(cells.old)) » → « \(short(cells.new)) »)"
        }
        if repairs.blankRows > 0 {
            lines.append(
                "  \(mark(true, terminal)) \(pick("lignes vides retirées", "blank rows removed")) × \(repairs.blankRows)")
        }
        if repairs.lost > 0 {
            let words = pick(
                "nombres arrondis par un tableur : leurs chiffres sont perdus, rien n'est inventé",
                "numbers rounded by a spreadsheet: their digits are lost, nothing is invented")
            lines.append("  \(terminal.styled("✗", .red)) \(words) × \(repairs.lost)")
        }
        guard !lines.isEmpty else { return pick("Aucune réparation possible.", "Nothing can be repaired.") }
        let head = pick("Réparations (✓ sûre, ? probable) :", "Repairs (✓ sure, ? likely):")
        return ([terminal.styled(head, .bold)] + lines + [conclusion(file)]).joined(separator: "\n")
    }

    private func conclusion(_ file: String?) -> String {
        let left = repaired.remains.errors
        guard let file else {
            return pick(
                "→ --repair FICHIER.csv les écrit (les probables avec --likely), --as-recipe en fait une recette",
                "→ --repair FILE.csv writes them (likely ones with --likely), --as-recipe makes a recipe of them")
        }
        return pick("\(file) écrit ; erreurs restantes : \(left)", "\(file) written; errors left: \(left)")
    }

    private func mark(_ isSafe: Bool, _ terminal: Terminal) -> String {
        terminal.styled(isSafe ? "✓" : "?", isSafe ? .green : .yellow)
    }

    private func short(_ text: String) -> String { text.count > 40 ? text.prefix(39) + "…" : text }

    private func pick(_ french: String, _ english: String) -> String { language == .french ? french : english }
}
