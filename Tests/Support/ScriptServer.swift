package import Foundation

/// A server of a test's own on loopback, written in Python: it prints its port, works in a folder of its own, and ends with its input.
/// It goes with the test.
package final class ScriptServer: Sendable {
    package let folder: TemporaryFolder
    package let port: Int
    private let process = Process()
    private let input: FileHandle

    /// - Parameters:
    ///   - script: a path of the repository.
    ///   - environment: one of those that the tests install under `.vendor`; the system's Python when nil.
    package init(_ script: String, _ arguments: [String] = [], environment: String? = nil) throws {
        folder = try TemporaryFolder()
        let own = environment.map { Repository.folder.appending(path: ".vendor/\($0)/bin/python") }
        process.executableURL = own ?? URL(filePath: "/usr/bin/env")
        process.arguments = (own == nil ? ["python3"] : []) + [Repository.folder.appending(path: script).path] + arguments
        if own != nil { process.environment = ProcessInfo.processInfo.environment.merging(["LD_LIBRARY_PATH": ""]) { $1 } }
        process.currentDirectoryURL = folder.url
        let output = Pipe(), stop = Pipe()
        process.standardOutput = output
        process.standardInput = stop
        input = stop.fileHandleForWriting
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else { throw CocoaError(.fileReadUnknown) }
        self.port = port
    }

    deinit { stop() }

    /// Ends it: its port answers no more.
    package func stop() {
        try? input.close()
        process.waitUntilExit()
    }

    /// The lines of a file that it writes; none when there is no file.
    package func lines(_ name: String = "requests.log") -> [String] {
        ((try? folder.text(name)) ?? "").split(separator: "\n").map(String.init)
    }
}
