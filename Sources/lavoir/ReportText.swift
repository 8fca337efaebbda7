internal import Check
internal import Territory

/// A report in words: one cause, its count, where to look first, how to mend it.
struct ReportText {
    private let report: Report
    private let language: Language
    private static let shown = 3

    init(_ report: Report, _ language: Language) {
        self.report = report
        self.language = language
    }

    func text(_ terminal: Terminal) -> String {
        report.groups.map { group in
            let mark = switch group.severity {
            case .error: terminal.styled("✗", .red)
            case .warning: terminal.styled("!", .yellow)
            case .note: terminal.styled("·", .dim)
            }
            let times = group.count > 1 ? " × \(group.count)" : ""
            var lines = ["  \(mark) \(group.what.text(in: language))\(terminal.styled(times, .bold))"]
            let places = group.examples.prefix(Self.shown).map { $0.whereabouts(in: language) }.filter { !$0.isEmpty }
            if !places.isEmpty {
                lines.append(terminal.styled("      \(places.joined(separator: " ; "))\(group.count > places.count ? " …" : "")", .dim))
            }
            let remedy = group.remedy.text(in: language)
            if group.severity != .note, !remedy.isEmpty { lines.append("      → \(remedy)") }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
