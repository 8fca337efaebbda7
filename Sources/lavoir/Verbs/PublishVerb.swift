internal import ArgumentParser
internal import Runs
internal import Territory

/// `lavoir publish`: brings the destinations of datasets up to their current versions.
struct PublishVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publish current versions where datasets declare it; only what differs is sent.")

    @Argument(help: "Names of datasets; all of them without.")
    var datasets: [String] = []

    @Option(help: "Only at this destination.")
    var to: String?

    @Flag(help: "Say what would change, and change nothing.")
    var dryRun = false

    @Flag(help: "Put back what was deleted on the portal.")
    var restore = false

    @Flag(help: "Take the datasets away from there. They must be named.")
    var withdraw = false

    @OptionGroup var common: CommonOptions

    @Flag(help: "An array of results for machines.")
    var json = false

    func validate() throws {
        if withdraw, datasets.isEmpty { throw ValidationError("--withdraw: name the datasets") }
        if withdraw, dryRun || restore { throw ValidationError("--withdraw stands alone") }
    }

    func run() async throws {
        try await common.explained("publish") {
            let territory = try common.territory()
            let chosen = try territory.datasets(named: datasets)
            if let to { try territory.check(destination: to) }
            let progress = Progress(common.language, isQuiet: json)
            let publisher = Publisher(territory, common.environment()) { progress.hear($0) }
            let results = try await publisher.publish(chosen, to: to, purpose)
            if !dryRun { await common.announce([], results, of: territory, isQuiet: json) }
            if json {
                try JSONOutput.write(results.map { PublicationRecord($0) })
            } else if results.isEmpty {
                Terminal.output.line(
                    common.language == .french
                        ? "Rien à publier : aucun de ces jeux n'a de version et de destination (publish:)."
                        : "Nothing to publish: none of these datasets has a version and a destination (publish:).")
            }
            try Run.judge([], results)
        }
    }

    private var purpose: Publisher.Purpose {
        if withdraw { return .withdraw }
        return dryRun ? .plan : .publish(restoring: restore)
    }
}
