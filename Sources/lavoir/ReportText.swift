internal import Check
internal import Territory

/// A report in words: one cause, its count, where to look first, how to mend it.
struct ReportText {
    private let report: Report
    private let language: Language
    /// Whether every row is of the same file, which need not be named again.
    private let isOneFile: Bool
    private static let shown = 3
    private static let few = 6

    init(_ report: Report, _ language: Language, isOneFile: Bool = false) {
        self.report = report
        self.language = language
        self.isOneFile = isOneFile
    }

    func text(_ terminal: Terminal) -> String {
        report.groups.flatMap { group in
            group.severity == .note ? notes(group, terminal) : [problem(group, terminal)]
        }.joined(separator: "\n")
    }

    /// An error or a warning: what, how often, where to look first, how to mend it.
    private func problem(_ group: Report.Group, _ terminal: Terminal) -> String {
        let mark = group.severity == .error ? terminal.styled("✗", .red) : terminal.styled("!", .yellow)
        var lines = ["  \(mark) \(group.what.text(in: language))\(times(group, terminal))"]
        let places = places(group)
        if !places.isEmpty { lines.append(terminal.styled("      \(places)", .dim)) }
        let remedy = group.remedy.text(in: language)
        if !remedy.isEmpty { lines.append("      → \(remedy)") }
        return lines.joined(separator: "\n")
    }

    /// `lignes 2, 5, 8 …`, or with the file where there are several.
    private func places(_ group: Report.Group) -> String {
        guard isOneFile else {
            let places = group.examples.prefix(Self.shown).map { $0.whereabouts(in: language) }.filter { !$0.isEmpty }
            return places.joined(separator: " ; ") + (group.count > places.count && !places.isEmpty ? " …" : "")
        }
        let rows = group.examples.compactMap(\.row).map(String.init)
        guard !rows.isEmpty else { return "" }
        let words = Bilingual(fr: rows.count > 1 ? "lignes" : "ligne", en: rows.count > 1 ? "rows" : "row")
        return "\(words.text(in: language)) \(rows.joined(separator: ", "))\(group.count > rows.count ? " …" : "")"
    }

    /// Notes take one line each while they are few; many of a kind take one line together.
    private func notes(_ group: Report.Group, _ terminal: Terminal) -> [String] {
        let mark = terminal.styled("·", .dim)
        guard group.count <= Self.few, group.examples.count == group.count else {
            return ["  \(mark) \(group.what.text(in: language))\(times(group, terminal))"]
        }
        return group.examples.map { finding in
            let source = finding.source.map { terminal.styled("  \($0)", .dim) } ?? ""
            return "  \(mark) \(finding.sentence(group.template).text(in: language))\(source)"
        }
    }

    private func times(_ group: Report.Group, _ terminal: Terminal) -> String {
        group.count > 1 ? terminal.styled(" × \(group.count)", .bold) : ""
    }
}
