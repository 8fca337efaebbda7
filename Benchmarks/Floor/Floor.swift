internal import DuckDB
internal import Foundation

/// The engine's own floor: runs SQL statements given as arguments, with the engine and the extensions that Lavoir uses, and
/// nothing of Lavoir in between. What a benchmark compares itself with.
@main
struct Floor {
    static func main() async throws {
        var configuration = EngineConfiguration(
            extensionFolder: ProcessInfo.processInfo.environment["LAVOIR_EXTENSIONS"] ?? ".vendor/ext")
        configuration.extensions = ["ducklake"]
        configuration.threads = ProcessInfo.processInfo.activeProcessorCount
        configuration.memoryLimit = "\(max(1, ProcessInfo.processInfo.physicalMemory >> 31))GB"
        let engine = try Engine(configuration)
        defer { engine.close() }
        let statements = Array(CommandLine.arguments.dropFirst())
        try await engine.write { connection in
            for statement in statements { try connection.execute(statement) }
        }
    }
}
