package import Foundation

/// Makes files that only other programs make: archives, databases.
package enum Python {
    /// It ended badly; what it said.
    package struct Failed: Error { package let words: String }

    /// Runs a script in a folder, to its end.
    /// - Parameter environment: one of those that the tests install under `.vendor`; the system's Python when nil.
    package static func run(_ script: String, in folder: URL, environment: String? = nil) throws {
        let process = Process()
        let own = environment.map { Repository.folder.appending(path: ".vendor/\($0)/bin/python") }
        process.executableURL = own ?? URL(filePath: "/usr/bin/env")
        process.arguments = (own == nil ? ["python3"] : []) + ["-c", script]
        process.currentDirectoryURL = folder
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let words = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(words: String(decoding: words, as: UTF8.self)) }
    }
}
