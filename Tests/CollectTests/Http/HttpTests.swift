import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("A file of the web")
struct HttpTests {
    @Test("is read as a file of the territory would be, under its address")
    func table() async throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        try server.serve("insee;nom\n01001;Évreux\n", as: "table.csv")
        let answer = try await FileTable.collect(HttpSample.connector(server.address("table.csv?key=s3cret"), in: folder))
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
                let connector = try HttpSample.connector(server.address(path), in: folder)
                _ = try connector.files()
                return try FileStamp(try connector.files()[0], in: Confinement(folder.url))
            }
            #expect(try stamp() == stamp())
        }
        #expect(server.requests.map { $0.split(separator: " ")[1] } == ["200", "304", "200", "304"])
        try server.serve("a;b\n1;3\n", as: "table.csv")
        let answer = try await FileTable.collect(HttpSample.connector(server.address("table.csv"), in: folder))
        #expect(answer.cells == [["1", "3"]])
    }

    @Test("behind a redirect is found, validators included; secrets stay with the server they are for")
    func redirect() throws {
        let server = try WebServer(), other = try WebServer(), folder = try TemporaryFolder()
        try other.serve("a;b\n1;2\n", as: "table.csv")
        let address = server.address("to?url=\(other.address("table.csv"))")
        for _ in 1...2 {
            var headers = HttpSample.source(address).options
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

    @Test("a secret header is sent, and shown nowhere")
    func secret() async throws {
        let server = try WebServer(), folder = try TemporaryFolder()
        let value = Value(
            .map([Value.Entry(key: "env", keyPlace: TextTable.place(), value: Value(.text("CLE"), at: TextTable.place()))]),
            at: TextTable.place())
        let headers = Value.Content.map([Value.Entry(key: "Authorization", keyPlace: TextTable.place(), value: value)])
        let options: [String: Value.Content] = ["network": .text("local"), "headers": headers]
        let connector = try HttpSample.connector(
            server.address("secret.csv"), in: folder, options, environment: ["CLE": "Bearer s3cret"])
        let answer = try await FileTable.collect(connector)
        #expect(answer.cells == [["1", "2"]])
        let kept = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
            .compactMap { try? String(contentsOf: folder.url.appending(path: $0), encoding: .utf8) }.joined()
        #expect(!(kept + "\(answer)\(connector)").contains("s3cret"))
        #expect(throws: TerritoryFault.self) {
            try HttpSample.connector(server.address("secret.csv"), in: folder, options).files()
        }
    }

    @Test(
        "is an http address without an account in it",
        arguments: ["ftp://x/y", "file:///etc/passwd", "x.csv", "http://", "https://a:b@x/y", "http://x:99999/"])
    func addresses(text: String) throws {
        let folder = try TemporaryFolder()
        let fault = #expect(throws: HttpFault.self) { try HttpConnector(HttpSample.source(text), in: Confinement(folder.url)) }
        #expect(fault?.code == "http.bad-address")
        #expect(fault?.what.english.contains("b@") == false)
    }
}
