import Foundation
import Support
import Testing

extension Journeys {
    /// Against a real udata 17.18 (its database apart), with a token of an editor.
    @Suite("Publishing to udata", .serialized, .portal(.udata), .timeLimit(.minutes(20)))
    struct UdataTests {
        private let portal: Portal

        init() throws { portal = try #require(Portal.current) }

        /// What goes beside the files there: udata hosts no page.
        private static let documents = ["dictionary", "csvw", "report.json"]

        /// The organisation's datasets of a title.
        private func found(_ name: String) throws -> [[String: Any]] {
            let path = "api/1/datasets/?organization=\(try portal.organization)&page_size=100"
            let page = try #require(try portal.ask("GET", path) as? [String: Any])
            return try #require(page["data"] as? [[String: Any]]).filter {
                ($0["title"] as? String) == "Essai \(name)" && !($0["deleted"] is String)
            }
        }

        private func show(_ name: String) throws -> [String: Any] {
            let id = try #require(try found(name).first?["id"] as? String, "\(name) is not there")
            return try #require(try portal.ask("GET", "api/1/datasets/\(id)/") as? [String: Any])
        }

        private func resources(_ name: String) throws -> [[String: Any]] {
            try #require(try show(name)["resources"] as? [[String: Any]])
        }

        private func keys(_ name: String) throws -> [String?] {
            try resources(name).map { ($0["extras"] as? [String: Any])?["cle_source"] as? String }
        }

        @Test("brings the whole of Valbourg there with the score it foresaw, then writes nothing, then only what changed")
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
            try proxy.forget()
            let answers: [PublishingTown.Answer] = try town.json("publish")
            #expect(answers.map(\.outcome) == Array(repeating: "unchanged", count: names.count))
            #expect(proxy.writes == [])
            let path = "api/1/datasets/?organization=\(try portal.organization)&page_size=100"
            let page = try #require(try portal.ask("GET", path) as? [String: Any])
            let there = try #require(page["data"] as? [[String: Any]])
            for answer in answers {
                let own = there.first {
                    ($0["extras"] as? [String: Any])?["identifiant_source"] != nil && Self.isOf($0, answer.dataset)
                }
                let score = try #require((own?["quality"] as? [String: Any])?["score"] as? Double, "\(answer.dataset)")
                #expect(abs(score - (try #require(answer.score))) < 0.001, "\(answer.dataset): \(answer.advice.map(\.fr))")
                #expect(score == 1, "\(answer.dataset)")
            }
            try town.replace("bimonthly", with: "monthly", in: "datasets/deliberations.yaml")
            try town.lavoir("run")
            #expect(proxy.writes.contains { $0.hasPrefix("PUT /api/1/datasets/") }, "\(proxy.writes)")
            #expect(!proxy.writes.contains { $0.hasPrefix("POST /api/1/datasets/ ") })
        }

        /// Files are named after the dataset.
        private static func isOf(_ sheet: [String: Any], _ dataset: String) -> Bool {
            (sheet["resources"] as? [[String: Any]])?.contains { ($0["url"] as? String)?.hasSuffix("/\(dataset).csv") == true }
                ?? false
        }

        @Test("tells schema and version, so that the national consolidation takes the file; order, checksum, contact")
        func schema() throws {
            let town = try PublishingTown(portal, "schema", lines: "schema: scdl/deliberations@2.1.3")
            let schema = #"{"name": "deliberations", "version": "v2.1.3", "fields": [{"name": "id"}, {"name": "nom"}]}"#
            try town.town.folder.write(schema, to: "schemas/scdl/deliberations@2.1.3.json")
            try town.town.lavoir("run")
            let first = try #require(try resources("schema").first)
            let told = try #require(first["schema"] as? [String: Any])
            #expect(told["name"] as? String == "scdl/deliberations" && told["version"] as? String == "2.1.3")
            #expect(try keys("schema") == ["data.csv", "data.json"] + Self.documents)
            #expect((first["checksum"] as? [String: Any])?["type"] as? String == "sha1")
            let contacts = try #require(try show("schema")["contact_points"] as? [[String: Any]])
            #expect(contacts.map { $0["name"] as? String } == ["Service numérique"])
            #expect((try show("schema")["quality"] as? [String: Any])?["score"] as? Double == 1)
        }

        @Test("links to the town's own portal for what this one does not host")
        func links() throws {
            let town = try PublishingTown(portal, "lien")
            try town.town.replace(
                "territory: { name: Essai,", with: "territory: { name: Essai, site: \"https://donnees.example.org\",",
                in: "lavoir.yaml")
            try town.town.lavoir("run")
            #expect(try keys("lien") == ["data.csv", "data.json", "data.parquet"] + PublishingTown.documents)
            let link = try #require(
                try resources("lien").first { $0["filetype"] as? String == "remote" && $0["type"] as? String == "main" })
            #expect(
                link["url"] as? String == "https://donnees.example.org/api/explore/v2.1/catalog/datasets/lien/exports/parquet")
            try town.proxy.forget()
            #expect(try town.answers().map(\.outcome) == ["unchanged"])
            try town.town.folder.write("id,nom,montant\n1,Amicale,12\n", to: "exports/lien.csv")
            try town.town.lavoir("run")
            #expect(try keys("lien") == ["data.csv", "data.json", "data.parquet"] + PublishingTown.documents)
            let after = try #require(
                try resources("lien").first { $0["filetype"] as? String == "remote" && $0["type"] as? String == "main" })
            #expect(
                (after["checksum"] as? [String: Any])?["value"] as? String != (link["checksum"] as? [String: Any])?["value"]
                    as? String)
        }

        @Test("says how to gain the points that are missing, and what the portal gives is what was foreseen")
        func score() throws {
            let town = try PublishingTown(portal, "note")
            for line in ["period: { from: 2024-01-01, to: 2024-12-31 }\n", "frequency: annual\n"] {
                try town.town.replace(line, with: "", in: "datasets/note.yaml")
            }
            try town.town.lavoir("run")
            let answer = try #require(try town.answers().first)
            let score = try #require((try show("note")["quality"] as? [String: Any])?["score"] as? Double)
            #expect(abs(score - (try #require(answer.score))) < 0.001 && abs(score - 6.0 / 9) < 0.001)
            #expect(
                answer.advice.contains { $0.fr.contains("period:") } && answer.advice.contains { $0.fr.contains("frequency:") })
        }

        @Test("leaves what others wrote: resources, tags, extras")
        func others() throws {
            let town = try PublishingTown(portal, "voisinage")
            try town.town.lavoir("run")
            let sheet = try show("voisinage"), id = try #require(sheet["id"] as? String)
            let link =
                #"{"title": "À la main", "url": "https://example.org/x.pdf", "filetype": "remote", "type": "main", "format": "pdf"}"#
            _ = try portal.ask("POST", "api/1/datasets/\(id)/resources/", link)
            var body: [String: Any] = [:]
            for key in ["title", "description", "frequency", "spatial", "temporal_coverage"] { body[key] = sheet[key] }
            body["tags"] = (try #require(sheet["tags"] as? [String])) + ["a-la-main"]
            body["extras"] = (try #require(sheet["extras"] as? [String: Any])).merging(["leur": "extra"]) { $1 }
            let contacts = try #require(sheet["contact_points"] as? [[String: Any]])
            body["contact_points"] = contacts.compactMap { $0["id"] }
            let json = try #require(String(data: JSONSerialization.data(withJSONObject: body), encoding: .utf8))
            _ = try portal.ask("PUT", "api/1/datasets/\(id)/", json)
            try town.town.folder.write("id,nom,montant\n1,Amicale,11\n", to: "exports/voisinage.csv")
            try town.town.replace("vie associative", with: "subventions", in: "datasets/voisinage.yaml")
            try town.town.lavoir("run")
            let there = try show("voisinage")
            #expect(Set(try #require(there["tags"] as? [String])) == ["essai", "subventions", "a-la-main"])
            #expect((there["extras"] as? [String: Any])?["leur"] as? String == "extra")
            #expect(try resources("voisinage").contains { $0["title"] as? String == "À la main" })
            #expect(try keys("voisinage").compactMap { $0 } == ["data.csv", "data.json"] + Self.documents)
        }

        @Test("refuses at the plan a token that may not publish there, and says what it may")
        func denied() throws {
            let town = try PublishingTown(portal, "refus", token: portal.token("stranger"))
            try town.town.lavoir("run", status: 2)
            let outcome = try town.town.lavoir("publish", "--dry-run", status: 2)
            #expect(outcome.output.contains("[publish.denied]") && outcome.output.contains("autre-ville"), "\(outcome.output)")
            #expect(town.proxy.writes == [])
            let nobody = try PublishingTown(portal, "personne", token: "udata_nothing")
            #expect(try nobody.town.lavoir("run", status: 2).output.contains("[publish.denied]"))
        }

        private static let faults = [
            "POST datasets/ 500-after", "POST datasets/ cut-after", "POST datasets/ html", "POST datasets/ 429",
            "POST upload 500-after", "POST upload cut-after", "POST upload cut-before", "PUT resources cut-before",
            "PUT resources 500-after", "GET datasets/ html",
        ]

        @Test("neither doubles nor loses anything, whatever breaks")
        func faults() throws {
            let town = try FaultyTown(portal, Self.faults)
            try town.publish()
            for one in town.cases {
                #expect(try keys(one.dataset) == ["data.csv", "data.json"] + Self.documents, "\(one.fault)")
                #expect(try found(one.dataset).count == 1, "\(one.fault)")
            }
        }

        @Test(
            "harvests the town's catalogue with its own DCAT code, from each form, page by page",
            arguments: ["ttl", "rdf", "jsonld"])
        func harvest(_ form: String) async throws {
            let town = try Town.valbourg()
            try town.lavoir("run", "prenoms", "equipements", "subventions")
            try await ServeTests.serving(town) { site in
                let source = """
                    {"name": "lavoir", "backend": "dcat", "organization": "\(try portal.organization)",
                     "url": "\(site.address)/catalog.\(form)?page_size=2"}
                    """
                let answer = try portal.ask("POST", "api/1/harvest/source/preview/", source, token: portal.token("admin"))
                let job = try #require(answer as? [String: Any])
                let items = try #require(job["items"] as? [[String: Any]], "\(job)")
                #expect(items.allSatisfy { $0["status"] as? String == "done" }, "\(items.map { $0["errors"] as Any })")
                let sheets = items.compactMap { $0["dataset"] as? [String: Any] }
                #expect(
                    Set(sheets.compactMap { $0["title"] as? String }) == [
                        "Prénoms des nouveau-nés", "Équipements publics", "Subventions versées aux associations",
                    ])
                for sheet in sheets {
                    #expect(sheet["license"] as? String == "lov2" && sheet["frequency"] as? String == "annual")
                    #expect(sheet["spatial"] is [String: Any] && sheet["temporal_coverage"] is [String: Any])
                    let files = try #require(sheet["resources"] as? [[String: Any]])
                    #expect(files.count >= 4 && files.allSatisfy { $0["filetype"] as? String == "remote" })
                    // Files stay files: only the interfaces are interfaces.
                    let asked = files.filter { $0["type"] as? String == "api" }.compactMap { $0["url"] as? String }
                    #expect((1...2).contains(asked.count) && !asked.contains { $0.contains("/exports/") }, "\(asked)")
                }
            }
        }

        @Test("takes a large file in pieces, whole, and again after one was lost")
        func pieces() throws {
            let town = try PublishingTown(portal, "gros", lines: "formats: [csv]")
            let rows = (1...110_000).map { "\($0),\(String(repeating: "association ", count: 8)),1" }
            try town.town.folder.write("id,nom,montant\n" + rows.joined(separator: "\n") + "\n", to: "exports/gros.csv")
            try town.proxy.breaks("POST upload 500", "POST upload cut-after")
            try town.town.lavoir("run")
            #expect(try keys("gros") == ["data.csv"] + Self.documents)
            try town.town.folder.write(try town.town.export("gros"), to: "export.csv")
            let sum = try Script.run(
                "sha1sum", [town.town.folder.url.appending(path: "export.csv").path], in: town.town.folder.url)
            let told = try #require(try resources("gros").first?["checksum"] as? [String: Any])
            #expect(sum.hasPrefix(try #require(told["value"] as? String)))
            #expect(town.proxy.writes.filter { $0.contains("upload") }.count > 4)
        }

        @Test("takes a dataset away on a person's order, and puts it back on another")
        func withdrawal() throws {
            let town = try PublishingTown(portal, "retrait")
            try town.town.lavoir("run")
            let id = try #require(try show("retrait")["id"] as? String)
            try town.town.lavoir("publish", "--withdraw", "retrait")
            #expect(try found("retrait").isEmpty)
            let sheet = try #require(try portal.ask("GET", "api/1/datasets/\(id)/") as? [String: Any])
            #expect(sheet["deleted"] is String)
            #expect(try town.answers(["publish"], status: 2).first?.fault?.code == "publish.deleted-there")
            #expect(try town.answers(["publish", "--restore"]).first?.outcome == "published")
            #expect(try show("retrait")["id"] as? String == id)
        }
    }
}
