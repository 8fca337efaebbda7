import Foundation
import NIOCore
import Support
import Territory
import Testing

@testable import Collect

@Suite("A file of the web")
struct HttpTests {
    static func source(
        _ address: String, _ options: [String: Value.Content] = ["network": .text("local")]
    ) -> SourceDeclaration {
        SourceDeclaration(
            connector: "http", argument: Value(.text(address), at: TextTable.place()),
            options: options.mapValues { Value($0, at: TextTable.place(3)) }, place: TextTable.place())
    }

    static func connector(
        _ address: String, in folder: TemporaryFolder, _ options: [String: Value.Content] = ["network": .text("local")],
        environment: [String: String] = [:]
    ) throws -> HttpConnector {
        try HttpConnector(
            source(address, options), in: Confinement(folder.url), opening: Keyring(environment: environment, folder: folder.url))
    }

    /// A fetch with limits of its own.
    static func fetch(
        _ address: String, in folder: TemporaryFolder, local: Bool = true, pauses: [Double] = [0, 0],
        change: (inout HttpFetch) -> Void = { _ in }
    ) throws -> HttpFetch {
        let parsed = try #require(HttpAddress(address))
        var fetch = HttpFetch(
            address: parsed, headers: [], isLocalAllowed: local, store: HttpStore(address, in: Confinement(folder.url)),
            place: TextTable.place())
        fetch.limits.pauses = pauses
        change(&fetch)
        return fetch
    }

    /// The code and the sentence of a refusal; the store must hold what it held.
    static func fault(_ fetch: HttpFetch, sourceLocation: SourceLocation = #_sourceLocation) -> String {
        let before = try? Data(contentsOf: fetch.store.body)
        do {
            _ = try fetch.refresh()
            return "no fault"
        } catch let fault as any Explained {
            #expect((try? Data(contentsOf: fetch.store.body)) == before, sourceLocation: sourceLocation)
            let left = (try? FileManager.default.contentsOfDirectory(atPath: fetch.store.folder.path)) ?? []
            #expect(!left.contains { $0.hasPrefix("part") }, "\(left)", sourceLocation: sourceLocation)
            return "\(fault.code)\(fault.isTransient ? " (transient)" : ""): \(fault.what.english)"
        } catch {
            return "\(error)"
        }
    }

    @Test("is read as a file of the territory would be, under its address")
    func table() async throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        try server.serve("insee;nom\n01001;Évreux\n", as: "table.csv")
        let answer = try await FileTable.collect(Self.connector(server.address("table.csv?key=s3cret"), in: folder))
        #expect(answer.cells == [["01001", "Évreux"]])
        #expect(answer.sources == [server.address("table.csv")])
        #expect(answer.notes[0] == "\(server.address("table.csv")): 24 bytes received")
    }

    @Test("that has not changed costs one request without a body, however often its files are looked at")
    func unchanged() async throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        try server.serve("a;b\n1;2\n", as: "table.csv")
        for path in ["table.csv", "dated.csv"] {
            let stamp: () throws -> FileStamp = {
                let connector = try Self.connector(server.address(path), in: folder)
                _ = try connector.files()
                return try FileStamp(try connector.files()[0], in: Confinement(folder.url))
            }
            #expect(try stamp() == stamp())
        }
        #expect(server.requests.map { $0.split(separator: " ")[1] } == ["200", "304", "200", "304"])
        try server.serve("a;b\n1;3\n", as: "table.csv")
        let answer = try await FileTable.collect(Self.connector(server.address("table.csv"), in: folder))
        #expect(answer.cells == [["1", "3"]])
    }

    @Test("behind a redirect is found, validators included; secrets stay with the server they are for")
    func redirect() throws {
        let server = try WebServer(), other = try WebServer(), folder = try TemporaryFolder()
        try other.serve("a;b\n1;2\n", as: "table.csv")
        let address = server.address("to?url=\(other.address("table.csv"))")
        for _ in 1...2 {
            var headers = Self.source(address).options
            headers["headers"] = Value(
                .map([
                    Value.Entry(
                        key: "Authorization", keyPlace: TextTable.place(),
                        value: Value(.text("Bearer s3cret"), at: TextTable.place()))
                ]), at: TextTable.place())
            let source = SourceDeclaration(
                connector: "http", argument: Value(.text(address), at: TextTable.place()), options: headers,
                place: TextTable.place())
            _ = try HttpConnector(source, in: Confinement(folder.url)).files()
        }
        #expect(server.requests.allSatisfy { $0.hasSuffix("302 - Bearer s3cret") }, "\(server.requests)")
        #expect(other.requests.map { $0.split(separator: " ")[1] } == ["200", "304"])
        #expect(other.requests.allSatisfy { $0.hasSuffix(" -") })
    }

    @Test("redirects end somewhere, on the web")
    func redirects() throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        #expect(Self.fault(try Self.fetch(server.address("loop"), in: folder)).hasPrefix("http.too-many-redirects"))
        for target in ["file:///etc/passwd", "ftp://127.0.0.1/x", "http://user:word@127.0.0.1/x", "gopher:x"] {
            let fetch = try Self.fetch(server.address("to?url=\(target)"), in: folder)
            #expect(Self.fault(fetch).hasPrefix("http.bad-redirect"), "\(target)")
        }
        // Allowed or not, what is metadata or link-local is never asked.
        for target in [
            "http://169.254.169.254/latest/meta-data", "http://[fe80::1]/x", "http://0.0.0.0/x", "http://[fd00:ec2::254]/x",
        ] {
            let fetch = try Self.fetch(server.address("to?url=\(target)"), in: folder)
            #expect(Self.fault(fetch).hasPrefix("http.forbidden-network"), "\(target)")
        }
        #expect(server.requests.count == 6 + 8)
    }

    @Test("on the town's network is asked only when the source allows it, whatever the name says")
    func networks() throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        try server.serve("a\n1\n", as: "table.csv")
        for host in ["127.0.0.1", "localhost", "127.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]"] {
            let fetch = try Self.fetch("http://\(host):\(server.port)/table.csv", in: folder, local: false)
            let fault = Self.fault(fetch)
            #expect(fault.hasPrefix("http.forbidden-network"), "\(host): \(fault)")
        }
        #expect(server.requests.isEmpty)
    }

    @Test("that is public may not lead to the town's network")
    func fromOutside() throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        for target in ["http://10.0.0.1/x.csv", "http://intranet.example/x.csv", "http://[::1]/x.csv"] {
            let fetch = try Self.fetch(server.address("to?url=\(target)"), in: folder, local: false) { fetch in
                let loopback = NetworkAddress(bytes: [127, 0, 0, 1])
                fetch.range = { $0 == loopback ? .open : NetworkRange($0) }
                fetch.resolve = { host in
                    host == "intranet.example" ? [NetworkAddress(bytes: [192, 168, 0, 7])] : NetworkAddress.resolve(host)
                }
            }
            #expect(Self.fault(fetch).hasPrefix("http.forbidden-network: \(target) leads to a forbidden address"), "\(target)")
        }
        #expect(server.requests.count == 3)
    }

    @Test("is asked at the address that was checked, though the name means another a moment later")
    func pinned() throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        try server.serve("a\n1\n", as: "table.csv")
        let fetch = try Self.fetch("http://nowhere.invalid:\(server.port)/table.csv", in: folder) { fetch in
            fetch.resolve = { _ in [NetworkAddress(bytes: [127, 0, 0, 1])] }
        }
        _ = try fetch.refresh()
        #expect(server.requests.count == 1)
        let mixed = try Self.fetch("http://nowhere.invalid:\(server.port)/table.csv", in: folder, local: false) { fetch in
            fetch.resolve = { _ in [NetworkAddress(bytes: [93, 184, 216, 34]), NetworkAddress(bytes: [10, 0, 0, 1])] }
        }
        #expect(Self.fault(mixed).hasPrefix("http.forbidden-network"))
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

    @Test("that fails once is asked again; one that keeps failing is a transient fault")
    func retries() throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        guard case .changed(8) = try Self.fetch(server.address("flaky.csv?times=2"), in: folder).refresh() else {
            Issue.record("not read")
            return
        }
        #expect(server.requests.map { $0.split(separator: " ")[1] } == ["500", "500", "200"])
        for status in [500, 503, 429] {
            let fetch = try Self.fetch(server.address("flaky.csv?times=99&status=\(status)"), in: folder)
            #expect(Self.fault(fetch).hasPrefix("http.unavailable (transient)") && Self.fault(fetch).hasSuffix(": \(status)"))
        }
    }

    @Test(
        "what the server refuses is told, and not asked again",
        arguments: [(401, "denied"), (403, "denied"), (404, "not-found"), (418, "refused"), (204, "refused"), (206, "refused")])
    func refused(status: Int, code: String) throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        let fault = Self.fault(try Self.fetch(server.address("status?code=\(status)"), in: folder))
        #expect(fault.hasPrefix("http.\(code):"), "\(fault)")
        #expect(server.requests.count == 1)
    }

    @Test("a secret header is sent, and shown nowhere")
    func secret() async throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        let value = Value(
            .map([Value.Entry(key: "env", keyPlace: TextTable.place(), value: Value(.text("CLE"), at: TextTable.place()))]),
            at: TextTable.place())
        let headers = Value.Content.map([Value.Entry(key: "Authorization", keyPlace: TextTable.place(), value: value)])
        let options: [String: Value.Content] = ["network": .text("local"), "headers": headers]
        let connector = try Self.connector(
            server.address("secret.csv"), in: folder, options, environment: ["CLE": "Bearer s3cret"])
        let answer = try await FileTable.collect(connector)
        #expect(answer.cells == [["1", "2"]])
        let kept = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
            .compactMap { try? String(contentsOf: folder.url.appending(path: $0), encoding: .utf8) }.joined()
        #expect(!(kept + "\(answer)\(connector)").contains("s3cret"))
        #expect(throws: TerritoryFault.self) { try Self.connector(server.address("secret.csv"), in: folder, options).files() }
    }

    @Test("never half a file: cut, silent, too long, too large, a bomb, an unknown compression")
    func bounds() throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        for (path, code) in [
            ("short.csv", "http.cut (transient)"), ("silent.csv", "http.too-slow (transient)"), ("endless.csv", "http.too-large"),
            ("large.csv", "http.too-large"), ("bomb.csv", "collect.file-too-large"), ("brotli.csv", "http.unknown-encoding"),
        ] {
            let fetch = try Self.fetch(server.address(path), in: folder, pauses: []) { fetch in
                if path == "silent.csv" { fetch.limits.silence = .milliseconds(300) }
                fetch.limits.bytes = 4 << 20
            }
            // A body of before must survive.
            try fetch.store.prepare()
            try Data("a;b\nbefore;1\n".utf8).write(to: fetch.store.body)
            let fault = Self.fault(fetch)
            #expect(fault.hasPrefix(code), "\(path): \(fault)")
        }
        let slow = try Self.fetch(server.address("endless.csv"), in: folder, pauses: []) { $0.limits.total = .milliseconds(200) }
        #expect(Self.fault(slow).hasPrefix("http.too-slow (transient)"))
        #expect(try Self.fetch(server.address("packed.csv"), in: folder).refreshed().count == 4 + 4_000)
    }

    @Test("whose server is gone, or whose name is unknown, is a transient fault")
    func offline() throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        try server.serve("a\n1\n", as: "table.csv")
        _ = try Self.fetch(server.address("table.csv"), in: folder).refresh()
        server.stop()
        #expect(Self.fault(try Self.fetch(server.address("table.csv"), in: folder)).hasPrefix("http.unavailable (transient)"))
        let unknown = try Self.fetch("http://nowhere.invalid/x.csv", in: folder) { $0.resolve = { _ in [] } }
        #expect(Self.fault(unknown) == "http.unavailable (transient): http://nowhere.invalid/x.csv does not answer: unknown name")
    }

    @Test("behind a certificate that nobody vouches for is not read")
    func certificate() throws {
        let server = try WebServer(isSecure: true), folder = try TemporaryFolder()
        try server.serve("a\n1\n", as: "table.csv")
        for host in ["localhost", "127.0.0.1"] {
            let fault = Self.fault(try Self.fetch("https://\(host):\(server.port)/table.csv", in: folder))
            #expect(fault.hasPrefix("http.insecure: "), "\(fault)")
        }
        #expect(server.requests.isEmpty)
    }

    @Test(
        "is an http address without an account in it",
        arguments: ["ftp://x/y", "file:///etc/passwd", "x.csv", "http://", "https://a:b@x/y", "http://x:99999/"])
    func addresses(text: String) throws {
        let folder = try TemporaryFolder()
        let fault = #expect(throws: HttpFault.self) { try HttpConnector(Self.source(text), in: Confinement(folder.url)) }
        #expect(fault?.code == "http.bad-address")
        #expect(fault?.what.english.contains("b@") == false)
    }
}

extension HttpFetch {
    /// The body after a refresh.
    func refreshed() throws -> Data {
        _ = try refresh()
        return try Data(contentsOf: store.body)
    }
}
