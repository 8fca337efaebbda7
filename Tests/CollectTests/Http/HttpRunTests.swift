import DuckDB
import Foundation
import Runs
import Support
import Territory
import Testing

@testable import Collect

@Suite("Runs of sources that may be gone")
struct HttpRunTests {
    /// A territory with one dataset.
    struct Town {
        let folder: TemporaryFolder

        init(source: String) throws {
            folder = try TemporaryFolder()
            try folder.write("territory: { name: Essai }\n", to: "lavoir.yaml")
            try folder.write("title: Essai\nsource: \(source)\n", to: "datasets/essai.yaml")
        }

        func run() async throws -> RunResult {
            let territory = try Territory.load(folder.url, knowing: Runs.vocabulary)
            let environment = RunEnvironment(
                author: "test", message: "", program: "test", extensionFolder: Repository.extensions)
            return try await Runner(territory, environment).run(territory.datasets)[0]
        }
    }

    @Test("an unchanged source costs one question and makes no version; a server that is gone loses nothing")
    func offline() async throws {
        let server = try WebServer()
        try server.serve("a;b\n1;2\n", as: "table.csv")
        let town = try Town(source: "{ http: \"\(server.address("table.csv"))\", network: local }")
        let first = try await town.run()
        #expect(first.outcome == .version && first.rows == 1, "\(String(describing: first.fault?.what.english))")
        #expect(server.requests.count == 1)
        #expect(try await town.run().outcome == .unchanged)
        #expect(server.requests.map { $0.split(separator: " ")[1] } == ["200", "304"])
        try server.serve("a;b\n1;2\n3;4\n", as: "table.csv")
        let second = try await town.run()
        #expect(second.outcome == .version && second.version == 2 && second.rows == 2)
        #expect(server.requests.count == 3)

        server.stop()
        let gone = try await town.run()
        #expect(gone.outcome == .failed && gone.version == 2)
        #expect(gone.fault?.code == "http.unavailable" && gone.fault?.isTransient == true)
        let body = try #require(
            try FileManager.default.subpathsOfDirectory(atPath: town.folder.url.path).first { $0.hasSuffix("/body") })
        #expect(try town.folder.text(body) == "a;b\n1;2\n3;4\n")
    }

    @Test("declarations are checked without a word to the network")
    func lint() throws {
        let server = try WebServer()
        let town = try Town(source: "{ http: \"\(server.address("table.csv"))\", network: local, header: 1 }")
        #expect(Territory.problems(in: town.folder.url, knowing: Runs.vocabulary).isEmpty)
        _ = try Territory.load(town.folder.url, knowing: Runs.vocabulary)
        #expect(server.requests.isEmpty)
    }

    /// What a department may put in the place of the good file.
    static let spoiled: [(name: String, bytes: Data)] = [
        ("truncated", Data("[{\"a\":1},{\"a\":".utf8)), ("empty", Data()),
        ("binary", Data((0..<4_000).map { UInt8($0 * 7 & 0xFF) })),
        ("another format", Data("%PDF-1.7".utf8)),
        ("an entity bomb", Data("<!DOCTYPE r [<!ENTITY a \"x\">]><r><b>&a;</b></r>".utf8)),
    ]

    @Test("a file that goes bad fails with a fault, and the last version stays", arguments: spoiled.indices)
    func goesBad(_ index: Int) async throws {
        let town = try Town(source: "{ file: x.json, format: json }")
        try town.folder.write("[{\"a\":1},{\"a\":2}]", to: "x.json")
        #expect(try await town.run().outcome == .version)
        try town.folder.write(Self.spoiled[index].bytes, to: "x.json")
        let bad = try await town.run()
        #expect(bad.outcome == .failed && bad.version == 1, "\(Self.spoiled[index].name)")
        #expect(bad.fault?.code.hasPrefix("collect.") == true, "\(String(describing: bad.fault))")
        let work = town.folder.url.appending(path: ".lavoir/work").path
        #expect(((try? FileManager.default.contentsOfDirectory(atPath: work)) ?? []).isEmpty)
        try town.folder.write("[{\"a\":1},{\"a\":2}]", to: "x.json")
        let mended = try await town.run()
        #expect(mended.outcome == .unchanged && mended.version == 1)
    }
}
