import Foundation
import Support
import Testing

extension Journeys {
    /// Against a real CKAN 2.12, with a token of an editor.
    @Suite("Publishing to CKAN", .serialized, .portal(.ckan), .timeLimit(.minutes(20)))
    struct CKANTests {
        private let portal: Portal

        init() throws { portal = try #require(Portal.current) }

        private func show(_ name: String) throws -> [String: Any] {
            let answer = try #require(try portal.ask("GET", "api/3/action/package_show?id=\(name)") as? [String: Any])
            return try #require(answer["result"] as? [String: Any], "\(name): \(answer)")
        }

        private func resources(_ name: String) throws -> [[String: Any]] {
            try #require(try show(name)["resources"] as? [[String: Any]])
        }

        private func keys(_ name: String) throws -> [String?] { try resources(name).map { $0["cle_source"] as? String } }

        private func action(_ name: String, _ body: String) throws -> [String: Any] {
            let answer = try #require(try portal.ask("POST", "api/3/action/\(name)", body) as? [String: Any])
            return try #require(answer["result"] as? [String: Any], "\(answer)")
        }

        @Test("brings the whole of Valbourg there, then writes nothing, then only what changed")
        func valbourg() throws {
            var town = try Town.valbourg()
            let proxy = try PortalProxy(before: portal)
            town.environment = ["PORTAL_TOKEN": try portal.token()]
            let lavoir = try town.folder.text("lavoir.yaml") + (try PublishingTown.lavoir(portal, proxy))
            try town.folder.write(lavoir, to: "lavoir.yaml")
            let names = ["budget", "deliberations", "emplois", "equipements", "mandats", "menus", "prenoms", "subventions"]
            for name in names {
                try town.replace("publish: [portal]", with: "publish: [portal, ailleurs]", in: "datasets/\(name).yaml")
            }
            try town.lavoir("run")
            for name in names {
                let keys = try self.keys(name)
                #expect(keys.first == "data.csv" && keys.suffix(4) == PublishingTown.documents, "\(name)")
                let resource = try #require(try resources(name).first)
                let file = try Script.run("curl", ["-sS", try #require(resource["url"] as? String)], in: town.folder.url)
                #expect(file == (try town.export(name)), "\(name)")
            }
            #expect(
                try keys("equipements")
                    == ["data.csv", "data.json", "data.geojson", "data.gpkg", "data.parquet"] + PublishingTown.documents)
            try proxy.forget()
            try town.lavoir("publish")
            try town.lavoir("run")
            #expect(proxy.writes == [])
            // Without what this machine remembers, everything is found again, and made again alike.
            try FileManager.default.removeItem(at: town.folder.url.appending(path: ".lavoir"))
            try town.lavoir("publish")
            #expect(proxy.writes == [])
            try town.replace("bimonthly", with: "monthly", in: "datasets/deliberations.yaml")
            try town.lavoir("run")
            #expect(proxy.writes.allSatisfy { $0.contains("package_patch") || $0.contains("resource_patch") }, "\(proxy.writes)")
        }

        @Test("shows beforehand what would change, and changes nothing")
        func plan() throws {
            let town = try PublishingTown(portal, "projet")
            try town.town.lavoir("run")
            try town.proxy.forget()
            try town.town.replace("montants versés", with: "sommes versées", in: "datasets/projet.yaml")
            let planned = try town.answers(["publish", "--dry-run"])
            #expect(planned.map(\.outcome) == ["planned"])
            #expect(planned.first?.changes.map(\.kind).contains("field") == true)
            let said = try town.town.lavoir("plan", "projet", "--to", "ailleurs").output
            #expect(said.contains("notes : « Des montants versés à des associations"), "\(said)")
            #expect(town.proxy.writes == [])
        }

        @Test("leaves what others wrote: resources, tags, extras, fields")
        func others() throws {
            let town = try PublishingTown(portal, "voisinage")
            try town.town.lavoir("run")
            let id = try #require(try show("voisinage")["id"] as? String)
            _ = try action(
                "resource_create", #"{"package_id": "\#(id)", "name": "À la main", "url": "https://example.org/x.pdf"}"#)
            let tags = try #require(try show("voisinage")["tags"] as? [[String: Any]]).compactMap { $0["name"] as? String }
            let extras = try #require(try show("voisinage")["extras"] as? [[String: Any]])
            var body: [String: Any] = ["id": id, "author_email": "main@example.org"]
            body["tags"] = (tags + ["à la main"]).map { ["name": $0] }
            body["extras"] = extras + [["key": "leur", "value": "extra"]]
            let json = try String(data: JSONSerialization.data(withJSONObject: body), encoding: .utf8)
            _ = try action("package_patch", try #require(json))
            try town.town.folder.write("id,nom,montant\n1,Amicale,11\n", to: "exports/voisinage.csv")
            try town.town.replace("vie associative", with: "subventions", in: "datasets/voisinage.yaml")
            try town.town.lavoir("run")
            let there = try show("voisinage")
            let names = try #require(there["tags"] as? [[String: Any]]).compactMap { $0["name"] as? String }
            #expect(Set(names) == ["essai", "subventions", "à la main"])
            #expect(there["author_email"] as? String == "main@example.org")
            let kept = try #require(there["extras"] as? [[String: Any]]).contains { $0["key"] as? String == "leur" }
            #expect(kept)
            #expect(try resources("voisinage").contains { $0["name"] as? String == "À la main" })
            #expect(
                try keys("voisinage").compactMap { $0 } == ["data.csv", "data.json", "data.parquet"] + PublishingTown.documents)
            let answer = try town.answers(["publish"])
            #expect(answer.first?.outcome == "unchanged")
            #expect(answer.first?.left.map(\.fr) == ["laisse « À la main », déposé par d'autres"])
        }

        @Test("takes over a sheet of the same name that the organisation made by hand, never that of another")
        func adoption() throws {
            _ = try action("package_create", #"{"name": "manuel", "title": "Fait à la main", "owner_org": "ville-test"}"#)
            let town = try PublishingTown(portal, "manuel")
            try town.town.lavoir("run")
            #expect(try show("manuel")["title"] as? String == "Essai manuel")
            let admin = try portal.token("admin")
            let body = #"{"name": "etranger", "title": "À d'autres", "owner_org": "autre-ville"}"#
            _ = try portal.ask("POST", "api/3/action/package_create", body, token: admin)
            let other = try PublishingTown(portal, "etranger")
            try other.town.lavoir("run")
            #expect(try show("etranger")["title"] as? String == "À d'autres")
            #expect(try show("etranger-2")["title"] as? String == "Essai etranger")
        }

        @Test("refuses at the plan a token that may not publish there, and says what it may")
        func denied() throws {
            let town = try PublishingTown(portal, "refus", token: portal.token("stranger"))
            try town.town.lavoir("run", status: 2)
            let outcome = try town.town.lavoir("publish", "--dry-run", status: 2)
            #expect(outcome.output.contains("[publish.denied]"), "\(outcome.output)")
            #expect(town.proxy.writes == [])
            #expect(!outcome.output.contains(try portal.token("stranger")))
        }

        @Test("is resumed where it stopped when the server dies in the middle")
        func killed() async throws {
            let town = try PublishingTown(portal, "panne")
            try town.proxy.breaks("POST resource_create cut-before", "POST resource_create cut-after")
            let running = try town.town.start("run")
            try await town.proxy.waits { $0.contains { $0.contains("cut") } }
            try portal.restart()
            #expect(try running.finish().status == 0)
            #expect(try keys("panne") == ["data.csv", "data.json", "data.parquet"] + PublishingTown.documents)
            try town.proxy.forget()
            #expect(try town.answers().map(\.outcome) == ["unchanged"])
            #expect(town.proxy.writes == [])
        }

        private static let faults = [
            "POST package_create 500-after", "POST package_create cut-after", "POST package_create html",
            "POST package_create 429",
            "POST resource_create 500-after", "POST resource_create cut-after", "POST resource_create cut-before",
            "POST resource_create 500", "GET package_search html", "GET package_show 429",
        ]

        @Test("neither doubles nor loses anything, whatever breaks")
        func faults() throws {
            let town = try FaultyTown(portal, Self.faults)
            try town.publish()
            let answer = try #require(try portal.ask("GET", "api/3/action/package_list") as? [String: Any])
            let all = try #require(answer["result"] as? [String])
            for one in town.cases {
                #expect(
                    try keys(one.dataset) == ["data.csv", "data.json", "data.parquet"] + PublishingTown.documents, "\(one.fault)")
                #expect(all.filter { $0 == one.dataset || $0 == "\(one.dataset)-2" } == [one.dataset])
            }
        }

        @Test("never says the token: not in a fault, not in the trail, not in a file")
        func secrets() throws {
            let town = try PublishingTown(portal, "secret")
            try town.proxy.breaks("POST package_create echo")
            let outcome = try town.town.lavoir("run", status: 2)
            let token = try portal.token()
            #expect(outcome.output.contains("••••"), "\(outcome.output)")
            let trail = try town.town.lavoir("sql", "SELECT * FROM deliveries").output
            #expect(trail.contains("publish.refused"), "\(trail)")
            for text in [outcome.output, outcome.errors, trail] { #expect(!text.contains(token)) }
            let found = try Script.run(
                "sh", ["-c", "grep -rl \"$T\" . || true"], in: town.town.folder.url, environment: ["T": token])
            #expect(found == "", "\(found)")
        }

        @Test("does not follow a redirect with the token")
        func redirect() throws {
            let town = try PublishingTown(portal, "renvoi")
            try town.proxy.breaks("GET status_show redirect")
            let outcome = try town.town.lavoir("run", status: 2)
            #expect(outcome.output.contains("[publish.redirected]") && outcome.output.contains("https://elsewhere.example/api"))
            #expect(!outcome.output.contains("token=x"))
        }

        @Test("tells a file above the portal's limit, publishes the others, and knows it the next time")
        func tooLarge() throws {
            let town = try PublishingTown(portal, "gros", lines: "formats: [csv, parquet]")
            // Eleven megabytes as text, next to nothing as Parquet; the portal takes ten.
            let rows = (1...110_000).map { "\($0),\(String(repeating: "association ", count: 8)),1" }
            try town.town.folder.write("id,nom,montant\n" + rows.joined(separator: "\n") + "\n", to: "exports/gros.csv")
            let outcome = try town.town.lavoir("run", status: 2)
            #expect(outcome.output.contains("[publish.file-refused]"), "\(outcome.output)")
            #expect(try keys("gros") == ["data.parquet"] + PublishingTown.documents)
            try town.proxy.forget()
            try town.town.lavoir("run", status: 2)
            #expect(town.proxy.writes == [])
        }

        @Test("takes a dataset away on a person's order, and puts it back on another")
        func withdrawal() throws {
            let town = try PublishingTown(portal, "retrait")
            try town.town.lavoir("run")
            try town.town.lavoir("publish", "--withdraw", "retrait")
            #expect(try show("retrait")["state"] as? String == "deleted")
            let refused = try town.answers(["publish"], status: 2)
            #expect(refused.first?.fault?.code == "publish.deleted-there")
            #expect(try town.answers(["publish", "--restore"]).first?.outcome == "published")
            #expect(try show("retrait")["state"] as? String == "active")
        }
    }
}

extension PortalProxy {
    /// Waits until the requests so far are as wanted.
    func waits(until isSo: ([String]) -> Bool) async throws {
        let clock = ContinuousClock(), end = clock.now + .seconds(120)
        while !isSo(requests) {
            try #require(clock.now < end, "\(requests)")
            try await Task.sleep(for: .milliseconds(1))
        }
    }
}
