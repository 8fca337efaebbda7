import Foundation
import Support
import Testing

extension Journeys {
    /// Against a real CKAN with the plugins that portals have.
    @Suite("CKAN and its plugins", .serialized, .portal(.ckan), .timeLimit(.minutes(20)))
    struct CKANPluginTests {
        private let portal: Portal

        init() throws { portal = try #require(Portal.current) }

        private func ask(_ path: String) throws -> [String: Any] {
            let answer = try #require(try portal.ask("GET", "api/3/action/\(path)") as? [String: Any])
            return try #require(answer["result"] as? [String: Any], "\(path): \(answer)")
        }

        /// The table of the CSV of a dataset: rows in order, and the types of its columns.
        private func table(_ name: String) throws -> (rows: [[String: Any]], types: [String: String]) {
            let resources = try #require(try ask("package_show?id=\(name)")["resources"] as? [[String: Any]])
            let csv = try #require(resources.first { $0["cle_source"] as? String == "data.csv" }?["id"] as? String)
            let found = try ask("datastore_search?resource_id=\(csv)&sort=id&limit=1000")
            let fields = try #require(found["fields"] as? [[String: Any]]).compactMap { field in
                (field["id"] as? String).map { ($0, field["type"] as? String ?? "") }
            }
            return (try #require(found["records"] as? [[String: Any]]), Dictionary(fields) { first, _ in first })
        }

        @Test("loads rows into the DataStore with their types, changes them in place, and writes nothing twice")
        func table() throws {
            let town = try PublishingTown(portal, "table")
            try town.town.lavoir("run")
            var table = try table("table")
            #expect(table.types["id"] == "int8" && table.types["montant"] == "float8" && table.types["nom"] == "text")
            #expect(table.rows.map { $0["nom"] as? String } == ["Amicale", "Judo"])
            #expect(table.rows.map { $0["montant"] as? Double } == [10, 20])
            try town.proxy.forget()
            #expect(try town.answers().map(\.outcome) == ["unchanged"])
            #expect(town.proxy.writes == [])
            // Changed and added: nobody ever sees an empty table.
            try town.town.folder.write("id,nom,montant\n1,Amicale,11\n2,Judo,20\n3,Chorale,\n", to: "exports/table.csv")
            try town.town.lavoir("run")
            #expect(!town.proxy.requests.contains { $0.contains("datastore_delete") }, "\(town.proxy.requests)")
            table = try self.table("table")
            #expect(table.rows.map { $0["nom"] as? String } == ["Amicale", "Judo", "Chorale"])
            #expect(table.rows[0]["montant"] as? Double == 11 && table.rows[2]["montant"] is NSNull)
            // Fewer rows, then another column.
            try town.town.folder.write("id,nom,montant\n3,Chorale,5\n", to: "exports/table.csv")
            try town.town.lavoir("run")
            #expect(try self.table("table").rows.map { $0["nom"] as? String } == ["Chorale"])
            try town.town.replace(
                "nom: { type: text },", with: "nom: { type: text }, lieu: { type: text },", in: "datasets/table.yaml")
            try town.town.folder.write("id,nom,lieu,montant\n3,Chorale,Gymnase,5\n", to: "exports/table.csv")
            try town.town.lavoir("run")
            #expect(try self.table("table").rows.map { $0["lieu"] as? String } == ["Gymnase"])
        }

        @Test("neither doubles nor loses rows, whatever breaks")
        func faults() throws {
            let faults = [
                "POST datastore_create 500-after", "POST datastore_upsert cut-after", "POST datastore_upsert cut-before",
                "POST datastore_create html", "GET datastore_info 429",
            ]
            let town = try FaultyTown(portal, faults)
            try town.publish()
            for one in town.cases { #expect(try table(one.dataset).rows.count == 2, "\(one.fault)") }
        }

        @Test("leaves the DataStore alone where the town says so")
        func never() throws {
            let town = try PublishingTown(portal, "sans-table", options: ", datastore: never")
            try town.town.lavoir("run")
            let resources = try #require(try ask("package_show?id=sans-table")["resources"] as? [[String: Any]])
            #expect(resources.allSatisfy { $0["datastore_active"] as? Bool == false })
        }

        @Test("fills the form of a portal that has its own (ckanext-scheming), and says which fields it insists on")
        func scheming() throws {
            let schema = Repository.folder.appending(path: "Tests/EndToEnd/Portals/schema.yaml").path
            try portal.restart(plugins: "scheming_datasets", settings: "scheming.dataset_schemas=file://\(schema)")
            let bare = try PublishingTown(portal, "formulaire")
            try bare.town.lavoir("run", status: 2)
            let advice = try bare.answers(["publish", "--dry-run"]).flatMap(\.advice).map(\.fr)
            #expect(
                advice.contains { $0.contains("« frequence »") } && advice.contains { $0.contains("« territoire »") }, "\(advice)"
            )
            let town = try PublishingTown(
                portal, "formulaire", options: ", fields: { frequence: frequency, territoire: coverage-code }")
            try town.town.lavoir("run")
            let sheet = try ask("package_show?id=formulaire")
            #expect(sheet["frequence"] as? String == "annual" && sheet["territoire"] as? String == "58000")
            #expect(sheet["spatial_uri"] as? String == "http://id.insee.fr/geo/commune/58000")
            #expect((sheet["resources"] as? [[String: Any]])?.count == 7)
            try town.proxy.forget()
            #expect(try town.answers().map(\.outcome) == ["unchanged"])
            #expect(town.proxy.writes == [])
        }

        @Test("harvests the town's catalogue with ckanext-dcat, page by page, and no harvested sheet is taken for ours")
        func harvest() async throws {
            try portal.restart(plugins: "harvest dcat dcat_rdf_harvester", settings: "ckan.harvest.mq.type=redis")
            let town = try Town.valbourg()
            try town.lavoir("run", "prenoms", "equipements", "subventions")
            try await ServeTests.serving(town) { site in
                let said = try Script.run(
                    Repository.folder.appending(path: ".vendor/ckan/bin/python").path,
                    [
                        Repository.folder.appending(path: "Tests/EndToEnd/Portals/harvest.py").path,
                        "\(site.address)/catalog.ttl?page_size=2",
                    ], in: town.folder.url,
                    environment: [
                        "LD_LIBRARY_PATH": "", "CKAN_DATA": portal.folder.url.path,
                        "PYTHONPATH": Repository.folder.appending(path: "scripts/servers").path,
                    ])
                let line = try #require(said.split(separator: "\n").last)
                let answer = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(said)")
                #expect((answer["errors"] as? [Any])?.isEmpty == true, "\(answer["errors"] as Any)")
                let sheets = try #require(answer["packages"] as? [[String: Any]])
                #expect(
                    Set(sheets.compactMap { $0["title"] as? String }) == [
                        "Prénoms des nouveau-nés", "Équipements publics", "Subventions versées aux associations",
                    ])
                for sheet in sheets {
                    let pairs = (sheet["extras"] as? [[String: Any]] ?? []).compactMap { one in
                        (one["key"] as? String).map { ($0, one["value"] as? String ?? "") }
                    }
                    let extras = Dictionary(pairs) { first, _ in first }
                    #expect(extras["frequency"]?.hasSuffix("/ANNUAL") == true && extras["publisher_name"] == "Ville de Valbourg")
                    #expect(
                        extras["temporal_start"] != nil && extras["spatial_uri"] != nil && extras["contact_name"] != nil,
                        "\(extras)")
                    #expect(extras["identifiant_source"] == nil)
                    let files = try #require(sheet["resources"] as? [[String: Any]])
                    #expect(files.count >= 4)
                    #expect(
                        files.allSatisfy {
                            ($0["license"] as? String)?.contains("etalab") == true || $0["access_services"] != nil
                        }, "\(files)")
                }
            }
        }
    }
}
