internal import DuckDB
internal import Foundation
internal import Lake
internal import Runs
internal import Territory

/// Opens an engine and the territory's lake for one verb, and closes them after.
enum OpenLake {
    static func with<T>(
        _ territory: Territory, _ environment: RunEnvironment, _ body: (LakeStore) async throws -> T
    ) async throws -> T {
        try await withEngine(territory, environment) { _, lake in try await body(lake) }
    }

    static func withEngine<T>(
        _ territory: Territory, _ environment: RunEnvironment, _ body: (Engine, LakeStore) async throws -> T
    ) async throws -> T {
        let engine = try Runner.engine(territory, environment)
        defer { engine.close() }
        return try await body(engine, LakeStore(territory, engine: engine))
    }

    /// The serving copies of this machine.
    static func copies(_ territory: Territory, _ lake: LakeStore) -> ServingCopies {
        ServingCopies(territory, of: lake)
    }
}
