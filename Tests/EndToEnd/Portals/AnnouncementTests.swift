import Foundation
import Support
import Testing

extension Journeys {
    /// To a receiver that checks signatures with the library of the standard.
    @Suite("Announcements")
    struct AnnouncementTests {
        private static let secret = "whsec_" + Data("vingt-quatre octets ici !".utf8).base64EncodedString()

        /// The receiver; it goes with the test.
        private struct Hook {
            private let server: ScriptServer
            var port: Int { server.port }

            init() throws {
                server = try ScriptServer(
                    "Tests/EndToEnd/Portals/hook.py", [AnnouncementTests.secret, "."], environment: "tables")
            }

            /// Identifier, type, dataset, `good`.
            var received: [[String]] { server.lines("received.log").map { $0.split(separator: " ").map(String.init) } }

            func answers(_ faults: String...) throws { try server.folder.write(faults.joined(separator: "\n"), to: "faults") }
        }

        private struct Line: Decodable {
            let id: String
            let event: String
            let dataset: String
            let attempts: Int
            let answer: String?
            let waits: Bool
        }

        private static func town(_ hook: Hook, _ options: String = ", network: local") throws -> Town {
            var town = try Town(
                lake: """
                    announce:
                      intranet: { url: "http://127.0.0.1:\(hook.port)/hook?token=x", secret: { env: HOOK_SECRET }\(options) }
                    destinations: { site: { folder: public } }

                    """,
                datasets: [
                    "aides": """
                    title: Aides
                    source: { file: exports/aides.csv }
                    key: [id]
                    fields: { id: { type: int }, montant: { type: double } }
                    publish: [site]
                    """
                ])
            try town.folder.write("id,montant\n1,10\n", to: "exports/aides.csv")
            town.environment = ["HOOK_SECRET": secret]
            return town
        }

        @Test("tell once what happened, signed as the standard says: a version, a publication, a check that fails")
        func events() throws {
            let hook = try Hook(), town = try Self.town(hook)
            try town.lavoir("run")
            #expect(hook.received.map { $0[1] } == ["version", "published"])
            #expect(hook.received.allSatisfy { $0[2] == "aides" && $0[3] == "good" }, "\(hook.received)")
            try town.lavoir("run")
            try town.lavoir("announce")
            #expect(hook.received.count == 2)
            // Refused twice for the same reason: told once.
            try town.folder.write("id,montant\n1,dix\n", to: "exports/aides.csv")
            try town.lavoir("run", status: 2)
            try town.lavoir("run", status: 2)
            #expect(hook.received.map { $0[1] } == ["version", "published", "check_failed"])
            let trail = try town.ask("SELECT destination, outcome FROM deliveries WHERE destination LIKE 'announce:%'")
            #expect(trail.map { $0["outcome"] } == ["announced", "announced", "announced"])
        }

        @Test("wait in a queue that survives, and come again under the same name", arguments: ["500", "cut", "302"])
        func queue(_ fault: String) throws {
            let hook = try Hook(), town = try Self.town(hook, ", network: local, events: version")
            try hook.answers(fault, fault)
            try town.lavoir("run")
            // Not due yet: a run that follows at once does not insist.
            try town.lavoir("run")
            #expect(hook.received.count == 1)
            let waiting: [Line] = try town.json("announce", "--pending")
            #expect(waiting.map(\.attempts) == [1] && waiting.map(\.event) == ["version"] && waiting.allSatisfy { $0.waits })
            try town.lavoir("announce", status: 75)
            let sent: [Line] = try town.json("announce")
            #expect(sent.map(\.answer) == ["204"])
            #expect(hook.received.count == 3 && Set(hook.received.map { $0[0] }).count == 1, "\(hook.received)")
            #expect(hook.received.allSatisfy { $0[3] == "good" })
            #expect(try town.json("announce", "--pending", as: [Line].self).isEmpty)
        }

        @Test("that wait are told by the server when their hour has come")
        func served() async throws {
            let hook = try Hook(), town = try Self.town(hook, ", network: local, events: version")
            try hook.answers("500")
            try town.lavoir("run")
            #expect(hook.received.count == 1)
            // Its hour is in five minutes: the clock is put forward.
            let queue = try town.folder.text(".lavoir/announce.json")
            try town.folder.write(queue.replacing(#/"due":[0-9.]+/#, with: "\"due\":0"), to: ".lavoir/announce.json")
            try await ServeTests.serving(town) { _ in
                #expect(await eventually { hook.received.count == 2 })
            }
            #expect(Set(hook.received.map { $0[0] }).count == 1 && hook.received.allSatisfy { $0[3] == "good" })
            #expect(try town.json("announce", "--pending", as: [Line].self).isEmpty)
        }

        @Test("that cannot be noted do not undo the run: it is done, and says so")
        func unwritable() throws {
            let hook = try Hook(), town = try Self.town(hook)
            // Nobody writes where a folder stands, not even the superuser.
            try town.folder.write("", to: ".lavoir/announce.json.lock/here")
            let said = try town.lavoir("run")
            #expect(said.errors.contains("announce.json"), "\(said.errors)")
            #expect(hook.received.isEmpty)
            #expect(try town.ask("SELECT count(*) AS n FROM aides").count == 1)
        }

        @Test("do not go to the town's own network without leave, nor to one who wants no more of them")
        func refusals() throws {
            let hook = try Hook(), town = try Self.town(hook, "")
            let said = try town.lavoir("run").output
            #expect(said.contains("network: local") && hook.received.isEmpty, "\(said)")
            let other = try Hook(), gone = try Self.town(other, ", network: local, events: [version]")
            try other.answers("410")
            try gone.lavoir("run")
            try gone.lavoir("announce")
            #expect(other.received.count == 1)
        }

        @Test("never say the secret, and say which one is missing")
        func secrets() throws {
            let hook = try Hook()
            var town = try Self.town(hook)
            try town.lavoir("run")
            let bare = String(Self.secret.dropFirst(6))
            let found = try Script.run("sh", ["-c", "grep -rl \"$T\" . || true"], in: town.folder.url, environment: ["T": bare])
            #expect(found == "", "\(found)")
            town.environment = [:]
            try town.folder.write("id,montant\n1,11\n", to: "exports/aides.csv")
            #expect(try town.lavoir("run").output.contains("HOOK_SECRET"))
        }
    }
}
