internal import ArgumentParser
internal import Foundation
internal import Runs
internal import Territory

/// `lavoir run`: takes datasets through collect, prepare, check and commit.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Collect, prepare, check, commit and publish datasets; what has not changed costs nothing.")

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
            let current = results.filter { $0.version != nil }.compactMap { territory.dataset($0.dataset) }
            let publisher = Publisher(territory, common.environment()) { progress.hear($0) }
            let publications = try await publisher.publish(current, .follow)
            await common.announce(results, publications, of: territory, isQuiet: json)
            if json { try JSONOutput.write(results.map { RunRecord($0, publications) }) }
            try Self.judge(results, publications)
        }
    }

    /// The exit code of several results: a fault weighs more than a refusal.
    static func judge(_ results: [RunResult], _ publications: [PublicationResult] = []) throws {
        let failed = publications.filter { $0.outcome == .failed }
        let faults = results.compactMap(\.fault) + failed.compactMap(\.fault)
        if !faults.isEmpty { throw Failure(faults.allSatisfy { ExitStatus($0) == .tryAgain } ? .tryAgain : .failed) }
        if results.contains(where: { $0.outcome == .refused }) || publications.contains(where: { $0.outcome == .refused }) {
            throw Failure(.refused)
        }
    }
}
