import Foundation
import Support
import Testing

/// PostgreSQL and an S3 storage, started by `scripts/servers` for a suite and stopped after it.
struct LakeServers: Sendable {
    let folder: URL
    let postgres: Int
    let s3: Int
    let password: String
    let key: String
    let secret: String

    /// The servers of the suite that runs.
    @TaskLocal static var current: LakeServers?

    /// The lines of `lavoir.yaml` that put a lake there. Each name is another lake: a new database, and a prefix in the bucket.
    func lake(_ name: String) throws -> String {
        _ = try Script.run(
            "psql", ["-q", "-c", "CREATE DATABASE \(name)"], in: folder,
            environment: [
                "PGHOST": "127.0.0.1", "PGPORT": String(postgres), "PGUSER": "postgres", "PGDATABASE": "postgres",
                "PGPASSWORD": password,
            ])
        return """
            lake:
              { catalogue: "postgres://127.0.0.1:\(postgres)/\(name)", user: postgres, password: { env: LAVOIR_TEST_PASSWORD },
                data: "s3://lavoir/\(name)", s3: { endpoint: "127.0.0.1:\(s3)", region: us-east-1, key: \(key), secret: { env: LAVOIR_TEST_SECRET }, ssl: false } }

            """
    }

    /// The secrets, where the territory says they are.
    var environment: [String: String] { ["LAVOIR_TEST_PASSWORD": password, "LAVOIR_TEST_SECRET": secret] }

    fileprivate static func start(in folder: URL) throws -> LakeServers {
        let scripts = Repository.folder.appending(path: "scripts/servers")
        // Should this process be killed, the next start of a server stops these.
        let owner = ["LAVOIR_OWNER": String(ProcessInfo.processInfo.processIdentifier)]
        let ports = try ["postgres", "s3"].map { name in
            let said = try Script.run(scripts.appending(path: name).path, ["start", folder.path], in: folder, environment: owner)
            return try #require(Int(said.trimmingCharacters(in: .whitespacesAndNewlines)), "\(name) start said: \(said)")
        }
        let read = { (name: String) in
            try String(contentsOf: folder.appending(path: name), encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        return LakeServers(
            folder: folder, postgres: ports[0], s3: ports[1], password: try read("password"), key: try read("s3-key"),
            secret: try read("s3-secret"))
    }

    fileprivate static func stop(in folder: URL) {
        for name in ["postgres", "s3"] {
            let script = Repository.folder.appending(path: "scripts/servers/\(name)").path
            _ = try? Script.run(script, ["stop", folder.path], in: folder)
        }
    }
}

/// Starts the servers around a suite.
struct LakeServersTrait: SuiteTrait, TestScoping {
    func provideScope(for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        defer { LakeServers.stop(in: folder.url) }
        let servers = try LakeServers.start(in: folder.url)
        try await LakeServers.$current.withValue(servers) { try await function() }
    }
}

extension Trait where Self == LakeServersTrait {
    /// PostgreSQL and S3 for the whole suite: `LakeServers.current`. Their absence is a failure.
    static var lakeServers: Self { LakeServersTrait() }
}

/// A program that a test needs beside ours.
enum Script {
    /// Runs it to its end; anything but success is an error that says what it printed.
    static func run(
        _ program: String, _ arguments: [String], in folder: URL, environment: [String: String] = [:]
    ) throws -> String {
        let output = folder.appending(path: ".said-\(UUID().uuidString)")
        try Data().write(to: output)
        defer { try? FileManager.default.removeItem(at: output) }
        let handle = try FileHandle(forWritingTo: output)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // A file, not a pipe: a server that stays would keep a pipe open.
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        let said = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        try #require(process.terminationStatus == 0, "\(program) \(arguments.joined(separator: " "))\n\(said)")
        return said
    }
}
