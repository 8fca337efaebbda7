internal import Foundation

/// A web server of a test's own on loopback: `Tests/CollectTests/Fixtures/http/server.py`. It goes with the test.
package final class WebServer: Sendable {
    private let server: ScriptServer

    /// - Parameter isSecure: whether it speaks TLS, with a certificate that nobody vouches for.
    package init(isSecure: Bool = false) throws {
        let fixtures = "Tests/CollectTests/Fixtures/http"
        let certificate = Repository.folder.appending(path: "\(fixtures)/self-signed.pem").path
        server = try ScriptServer("\(fixtures)/server.py", isSecure ? [certificate] : [])
    }

    package var folder: TemporaryFolder { server.folder }
    package var port: Int { server.port }

    /// Ends it: its port answers no more.
    package func stop() { server.stop() }

    /// An address of it.
    package func address(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }

    /// Serves a text under a name.
    package func serve(_ text: String, as name: String) throws { try folder.write(text, to: name) }

    /// The requests so far: path, status, what they asked about, authorisation.
    package var requests: [String] { server.lines() }
}
