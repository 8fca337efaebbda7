internal import DuckDB
internal import Foundation
internal import Lake
internal import Territory

/// The way to the lake, open while someone goes through it. A server that only serves has no lake open: it costs memory, and an
/// embedded catalogue belongs to one process at a time. A catalogue on a server stays open, since it is asked again and again.
actor LakeDoor {
    private let live: LiveTerritory
    private nonisolated var territory: Territory { live.now }
    private let extensionFolder: String
    private var open: (engine: Engine, store: LakeStore)?
    private var users = 0

    init(_ live: LiveTerritory, extensionFolder: String) {
        self.live = live
        self.extensionFolder = extensionFolder
    }

    nonisolated var address: LakeAddress { LakeAddress(territory) }

    /// Lends the copies, which can be made as long as the door is open.
    func with<T: Sendable>(_ body: @Sendable (ServingCopies) async throws -> T) async throws -> T {
        try await session { store in try await body(ServingCopies(territory, of: store)) }
    }

    /// Lends the lake.
    func session<T: Sendable>(_ body: @Sendable (LakeStore) async throws -> T) async throws -> T {
        let store = try enter()
        do {
            let value = try await body(store)
            leave()
            return value
        } catch {
            leave()
            throw error
        }
    }

    /// Closes it for good.
    func close() {
        open?.engine.close()
        open = nil
    }

    private func enter() throws -> LakeStore {
        users += 1
        if let open { return open.store }
        do {
            var configuration = EngineConfiguration(extensionFolder: extensionFolder)
            configuration.threads = max(1, ProcessInfo.processInfo.activeProcessorCount)
            configuration.readers = 1
            configuration.memoryLimit = "512MB"
            configuration.temporaryFolder = territory.folder.appending(path: ".lavoir/spill").path
            let engine = try Engine(configuration)
            let store = LakeStore(territory, engine: engine)
            open = (engine, store)
            return store
        } catch {
            users -= 1
            throw error
        }
    }

    private func leave() {
        users -= 1
        if users == 0, address.catalogueFile != nil { close() }
    }
}
