import DuckDB
import Support
import Testing

/// Engines for one test each.
enum Bench {
    /// Runs with an engine in memory, closed at the end.
    static func withEngine<T>(
        readers: Int = 2, queueLimit: Int = 256, _ body: (Engine) async throws -> T
    ) async throws -> T {
        var configuration = EngineConfiguration(extensionFolder: Repository.extensions)
        configuration.readers = readers
        configuration.queueLimit = queueLimit
        let engine = try Engine(configuration)
        defer { engine.close() }
        return try await body(engine)
    }

    /// Runs on the writer of an engine of its own.
    static func withConnection<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        try await withEngine { try await $0.write(body) }
    }

    /// A question that takes minutes.
    static let endless = "SELECT sum(a.range * b.range % 7) FROM range(10000000000) a, range(1000) b"

    /// The fault of a call that must fail.
    static func fault(_ body: () async throws -> Void) async throws -> EngineFault {
        let thrown = await #expect(throws: EngineFault.self) { try await body() }
        return try #require(thrown)
    }
}
