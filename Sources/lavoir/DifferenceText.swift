internal import Lake
internal import Territory

/// A difference in words, cell by cell where a key allows it.
struct DifferenceText {
    private let difference: Difference
    private let language: Language

    init(_ difference: Difference, _ language: Language) {
        self.difference = difference
        self.language = language
    }

    private func pick(_ french: String, _ english: String) -> String { language == .french ? french : english }

    func text(_ terminal: Terminal) -> String {
        guard !difference.isEmpty else {
            guard difference.movedRows > 0 else { return pick("  aucune différence", "  no difference") }
            return pick(
                "  mêmes données ; \(difference.movedRows) lignes ont changé de place dans leur fichier",
                "  same data; \(difference.movedRows) rows have moved in their file")
        }
        var lines: [String] = []
        for column in difference.addedColumns {
            lines.append(terminal.styled("  + \(pick("colonne", "column")) \(column)", .green))
        }
        for column in difference.removedColumns {
            lines.append(terminal.styled("  - \(pick("colonne", "column")) \(column)", .red))
        }
        lines += difference.added.map { terminal.styled("  + \(Self.row($0))", .green) }
        lines += more(difference.addedRows, difference.added.count)
        lines += difference.removed.map { terminal.styled("  - \(Self.row($0))", .red) }
        lines += more(difference.removedRows, difference.removed.count)
        lines += difference.changed.map { change in
            let place = [change.source, change.row.map { "\(pick("ligne", "row")) \($0)" }].compactMap { $0 }.joined(
                separator: ", ")
            return "  ~ \(Self.row(change.key))  \(change.field): \(terminal.styled(change.before ?? "∅", .red)) → "
                + "\(terminal.styled(change.after ?? "∅", .green))  \(terminal.styled("(\(place))", .dim))"
        }
        let told = Set(difference.changed.map(\.key)).count
        return (lines + more(difference.changedRows, told)).joined(separator: "\n")
    }

    private func more(_ total: Int, _ shown: Int) -> [String] {
        total > shown ? [pick("    … et \(total - shown) autres", "    … and \(total - shown) more")] : []
    }

    private static func row(_ cells: Difference.Cells) -> String {
        cells.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }
}
