import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("Whom a file of the web is asked of")
struct HttpNetworkTests {
    @Test("redirects end somewhere, on the web")
    func redirects() throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        #expect(HttpSample.fault(try HttpSample.fetch(server.address("loop"), in: folder)).hasPrefix("http.too-many-redirects"))
        for target in ["file:///etc/passwd", "ftp://127.0.0.1/x", "http://user:word@127.0.0.1/x", "gopher:x"] {
            let fetch = try HttpSample.fetch(server.address("to?url=\(target)"), in: folder)
            #expect(HttpSample.fault(fetch).hasPrefix("http.bad-redirect"), "\(target)")
        }
        // Allowed or not, what is metadata or link-local is never asked.
        for target in [
            "http://169.254.169.254/latest/meta-data", "http://[fe80::1]/x", "http://0.0.0.0/x", "http://[fd00:ec2::254]/x",
        ] {
            let fetch = try HttpSample.fetch(server.address("to?url=\(target)"), in: folder)
            #expect(HttpSample.fault(fetch).hasPrefix("http.forbidden-network"), "\(target)")
        }
        #expect(server.requests.count == 6 + 8)
    }

    @Test("on the town's network is asked only when the source allows it, whatever the name says")
    func networks() throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        try server.serve("a\n1\n", as: "table.csv")
        for host in ["127.0.0.1", "localhost", "127.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]"] {
            let fetch = try HttpSample.fetch("http://\(host):\(server.port)/table.csv", in: folder, local: false)
            let fault = HttpSample.fault(fetch)
            #expect(fault.hasPrefix("http.forbidden-network"), "\(host): \(fault)")
        }
        #expect(server.requests.isEmpty)
    }

    @Test("that is public may not lead to the town's network")
    func fromOutside() throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        for target in ["http://10.0.0.1/x.csv", "http://intranet.example/x.csv", "http://[::1]/x.csv"] {
            let fetch = try HttpSample.fetch(server.address("to?url=\(target)"), in: folder, local: false) { fetch in
                let loopback = NetworkAddress(bytes: [127, 0, 0, 1])
                fetch.range = { $0 == loopback ? .open : NetworkRange($0) }
                fetch.resolve = { host in
                    host == "intranet.example" ? [NetworkAddress(bytes: [192, 168, 0, 7])] : NetworkAddress.resolve(host)
                }
            }
            #expect(
                HttpSample.fault(fetch).hasPrefix("http.forbidden-network: \(target) leads to a forbidden address"), "\(target)")
        }
        #expect(server.requests.count == 3)
    }

    @Test("is asked at the address that was checked, though the name means another a moment later")
    func pinned() throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        try server.serve("a\n1\n", as: "table.csv")
        let fetch = try HttpSample.fetch("http://nowhere.invalid:\(server.port)/table.csv", in: folder) { fetch in
            fetch.resolve = { _ in [NetworkAddress(bytes: [127, 0, 0, 1])] }
        }
        _ = try fetch.refresh()
        #expect(server.requests.count == 1)
        let mixed = try HttpSample.fetch("http://nowhere.invalid:\(server.port)/table.csv", in: folder, local: false) { fetch in
            fetch.resolve = { _ in [NetworkAddress(bytes: [93, 184, 216, 34]), NetworkAddress(bytes: [10, 0, 0, 1])] }
        }
        #expect(HttpSample.fault(mixed).hasPrefix("http.forbidden-network"))
    }

    @Test(
        "every special range is known",
        arguments: [
            ("8.8.8.8", NetworkRange.open), ("2606:2800:220:1:248:1893:25c8:1946", .open), ("10.1.2.3", .local),
            ("172.31.0.1", .local),
            ("172.32.0.1", .open), ("192.168.1.1", .local), ("127.9.9.9", .local), ("::1", .local), ("fd12::1", .local),
            ("100.64.0.1", .local), ("100.100.100.200", .closed), ("169.254.169.254", .closed), ("fe80::1", .closed),
            ("::", .closed),
            ("0.0.0.0", .closed), ("224.0.0.1", .closed), ("255.255.255.255", .closed), ("ff02::1", .closed),
            ("::ffff:10.0.0.1", .local), ("::ffff:169.254.169.254", .closed), ("64:ff9b::a9fe:a9fe", .closed),
            ("2002:a00:1::", .local),
            ("fd00:ec2::254", .closed), ("192.0.0.192", .closed), ("198.19.0.1", .closed), ("2001:db8::1", .closed),
        ])
    func ranges(text: String, range: NetworkRange) throws {
        let address = try #require(NetworkAddress.resolve(text).first)
        #expect(NetworkRange(address) == range)
    }
}
