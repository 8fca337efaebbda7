import Foundation
import Support
import Testing

@testable import Publish
@testable import Territory

@Suite("Speaking with a portal")
struct PortalClientTests {
    /// A server on loopback that answers each path as its name says.
    private struct StandIn {
        private let server: ScriptServer
        var folder: TemporaryFolder { server.folder }
        var port: Int { server.port }

        init() throws { server = try ScriptServer("Tests/PublishTests/Fixtures/portal.py") }

        var client: PortalClient {
            PortalClient(
                "essai", at: "http://127.0.0.1:\(port)", token: ("Authorization", "secret-token"),
                limits: PortalLimits(connect: 1, silence: 1, pauses: [0.01, 0.01]))
        }

        var requests: [String] { server.lines() }
    }

    private static func get(_ path: String) -> PortalRequest { PortalRequest(method: .get, path: path) }

    @Test("asks again what could not be read, as often as it is told")
    func reading() async throws {
        let portal = try StandIn()
        #expect(try await portal.client.read(Self.get("twice")).json?["ok"]?.boolean == true)
        #expect(portal.requests.count == 3)
        await #expect { try await portal.client.read(Self.get("busy")) } throws: { ($0 as? PublishFault)?.kind == .busy }
        #expect(portal.requests.count == 6)
    }

    @Test("sends what changes something once, whatever comes of it")
    func writing() async throws {
        let portal = try StandIn(), request = PortalRequest(method: .post, path: "busy", body: .json(["a": 1]))
        await #expect { try await portal.client.send(request) } throws: { ($0 as? PublishFault)?.isTransient == true }
        #expect(portal.requests == ["POST /busy 7"])
    }

    @Test("says that a portal does not answer, instead of waiting for ever")
    func silence() async throws {
        let portal = try StandIn()
        await #expect { try await portal.client.send(Self.get("silent")) } throws: { ($0 as? PublishFault)?.kind == .unreachable }
        let nowhere = PortalClient("essai", at: "http://127.0.0.1:1", token: ("A", "b"), limits: PortalLimits(pauses: []))
        await #expect { try await nowhere.read(Self.get("x")) } throws: { ($0 as? PublishFault)?.kind == .unreachable }
    }

    @Test("follows no redirect, and shows neither the token nor what follows the question mark")
    func redirect() async throws {
        let portal = try StandIn()
        await #expect { try await portal.client.send(Self.get("elsewhere")) } throws: { error in
            guard let fault = error as? PublishFault else { return false }
            let words = fault.rendered(in: .english)
            return fault.kind == .redirected && words.contains("https://elsewhere.example/") && !words.contains("secret-token")
        }
        #expect(portal.client.cleaned("the token secret-token is bad") == "the token •••• is bad")
    }

    @Test("sends a file as it is, between its fields")
    func upload() async throws {
        let portal = try StandIn(), sample = try Sample()
        let text = String(repeating: "é,1\r\n", count: 100_000)
        let file = try #require(try sample.publication([("subventions.csv", text)]).files.first), source = try #require(file.file)
        let form = UploadForm([("name", "Été")], part: "upload", file: file, at: source)
        let answer = try await portal.client.send(PortalRequest(method: .post, path: "up", body: .form(form)))
        #expect(answer.isSuccess)
        let body = try Data(contentsOf: portal.folder.url.appending(path: "body"))
        #expect(body.count == form.length)
        #expect(
            body.range(of: Data("name=\"upload\"; filename=\"subventions.csv\"\r\nContent-Type: text/csv\r\n\r\né,1\r\n".utf8))
                != nil)
        #expect(body.range(of: Data("name=\"name\"\r\n\r\nÉté\r\n".utf8)) != nil)
    }

    @Test("knows what is no portal when a page answers", arguments: ["ckan", "udata"])
    func page(_ kind: String) async throws {
        let portal = try StandIn()
        let sample = try Sample(
            destinations:
                "destinations: { x: { \(kind): \"http://127.0.0.1:\(portal.port)\", token: { env: TOKEN }, organization: o } }")
        let declared = try #require(sample.territory.destinations["x"])
        let ended = await Delivery(to: try destination(declared, in: sample.territory), named: "x").plan(
            try sample.publication(), Memory())
        #expect((ended.fault as? PublishFault)?.kind == .notAPortal)
    }
}
