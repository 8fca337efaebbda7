package import Configuration
internal import Foundation

/// How a server is set up. Every value has a default that suits a town on one machine.
package struct ServeOptions: Sendable {
    package var address: String
    package var port: Int
    /// Where the public finds the server, when a proxy stands before it: `https://data.valbourg.fr/lavage`. Its path is the base
    /// path of every address.
    package var baseURL: String?
    /// Whether `X-Forwarded-Proto`, `-Host` and `-Prefix` are believed: only behind a proxy that sets them.
    package var isBehindProxy: Bool
    /// Questions answered at the same time; as many as cores unless told.
    package var readers: Int
    /// Exports and other long work going on at the same time.
    package var exports: Int
    /// The engine's buffers, in its own words: `512MB`.
    package var memory: String
    /// Bytes of answers kept in memory.
    package var cacheBytes: Int
    /// Seconds after which a question is given up.
    package var timeout: Int
    /// Seconds after which an export is given up.
    package var exportTimeout: Int
    /// Bytes of a query string, beyond which a request is refused (414).
    package var queryLength: Int
    /// Bytes of disk that exports may take while they are being read.
    package var exportBytes: Int
    /// Connections held open at the same time; the others wait.
    package var connections: Int
    /// Calls a day of all who have no key.
    package var anonymousQuota: Int
    /// Bytes of a file that is sent to be checked.
    package var uploadBytes: Int
    /// Files checked at the same time; the others are told to come again.
    package var checks: Int
    /// Seconds after which a check is given up.
    package var checkTimeout: Int
    /// Whether a file or a schema to check may be fetched from this machine and its network: for tests, and for a server that
    /// only the town's own people reach.
    package var asksLocalAddresses: Bool
    /// Days after which a draft of the workshop goes that nobody touches.
    package var draftDays: Int
    /// Whether each request is a line of the log.
    package var logsRequests: Bool

    /// Reads `lavoir.address`, `lavoir.port`… : the flags of the command line, or `LAVOIR_ADDRESS`, `LAVOIR_PORT`…
    package init(_ reader: ConfigReader) {
        let reader = reader.scoped(to: "lavoir")
        address = reader.string(forKey: "address", default: "127.0.0.1")
        port = reader.int(forKey: "port", default: 8080)
        let url = reader.string(forKey: "base.url")?.trimmingCharacters(in: .whitespaces) ?? ""
        baseURL = url.isEmpty ? nil : url.hasSuffix("/") ? String(url.dropLast()) : url
        isBehindProxy = reader.bool(forKey: "behind.proxy", default: false)
        readers = max(1, reader.int(forKey: "readers", default: ProcessInfo.processInfo.activeProcessorCount))
        exports = max(1, reader.int(forKey: "exports", default: 2))
        memory = reader.string(forKey: "memory", default: "512MB")
        cacheBytes = max(0, reader.int(forKey: "cache.bytes", default: 64 << 20))
        timeout = max(1, reader.int(forKey: "timeout", default: 30))
        exportTimeout = max(1, reader.int(forKey: "export.timeout", default: 3600))
        queryLength = max(256, reader.int(forKey: "query.length", default: 65_536))
        exportBytes = max(1 << 20, reader.int(forKey: "export.bytes", default: 20 << 30))
        connections = max(1, reader.int(forKey: "connections", default: 20_000))
        anonymousQuota = max(1, reader.int(forKey: "anonymous.quota", default: 10_000_000))
        uploadBytes = max(1_024, reader.int(forKey: "upload.bytes", default: 100 << 20))
        checks = max(1, reader.int(forKey: "checks", default: 2))
        checkTimeout = max(1, reader.int(forKey: "check.timeout", default: 60))
        asksLocalAddresses = reader.string(forKey: "network", default: "public") == "local"
        draftDays = max(1, reader.int(forKey: "draft.days", default: 30))
        logsRequests = reader.bool(forKey: "log.requests", default: true)
    }

    /// The defaults.
    package init() { self.init(ConfigReader(provider: InMemoryProvider(values: [:]))) }

    /// The path that stands before every address, `/lavage`, or nothing.
    var basePath: String { baseURL.flatMap { URLComponents(string: $0)?.path } ?? "" }
}
