internal import ArgumentParser
internal import Check
internal import Foundation
internal import Lake
internal import Runs
internal import Territory

/// `lavoir quality`: completeness, validity, uniqueness and age of each dataset, and which way they go.
struct QualityVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quality", abstract: "Show completeness, validity, uniqueness and age of datasets, with their trend.",
        discussion: "The trend compares the current version with the one before it.")

    @Argument(help: "Names of datasets; all without.")
    var datasets: [String] = []

    @Flag(help: "For machines: every version, field by field.")
    var json = false

    @OptionGroup var common: CommonOptions

    /// What machines read.
    private struct Record: Encodable {
        let dataset: String
        let age: Int?
        let versions: [QualityHistory.Point]
    }

    func run() async throws {
        try await common.explained {
            let territory = try common.territory()
            let chosen = try territory.datasets(named: datasets)
            let reports = try await OpenLake.with(territory, common.environment()) { lake in
                try await lake.session(readOnly: true) { try $0.versionReports() }
            }
            let all = QualityHistory.all(reports, of: chosen.map(\.name)), now = Date()
            if json {
                return try JSONOutput.write(all.map { Record(dataset: $0.dataset, age: $0.age(now), versions: $0.points) })
            }
            let width = all.map(\.dataset.count).max() ?? 0
            for history in all { Terminal.output.line(line(history, width, now)) }
        }
    }

    private func pick(_ french: String, _ english: String) -> String { common.language == .french ? french : english }

    private func line(_ history: QualityHistory, _ width: Int, _ now: Date) -> String {
        let name = Terminal.output.styled(history.dataset.padding(toLength: width, withPad: " ", startingAt: 0), .bold)
        guard let age = history.age(now) else { return "\(name)  \(pick("aucune version", "no version"))" }
        let days = age == 1 ? pick("1 jour", "1 day") : pick("\(age) jours", "\(age) days")
        guard let current = history.points.first?.quality else {
            return
                "\(name)  \(days)  \(pick("non mesuré (ni recette, ni clé, ni schéma)", "not measured (no recipe, key or schema)"))"
        }
        let before = history.points.dropFirst().first?.quality
        let parts: [(String, Double?, Double?)] = [
            (pick("complet", "complete"), current.completeness, before?.completeness),
            (pick("valide", "valid"), current.validity, before?.validity),
            (pick("unique", "unique"), current.uniqueness, before?.uniqueness),
        ]
        let shown = parts.map { "\($0.0) \(Self.percent($0.1))\(trend($0.1, $0.2))" }
        return "\(name)  \(shown.joined(separator: "  "))  \(days)"
    }

    private static func percent(_ part: Double?) -> String { part.map { "\(($0 * 1_000).rounded() / 10) %" } ?? "–" }

    private func trend(_ now: Double?, _ before: Double?) -> String {
        guard let now, let before, abs(now - before) >= 0.0005 else { return "" }
        let points = "\((abs(now - before) * 1_000).rounded() / 10)"
        return now > before ? Terminal.output.styled(" ▲\(points)", .green) : Terminal.output.styled(" ▼\(points)", .red)
    }
}
