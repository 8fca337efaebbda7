internal import Foundation

/// A web server of a test's own on loopback: `Tests/CollectTests/Fixtures/http/server.py`. It goes with the test.
package final class WebServer: Sendable {
    package let folder: TemporaryFolder
    package let port: Int
    private let process: Process
    private let input: FileHandle

    /// - Parameter isSecure: whether it speaks TLS, with a certificate that nobody vouches for.
    package init(isSecure: Bool = false) throws {
        folder = try TemporaryFolder()
        process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let fixtures = Repository.folder.appending(path: "Tests/CollectTests/Fixtures/http")
        process.arguments =
            ["python3", fixtures.appending(path: "server.py").path]
            + (isSecure ? [fixtures.appending(path: "self-signed.pem").path] : [])
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

    /// An address of it.
    package func address(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }

    /// Serves a text under a name.
    package func serve(_ text: String, as name: String) throws { try folder.write(text, to: name) }

    /// The requests so far: path, status, what they asked about, authorisation.
    package var requests: [String] {
        ((try? folder.text("requests.log")) ?? "").split(separator: "\n").map(String.init)
    }
}
