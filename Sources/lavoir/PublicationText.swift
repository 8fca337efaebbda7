internal import Publish
internal import Runs
internal import Territory

/// How a publication ended, in words.
struct PublicationText {
    let result: PublicationResult
    let language: Language

    private func pick(_ french: String, _ english: String) -> String { language == .french ? french : english }

    /// One line: what became of the dataset at the destination.
    func summary(_ terminal: Terminal) -> String {
        let name = terminal.styled(result.dataset, .bold) + " → \(result.destination)"
        switch result.outcome {
        case .unchanged: return "\(terminal.styled("=", .dim)) \(name)  \(pick("rien à changer", "nothing to change"))\(score)"
        case .published:
            return
                "\(terminal.styled("✓", .green)) \(name)  \(pick("publié, version", "published, version")) \(result.version)\(score)\(place)"
        case .withdrawn: return "\(terminal.styled("✓", .green)) \(name)  \(pick("retiré", "withdrawn"))"
        case .planned where result.plan.isEmpty:
            return "\(terminal.styled("→", .cyan)) \(name)  \(pick("rien à changer", "nothing to change"))\(score)"
        case .planned: return "\(terminal.styled("→", .cyan)) \(name)  \(pick("changerait", "would change"))\(score)"
        case .refused: return "\(terminal.styled("✗", .red)) \(name)  \(pick("refusé", "refused"))"
        case .failed: return "\(terminal.styled("✗", .red)) \(name)  \(pick("échec", "failed"))"
        }
    }

    /// What follows the line: changes, what is left alone, advice, the fault.
    func details(_ terminal: Terminal) -> String {
        let plan = result.plan
        // What was said when it was published is not said again at every run.
        guard result.outcome != .unchanged else { return "" }
        var lines = plan.changes.map { "  + " + $0.words.text(in: language) }
        lines += plan.left.map { "  · " + $0.text(in: language) }
        lines += plan.advice.map { terminal.styled("  ? " + $0.text(in: language), .yellow) }
        let obstacles: [any Explained] = result.fault.map { [$0] } ?? plan.obstacles
        lines += obstacles.map { "  " + FaultText($0).text(in: language).replacing("\n", with: "\n  ") }
        return lines.joined(separator: "\n")
    }

    private var score: String {
        guard let score = result.plan.score else { return "" }
        return pick(", note prévue ", ", score foreseen ") + "\(Int((score * 9).rounded()))/9"
    }

    private var place: String { result.address.map { "  \($0)" } ?? "" }
}
