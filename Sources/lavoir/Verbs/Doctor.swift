internal import ArgumentParser
internal import DuckDB
internal import Foundation
internal import Lake
internal import Runs
internal import Territory

/// `lavoir doctor`: whether everything needed is there, line by line.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say whether everything Lavoir needs is there.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let french = common.language == .french
        var isWell = true
        func tell(_ name: String, _ check: () async throws -> String) async {
            do {
                Terminal.output.line("\(Terminal.output.styled("✓", .green)) \(name): \(try await check())")
            } catch {
                isWell = false
                let fault = RunFault.explained(error, dataset: name)
                let text = FaultText(fault).text(in: common.language).replacing("\n", with: "\n  ")
                Terminal.output.line("\(Terminal.output.styled("✗", .red)) \(name): \(text)")
            }
        }
        await tell(french ? "moteur" : "engine") { try await Self.engine() }
        for name in ["ducklake", "excel", "httpfs", "postgres_scanner", "spatial"] {
            await tell("extension \(name)") { try await Self.extensionLoads(name) }
        }
        await tell(french ? "territoire" : "territory") {
            let territory = try common.territory()
            return "\(territory.name), \(territory.datasets.count) \(french ? "jeux" : "datasets")"
        }
        if let territory = try? common.territory() {
            await tell(french ? "lac" : "lake") { try await lake(territory) }
            await tell(french ? "disque" : "disk") { try Self.space(territory.folder) }
        }
        if !isWell { throw Failure(.failed) }
    }

    private static func engine() async throws -> String {
        let engine = try Engine(EngineConfiguration(extensionFolder: ExtensionFolder.path))
        defer { engine.close() }
        return try await engine.read { try $0.row("SELECT version() AS v")?.text("v") ?? "" }
    }

    private static func extensionLoads(_ name: String) async throws -> String {
        var configuration = EngineConfiguration(extensionFolder: ExtensionFolder.path)
        configuration.extensions = [name]
        try Engine(configuration).close()
        return "\(ExtensionFolder.path)"
    }

    private func lake(_ territory: Territory) async throws -> String {
        let french = common.language == .french
        return try await OpenLake.with(territory, common.environment()) { lake in
            let heads = try await lake.session { try $0.heads() }
            return "\(lake.address.description), \(heads.count) \(french ? "jeux avec une version" : "datasets with a version")"
        }
    }

    private static func space(_ folder: URL) throws -> String {
        let free = try folder.resourceValues(forKeys: [.volumeAvailableCapacityKey]).volumeAvailableCapacity ?? 0
        return "\(free >> 20) Mo"
    }
}
