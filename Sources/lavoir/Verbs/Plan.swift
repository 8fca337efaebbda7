internal import ArgumentParser
internal import Runs
internal import Territory

/// `lavoir plan`: says what a run would change, and changes nothing.
struct Plan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say what a run would change, before it does.")

    @Argument(help: "Names of datasets; all of them without.")
    var datasets: [String] = []

    @Option(help: "Only what publishing at this destination would change.")
    var to: String?

    @OptionGroup var common: CommonOptions

    @Flag(help: "An array of results for machines.")
    var json = false

    func run() async throws {
        try await common.explained {
            let territory = try common.territory()
            let progress = Progress(common.language, isQuiet: json)
            let runner = Runner(territory, common.environment()) { progress.hear($0) }
            let chosen = try territory.datasets(named: datasets)
            if let to { try territory.check(destination: to) }
            let results = to == nil ? try await runner.run(chosen, for: .plan) : []
            let publisher = Publisher(territory, common.environment()) { progress.hear($0) }
            let publications = try await publisher.publish(chosen, to: to, .plan)
            if json, to != nil {
                try JSONOutput.write(publications.map { PublicationRecord($0) })
            } else if json {
                try JSONOutput.write(results.map { RunRecord($0, publications) })
            }
            try Run.judge(results, publications)
        }
    }
}
