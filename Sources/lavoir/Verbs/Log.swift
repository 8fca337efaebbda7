internal import ArgumentParser
internal import Lake
internal import Runs
internal import Territory

/// `lavoir log`: the versions of a dataset, the latest first, after the runs that since then wrote none.
struct Log: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the versions of a dataset, the latest first.")

    @Argument(help: "Name of the dataset.")
    var dataset: String

    @OptionGroup var common: CommonOptions

    @Flag(help: "An array of versions for machines.")
    var json = false

    func run() async throws {
        try await common.explained(dataset) {
            let territory = try common.territory()
            let name = try territory.dataset(named: dataset).name
            let (versions, attempts) = try await OpenLake.with(territory, common.environment()) { lake in
                try await lake.session(readOnly: true) { (try $0.history(of: name), try $0.attemptsSinceVersion(of: name)) }
            }
            if json { return try JSONOutput.write(versions) }
            for attempt in attempts { Terminal.output.line(line(attempt)) }
            guard !versions.isEmpty else {
                return Terminal.output.line(common.language == .french ? "Aucune version encore." : "No version yet.")
            }
            for version in versions { Terminal.output.line(line(version)) }
        }
    }

    private func line(_ attempt: Attempt) -> String {
        let french = common.language == .french
        let isRefused = attempt.outcome == .refused
        let word = isRefused ? (french ? "refusé" : "refused") : (french ? "échec" : "failed")
        let why = isRefused ? Counted.errors.text(attempt.errors, in: common.language) : attempt.fault ?? ""
        let mark = Terminal.output.styled("✗ \(word)", .red)
        return "\(mark)  \(attempt.time.prefix(19)) UTC  \(why)  \(attempt.author)  \(attempt.run)"
    }

    private func line(_ version: Version) -> String {
        let french = common.language == .french
        let changes = version.number == 1 ? "" : " (+\(version.added) −\(version.removed))"
        let past = !version.isKept ? (french ? "  plus conservée" : "  no longer kept") : ""
        let words = version.message.isEmpty ? "" : "  \(version.message)"
        let number = Terminal.output.styled("version \(version.number)", .bold)
        let accepted =
            version.errors == 0
            ? "" : ", " + Counted.errors.text(version.errors, in: common.language) + (french ? " tolérées" : " accepted")
        return
            "\(number)  \(version.time.prefix(19)) UTC  \(Counted.rows.text(version.rows, in: common.language))\(changes)\(accepted)"
            + "  \(version.author)\(words)\(past)"
    }
}
