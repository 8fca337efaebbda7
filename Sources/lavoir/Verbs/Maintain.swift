internal import ArgumentParser
internal import Lake
internal import Runs
internal import Territory

/// `lavoir maintain`: keeps the lake small; past versions go after the declared horizon.
struct Maintain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Merge small files, and forget versions older than lake: keep.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.explained {
            let territory = try common.territory()
            let done = try await OpenLake.with(territory, common.environment()) { lake in
                let isLocal = lake.address.dataFolder != nil
                return try await lake.session { try $0.maintain(keeping: territory.lake.keep, isLocal: isLocal) }
            }
            Terminal.output.line(
                common.language == .french
                    ? "\(done.expiredSnapshots) instantanés oubliés, \(done.removedFiles) fichiers supprimés"
                    : "\(done.expiredSnapshots) snapshots forgotten, \(done.removedFiles) files removed")
        }
    }
}
