internal import ArgumentParser
internal import Lake
internal import Runs
internal import Territory

/// `lavoir diff`: what changed between two versions.
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what changed between two versions; without versions, between the last two.")

    @Argument(help: "Name of the dataset.")
    var dataset: String

    @Option(help: "A version number, or a date.")
    var from: String?

    @Option(help: "A version number, or a date.")
    var to: String?

    @Option(help: "Rows shown of each kind; counts are always exact.")
    var limit = 20

    @OptionGroup var common: CommonOptions

    @Flag(help: "The difference for machines.")
    var json = false

    func run() async throws {
        let later = try VersionArgument.choice(to), earlier = try VersionArgument.choice(from)
        try await common.explained(dataset) {
            let territory = try common.territory()
            let declared = try territory.dataset(named: dataset), limit = limit
            let difference = try await OpenLake.with(territory, common.environment()) { lake in
                try await lake.session(readOnly: true) { session in
                    let new = try session.version(later ?? .latest, of: declared.name)
                    let old = try session.version(earlier ?? .number(max(1, new.number - 1)), of: declared.name)
                    return try session.difference(declared.name, from: old, to: new, key: declared.key, limit: limit)
                }
            }
            if json { return try JSONOutput.write(difference) }
            if difference.from == difference.to {
                return Terminal.output.line(
                    common.language == .french
                        ? "\(dataset) n'a que la version \(difference.to) : rien à comparer."
                        : "\(dataset) has version \(difference.to) only: nothing to compare.")
            }
            Terminal.output.line("\(dataset): version \(difference.from) → \(difference.to)")
            Terminal.output.line(DifferenceText(difference, common.language).text(.output))
        }
    }
}

/// Reads the choice of a version on the command line.
enum VersionArgument {
    static func choice(_ text: String?) throws -> VersionChoice? {
        guard let text else { return nil }
        guard let choice = VersionChoice(text) else {
            throw ValidationError("'\(text)' is neither a version number nor a date such as 2025-03-31.")
        }
        return choice
    }
}
