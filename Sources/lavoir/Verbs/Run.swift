internal import ArgumentParser
internal import Foundation
internal import Runs

/// `lavoir run`: takes datasets through collect, prepare, check and commit.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Collect, prepare, check and commit datasets; what has not changed costs nothing.")

    @Argument(help: "Names of datasets; all of them without.")
    var datasets: [String] = []

    @OptionGroup var common: CommonOptions

    @Option(name: .shortAndLong, help: "Kept with the versions.")
    var message = ""

    @Flag(help: "An array of results for machines.")
    var json = false

    func run() async throws {
        try await common.explained {
            let territory = try common.territory()
            let progress = Progress(common.language, isQuiet: json)
            let runner = Runner(territory, common.environment(message: message)) { progress.hear($0) }
            let results = try await runner.run(territory.datasets(named: datasets))
            if json { try JSONOutput.write(results.map { RunRecord($0) }) }
            try Self.judge(results)
        }
    }

    /// The exit code of several results: a fault weighs more than a refusal.
    static func judge(_ results: [RunResult]) throws {
        let faults = results.compactMap(\.fault)
        if !faults.isEmpty { throw Failure(faults.allSatisfy { ExitStatus($0) == .tryAgain } ? .tryAgain : .failed) }
        if results.contains(where: { $0.outcome == .refused }) { throw Failure(.refused) }
    }
}
