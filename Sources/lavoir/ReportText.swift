internal import Check
internal import Territory

/// A report in words: one cause, its count, where to look first, how to mend it.
struct ReportText {
    private let report: Report
    private let language: Language
    private static let shown = 3
    private static let few = 6

    init(_ report: Report, _ language: Language) {
        self.report = report
        self.language = language
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
        let places = group.examples.prefix(Self.shown).map { $0.whereabouts(in: language) }.filter { !$0.isEmpty }
        if !places.isEmpty {
            lines.append(
                terminal.styled("      \(places.joined(separator: " ; "))\(group.count > places.count ? " …" : "")", .dim))
        }
        let remedy = group.remedy.text(in: language)
        if !remedy.isEmpty { lines.append("      → \(remedy)") }
        return lines.joined(separator: "\n")
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
