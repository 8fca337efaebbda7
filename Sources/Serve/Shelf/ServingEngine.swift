internal import DuckDB
internal import Foundation
internal import Lake
internal import Query
internal import Territory

/// The one engine that answers: short questions on a connection for each core, exports on connections of their own whose
/// threads give way, no file within reach but the copies and the folder where exports are laid down.
enum ServingEngine {
    static func open(_ territory: Territory, _ options: ServeOptions, extensionFolder: String) async throws -> Engine {
        let node = territory.folder.appending(path: ".lavoir")
        let folders = [ServingCopies.folder(of: territory), Spools.folder(of: territory)]
        for folder in folders { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
        var configuration = EngineConfiguration(extensionFolder: extensionFolder)
        // Short reads: one thread each, and no other (measured: engine notes §3).
        configuration.threads = 1
        configuration.readers = options.readers
        configuration.patientReaders = options.exports
        configuration.memoryLimit = options.memory
        configuration.temporaryFolder = node.appending(path: "serving-spill").path
        configuration.extensions = ["excel"] + (territory.isGeographic ? ["spatial"] : [])
        let engine = try Engine(configuration)
        try await engine.seal(within: folders.map(\.path))
        return engine
    }
}

extension Territory {
    /// Whether any dataset lies on the map.
    var isGeographic: Bool {
        datasets.contains {
            $0.degrees != nil || $0.resolvedFields.contains { $0.type == .geo_point_2d || $0.type == .geo_shape }
        }
    }
}
