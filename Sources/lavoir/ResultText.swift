internal import Check
internal import Lake
internal import Runs
internal import Territory

/// The result of a run, in words.
struct ResultText {
    let result: RunResult
    let language: Language

    private func pick(_ french: String, _ english: String) -> String { language == .french ? french : english }

    /// One line: what became of the dataset.
    func summary(_ terminal: Terminal) -> String {
        let name = terminal.styled(result.dataset, .bold)
        let version = result.version.map(String.init) ?? "–"
        switch result.outcome {
        case .unchanged:
            return "\(terminal.styled("=", .dim)) \(name)  \(pick("rien de nouveau, version", "nothing new, version")) \(version)"
        case .same:
            return
                "\(terminal.styled("=", .dim)) \(name)  \(pick("résultat identique, version", "same result, version")) \(version)"
        case .version: return "\(terminal.styled("✓", .green)) \(name)  version \(version), \(rows)\(changes)\(findings)  \(time)"
        case .planned: return "\(terminal.styled("→", .cyan)) \(name)  \(planned)\(findings)"
        case .refused: return "\(terminal.styled("✗", .red)) \(name)  \(pick("refusé", "refused"))\(findings)\(kept)"
        case .failed: return "\(terminal.styled("✗", .red)) \(name)  \(pick("échec", "failed"))\(kept)"
        }
    }

    /// What follows the line: the findings by cause, or the fault.
    func details(_ terminal: Terminal) -> String {
        var parts: [String] = []
        if let report = result.report, !report.groups.isEmpty { parts.append(ReportText(report, language).text(terminal)) }
        if result.outcome == .planned, let difference = result.difference, !difference.isEmpty {
            parts.append(DifferenceText(difference, language).text(terminal))
        }
        if let fault = result.fault { parts.append("  " + FaultText(fault).text(in: language).replacing("\n", with: "\n  ")) }
        return parts.joined(separator: "\n")
    }

    private var rows: String { Counted.rows.text(result.rows ?? 0, in: language) }
    private var time: String { "\((result.seconds * 100).rounded() / 100) s" }

    private var kept: String {
        guard let version = result.version else { return "" }
        return pick(" ; la version \(version) reste servie", "; version \(version) is still served")
    }

    private var changes: String {
        guard result.version != 1 else { return "" }
        return " (+\(result.added) −\(result.removed))"
    }

    private var planned: String {
        guard let difference = result.difference else { return pick("serait la version 1, ", "would be version 1, ") + rows }
        if difference.isEmpty, difference.movedRows > 0 {
            return pick(
                "serait la version \(difference.to) : mêmes données, \(difference.movedRows) déplacées dans leur fichier",
                "would be version \(difference.to): same data, \(difference.movedRows) moved in their file")
        }
        if difference.isEmpty { return pick("donnerait les mêmes données, ", "would give the same data, ") + rows }
        let changed = Counted.rows.text(difference.changedRows, in: language)
        return pick(
            "serait la version \(difference.to) : +\(difference.addedRows) −\(difference.removedRows) ~\(changed)",
            "would be version \(difference.to): +\(difference.addedRows) −\(difference.removedRows) ~\(changed)"
        )
    }

    private var findings: String {
        guard let report = result.report else { return "" }
        let all: [(Int, Counted)] = [(report.errors, .errors), (report.warnings, .warnings), (report.notes, .notes)]
        let counts = all.filter { $0.0 > 0 }.map { $0.1.text($0.0, in: language) }
        let accepted =
            report.errors > 0 && result.outcome != .refused
            ? pick(" (erreurs tolérées, plafond \(result.ceiling))", " (errors accepted, ceiling \(result.ceiling))") : ""
        return counts.isEmpty ? "" : ", " + counts.joined(separator: ", ") + accepted
    }
}
