import Foundation
import NIOCore
import Support
import Territory
import Testing

@testable import Collect

@Suite("A file of the web that cannot be had")
struct HttpFailureTests {
    @Test("that fails once is asked again; one that keeps failing is a transient fault")
    func retries() throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        guard case .changed(8) = try HttpSample.fetch(server.address("flaky.csv?times=2"), in: folder).refresh() else {
            Issue.record("not read")
            return
        }
        #expect(server.requests.map { $0.split(separator: " ")[1] } == ["500", "500", "200"])
        for status in [500, 503, 429] {
            let fetch = try HttpSample.fetch(server.address("flaky.csv?times=99&status=\(status)"), in: folder)
            #expect(
                HttpSample.fault(fetch).hasPrefix("http.unavailable (transient)")
                    && HttpSample.fault(fetch).hasSuffix(": \(status)"))
        }
    }

    @Test(
        "what the server refuses is told, and not asked again",
        arguments: [(401, "denied"), (403, "denied"), (404, "not-found"), (418, "refused"), (204, "refused"), (206, "refused")])
    func refused(status: Int, code: String) throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        let fault = HttpSample.fault(try HttpSample.fetch(server.address("status?code=\(status)"), in: folder))
        #expect(fault.hasPrefix("http.\(code):"), "\(fault)")
        #expect(server.requests.count == 1)
    }

    @Test("never half a file: cut, silent, too long, too large, a bomb, an unknown compression")
    func bounds() throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        for (path, code) in [
            ("short.csv", "http.cut (transient)"), ("silent.csv", "http.too-slow (transient)"), ("endless.csv", "http.too-large"),
            ("large.csv", "http.too-large"), ("bomb.csv", "collect.file-too-large"), ("brotli.csv", "http.unknown-encoding"),
        ] {
            let fetch = try HttpSample.fetch(server.address(path), in: folder, pauses: []) { fetch in
                if path == "silent.csv" { fetch.limits.silence = .milliseconds(300) }
                fetch.limits.bytes = 4 << 20
            }
            // A body of before must survive.
            try fetch.store.prepare()
            try Data("a;b\nbefore;1\n".utf8).write(to: fetch.store.body)
            let fault = HttpSample.fault(fetch)
            #expect(fault.hasPrefix(code), "\(path): \(fault)")
        }
        let slow = try HttpSample.fetch(server.address("endless.csv"), in: folder, pauses: []) {
            $0.limits.total = .milliseconds(200)
        }
        #expect(HttpSample.fault(slow).hasPrefix("http.too-slow (transient)"))
        #expect(try HttpSample.fetch(server.address("packed.csv"), in: folder).refreshed().count == 4 + 4_000)
    }

    @Test("whose server is gone, or whose name is unknown, is a transient fault")
    func offline() throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        try server.serve("a\n1\n", as: "table.csv")
        _ = try HttpSample.fetch(server.address("table.csv"), in: folder).refresh()
        server.stop()
        #expect(
            HttpSample.fault(try HttpSample.fetch(server.address("table.csv"), in: folder)).hasPrefix(
                "http.unavailable (transient)"))
        let unknown = try HttpSample.fetch("http://nowhere.invalid/x.csv", in: folder) { $0.resolve = { _ in [] } }
        #expect(
            HttpSample.fault(unknown)
                == "http.unavailable (transient): http://nowhere.invalid/x.csv does not answer: unknown name")
    }

    @Test("behind a certificate that nobody vouches for is not read")
    func certificate() throws {
        let server = try WebServer(isSecure: true), folder = try TemporaryFolder()
        try server.serve("a\n1\n", as: "table.csv")
        for host in ["localhost", "127.0.0.1"] {
            let fault = HttpSample.fault(try HttpSample.fetch("https://\(host):\(server.port)/table.csv", in: folder))
            #expect(fault.hasPrefix("http.insecure: "), "\(fault)")
        }
        #expect(server.requests.isEmpty)
    }
}
