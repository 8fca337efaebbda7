internal import ArgumentParser
internal import Foundation
internal import Publish
internal import Runs
internal import Territory

/// `lavoir lint`: everything wrong with the declarations, in one pass.
struct Lint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Tell everything that is wrong in the territory's files.")

    @OptionGroup var common: CommonOptions

    @Flag(help: "An array of problems for machines.")
    var json = false

    func run() async throws {
        let problems = Territory.problems(
            in: common.folder, knowing: vocabulary, environment: ProcessInfo.processInfo.environment)
        let language = common.language
        if json {
            try JSONOutput.write(problems)
        } else if problems.isEmpty {
            Terminal.output.line(language == .french ? "Rien à signaler." : "Nothing to report.")
        } else {
            Terminal.output.line(problems.map { $0.rendered(in: language) }.joined(separator: "\n\n"))
        }
        if !problems.isEmpty { throw Failure(.failed) }
        if !json { try advise() }
    }

    /// What the sheets of datasets leave unsaid that go to a destination: advice, which changes no exit code.
    private func advise() throws {
        let territory = try common.territory(), language = common.language
        for dataset in territory.datasets where !Publisher.destinations(of: dataset).isEmpty {
            let advice = SheetAdvice(dataset, of: territory)
            guard !advice.missing.isEmpty else { continue }
            let given = advice.points.count - advice.missing.count
            let title = language == .french ? "fiche" : "sheet"
            Terminal.output.line("\n\(dataset.name): \(title) \(given)/\(advice.points.count)")
            for point in advice.missing {
                let words = "\(point.key): \(point.words.text(in: language)) (\(point.wantedBy.joined(separator: ", ")))"
                Terminal.output.line("  ? " + words)
            }
        }
    }
}
