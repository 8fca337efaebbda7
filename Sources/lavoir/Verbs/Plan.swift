internal import ArgumentParser
internal import Runs

/// `lavoir plan`: says what a run would change, and changes nothing.
struct Plan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say what a run would change, before it does.")

    @Argument(help: "Names of datasets; all of them without.")
    var datasets: [String] = []

    @OptionGroup var common: CommonOptions

    @Flag(help: "An array of results for machines.")
    var json = false

    func run() async throws {
        try await common.explained {
            let territory = try common.territory()
            let progress = Progress(common.language, isQuiet: json)
            let runner = Runner(territory, common.environment()) { progress.hear($0) }
            let results = try await runner.run(territory.datasets(named: datasets), for: .plan)
            if json { try JSONOutput.write(results.map { RunRecord($0) }) }
            try Run.judge(results)
        }
    }
}
