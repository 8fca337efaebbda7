package import Foundation

/// The program as a user runs it: a process with arguments, its exit code and what it printed.
package struct Program: Sendable {
    /// What a run of the program left.
    package struct Outcome: Sendable {
        package let status: Int32
        package let output: String
        package let errors: String
    }

    /// `lavoir` as built beside the tests, or where `LAVOIR_PROGRAM` says.
    package static var file: URL {
        if let told = ProcessInfo.processInfo.environment["LAVOIR_PROGRAM"] { return URL(filePath: told) }
        return Repository.folder.appending(path: ".build/debug/lavoir")
    }

    /// Runs it to its end.
    package static func run(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws -> Outcome {
        let process = try start(arguments, in: folder, environment: environment)
        return try process.finish()
    }

    /// Starts it and returns at once.
    package static func start(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:]
    ) throws -> Running {
        let logs = FileManager.default.temporaryDirectory.appending(path: "lavoir-log-\(UUID().uuidString)")
        let output = logs.appendingPathExtension("out"), errors = logs.appendingPathExtension("err")
        for log in [output, errors] { try Data().write(to: log) }
        let process = Process()
        process.executableURL = file
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let fixed = ["LANG": "fr_FR.UTF-8", "LAVOIR_AUTHOR": "test", "SWIFT_BACKTRACE": "enable=no"]
        process.environment = ProcessInfo.processInfo.environment.merging(fixed) { $1 }.merging(environment) { $1 }
        // Files, not pipes: nobody need read while the program writes.
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        return Running(process: process, output: output, errors: errors)
    }

    /// A program at work.
    package struct Running {
        package let process: Process
        fileprivate let output: URL
        fileprivate let errors: URL

        /// What it has printed so far.
        package var said: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

        /// Waits for its end.
        package func finish() throws -> Outcome {
            process.waitUntilExit()
            defer { for log in [output, errors] { try? FileManager.default.removeItem(at: log) } }
            return Outcome(
                status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
                errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
        }

        /// Kills it as the system would: no handler runs.
        package func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }
    }
}
