package import Territory

/// A profile for a terminal, no wider than it is.
package struct ProfileText {
    /// How a piece of text stands out; the command line has the colours.
    package enum Emphasis: Sendable { case strong, quiet, warning, good }
    package typealias Paint = (String, Emphasis) -> String

    private let profile: Profile
    private let words: ProfileWords
    private let language: Language
    private let width: Int
    private let paint: Paint

    /// - Parameter width: columns of the terminal; narrower than 60 counts as 60.
    package init(_ profile: Profile, _ language: Language, width: Int, paint: @escaping Paint = { text, _ in text }) {
        self.profile = profile
        self.language = language
        self.width = max(60, width)
        self.paint = paint
        words = ProfileWords(language: language)
    }

    private func pick(_ french: String, _ english: String) -> String { words.pick(french, english) }

    /// Structure, columns, keys, traps, schema; one after the other.
    package func text() -> String {
        [structure, columns, keys, traps, schema].filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var structure: String {
        let made = profile.structure
        let options = made.options.map { "\(words.option($0.name)) \(words.value($0))" }
        let size =
            "\(words.number(made.rows)) \(pick("lignes", "rows")), \(words.number(made.columns)) \(pick("colonnes", "columns"))"
        let head = paint(made.file, .strong) + "  \(made.format), \(words.size(made.bytes)), \(size)"
        var lines = [head, "  " + options.joined(separator: pick(" ; ", "; "))]
        if made.sheets.count > 1 { lines.append("  \(pick("feuilles : ", "sheets: "))" + made.sheets.joined(separator: ", ")) }
        return lines.flatMap { wrapped($0, indent: 2) }.joined(separator: "\n")
    }

    private var columns: String {
        let head = [
            "", pick("colonne", "column"), "type", pick("valeurs", "values"), pick("étendue", "range"),
            pick("fréquentes", "frequent"),
        ]
        let rows = profile.columns.map { column in
            [
                String(column.position), words.shown(column.name, 34), words.type(column), words.counts(column),
                words.range(column),
                column.frequent.prefix(3).map { words.shown($0.value, 22) + ($0.count > 1 ? " ×\(words.number($0.count))" : "") }
                    .joined(separator: " · "),
            ]
        }
        return table(head, rows)
    }

    private var keys: String {
        let found = profile.keys.prefix(3).map { $0.joined(separator: " + ") }.joined(separator: pick(" ; ", "; "))
        let label = paint(pick("Clé possible", "Possible key"), .strong) + pick(" : ", ": ")
        return wrapped(label + (found.isEmpty ? pick("aucune", "none") : found), indent: 2).joined(separator: "\n")
    }

    private var traps: String {
        guard !profile.traps.isEmpty else { return paint(pick("Aucun piège trouvé.", "No trap found."), .good) }
        let head = paint(pick("Pièges", "Traps") + " (\(profile.traps.count))", .strong)
        return ([head] + profile.traps.map(trap)).joined(separator: "\n")
    }

    private func trap(_ trap: TrapReport) -> String {
        var lines = wrapped("  " + paint("!", .warning) + " " + trap.what.text(in: language), indent: 4)
        let places = trap.proofs.map { proof in
            "\(pick("ligne", "row")) \(proof.row)"
                + (proof.value.isEmpty ? "" : pick(" : « ", ": \"") + words.shown(proof.value, 50) + pick(" »", "\""))
        }
        if !places.isEmpty { lines += wrapped("      " + places.joined(separator: " · "), indent: 6).map { paint($0, .quiet) } }
        lines += wrapped("      → " + trap.mend.text(in: language), indent: 8)
        return lines.joined(separator: "\n")
    }

    private var schema: String {
        guard let best = profile.schemas.first(where: { $0.isProposed }) else {
            return profile.schemas.isEmpty ? "" : pick("Aucun schéma ne convient.", "No schema fits.")
        }
        let required = "\(best.required - best.missing.count) / \(best.required)"
        let head =
            paint(pick("Schéma proposé", "Schema proposed"), .strong) + pick(" : ", ": ")
            + "\(best.name) (\(best.title ?? best.name)), \(pick("champs obligatoires trouvés", "required fields found")) \(required)"
        let matches = best.matches.map { "    \($0.column) → \($0.field)" }
        let missing = best.missing.map { pick("    il manque : ", "    missing: ") + $0.text(in: language) }
        return (wrapped(head, indent: 2) + (matches + missing).flatMap { wrapped($0, indent: 8) }).joined(separator: "\n")
    }

    // MARK: Layout

    /// Columns as wide as their content, the last one cut at the edge.
    private func table(_ head: [String], _ rows: [[String]]) -> String {
        let widths = head.indices.map { index in ([head] + rows).map { $0[index].count }.max() ?? 0 }
        return ([head] + rows).enumerated().map { line, cells in
            var text = zip(cells, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }.joined(
                separator: "  ")
            if text.count > width { text = text.prefix(width - 1) + "…" }
            while text.last == " " { text.removeLast() }
            return line == 0 ? paint(text, .quiet) : text
        }.joined(separator: "\n")
    }

    /// Lines no wider than the terminal, cut at spaces; those after the first begin further in. Escape sequences have no width.
    private func wrapped(_ text: String, indent: Int) -> [String] {
        var lines: [String] = []
        var line = String(text.prefix { $0 == " " })
        var isFresh = true
        for word in text.split(separator: " ") {
            if !isFresh, Self.visible(line) + Self.visible(String(word)) + 1 > width {
                lines.append(line)
                line = String(repeating: " ", count: indent)
                isFresh = true
            }
            line += (isFresh ? "" : " ") + word
            isFresh = false
        }
        return lines + [line]
    }

    private static func visible(_ text: String) -> Int { text.replacing(#/\u{1B}\[[0-9]*m/#, with: "").count }
}
