import Foundation
import FoundationNetworking
import Support
import Testing

extension Journeys {
    /// The program serving, as a town runs it, asked over the network.
    @Suite("lavoir serve")
    struct ServeTests {
        /// A server of a town at a port of its own. It is stopped as a system stops it.
        static func serving<T>(_ town: Town, _ arguments: [String] = [], _ body: (Site) async throws -> T) async throws
            -> T
        {
            let running = try Program.start(
                ["serve", "--port", "0"] + arguments, in: town.folder.url, environment: town.environment)
            defer { running.process.terminate() }
            var port = 0
            _ = await eventually {
                port = running.said.firstMatch(of: #/http:\/\/127\.0\.0\.1:(\d+)\//#).flatMap { Int($0.1) } ?? 0
                return port > 0 || !running.process.isRunning
            }
            let site = Site(address: "http://127.0.0.1:\(port)", running: running)
            try #require(port > 0)
            try #require(await eventually { await (try? site.status("/ready")) == 200 })
            return try await body(site)
        }

        struct Site: Sendable {
            let address: String
            let running: Program.Running

            func get(_ path: String) async throws -> (status: Int, body: Data) {
                let url = try #require(URL(string: address + path))
                let (body, response) = try await URLSession.shared.data(from: url)
                return ((response as? HTTPURLResponse)?.statusCode ?? 0, body)
            }

            func status(_ path: String) async throws -> Int { try await get(path).status }
        }

        /// What the clients understood.
        private struct Understood: Decodable {
            struct ODS: Decodable { let rows: Int, columns: [String], lines: Int }
            struct Portal: Decodable {
                let kind: String, found: [String], name: String, rows: Int, fields: [String], few: Int, every: Int
            }
            let odsclient: ODS
            let portalkit: Portal
        }

        /// What the clients say of a dataset of a town.
        private static func understood(_ script: String, _ site: Site, _ dataset: String, _ town: Town) throws -> Data {
            let said = try Script.run(
                Repository.folder.appending(path: ".vendor/clients/bin/python").path,
                [Repository.folder.appending(path: "scripts/clients/\(script)").path, site.address, dataset],
                in: town.folder.url, environment: ["LD_LIBRARY_PATH": ""])
            return Data(said.utf8)
        }

        @Test("answers the clients of an Opendatasoft portal, unchanged, on the example town")
        func clients() async throws {
            let town = try Town.valbourg()
            try town.lavoir("run")
            try await Self.serving(town) { site in
                let understood = try JSONDecoder().decode(
                    Understood.self, from: Self.understood("ask", site, "subventions", town))
                #expect(understood.odsclient.rows == 189 && understood.odsclient.lines == 190)
                #expect(understood.odsclient.columns.first == "Attribuant" && understood.odsclient.columns.count == 16)
                #expect(understood.portalkit.kind == "OpenDataSoftPortal" && understood.portalkit.found.contains("subventions"))
                #expect(understood.portalkit.rows == 189 && understood.portalkit.few == 150 && understood.portalkit.every == 189)
                #expect(understood.portalkit.name == "Subventions versées aux associations")
            }
        }

        @Test(
            "answers them all on a real file: the public buildings of Montpellier",
            .enabled(if: SharedFiles.arePresent(for: "lavoir serve, on a real file")))
        func realFile() async throws {
            let name = "equipements-montpellier", sample = try #require(Sample.all.first { $0.name == name })
            let town = try sample.town(), file = town.folder.url.appending(path: "datasets/\(name).yaml")
            let declared = try String(contentsOf: file, encoding: .utf8)
            try town.folder.write(declared + "key: [numero]\npublish: [portal]\n", to: "datasets/\(name).yaml")
            try town.lavoir("run")
            try await Self.serving(town) { site in
                let understood = try JSONDecoder().decode(Understood.self, from: Self.understood("ask", site, name, town))
                #expect(understood.odsclient.rows == 1_024 && understood.odsclient.lines == 1_025)
                #expect(understood.portalkit.rows == 1_024 && understood.portalkit.every == 1_024)
                #expect(
                    Set(understood.portalkit.fields) == ["numero", "EQUIP_NOM", "EQUIP_THEME", "EQUIP_TYPE", "COLL_INSEE"])
                let ckan = try JSONDecoder().decode(UnderstoodOfCKAN.self, from: Self.understood("ask-ckan", site, name, town))
                #expect(ckan.total == 1_024 && ckan.every == 1_024 && ckan.distinct == 1_024 && ckan.same == ckan.counted)
            }
        }

        @Test(
            "keeps what its OpenAPI documents promise, whatever schemathesis asks, and never fails",
            arguments: ["api/openapi.json", "ogc/api"])
        func promises(_ document: String) async throws {
            let town = try Town.valbourg()
            try town.lavoir("run")
            try await Self.serving(town) { site in
                let said = try Script.run(
                    Repository.folder.appending(path: ".vendor/clients/bin/schemathesis").path,
                    [
                        "run", "\(site.address)/\(document)", "--workers", "2", "--phases", "coverage,fuzzing", "--seed",
                        "1",
                        "--max-examples", "20", "--continue-on-failure", "--no-color", "--checks",
                        "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
                    ], in: town.folder.url, environment: ["LD_LIBRARY_PATH": ""])
                let summary = try #require(said.firstMatch(of: #/(\d+) generated, (\d+) passed/#), "\(said.suffix(2_000))")
                #expect(summary.1 == summary.2 && (Int(summary.1) ?? 0) > 500, "\(said.suffix(4_000))")
            }
        }

        /// What ckanapi understood.
        private struct UnderstoodOfCKAN: Decodable {
            let version: String, names: [String], found: [String], title: String, format: String, total: Int, every: Int
            let distinct: Int, fields: [String], same: Int, counted: Int, refusals: [String?]
        }

        @Test("answers a client of CKAN, unchanged, page by page and in SQL")
        func ckan() async throws {
            let town = try Town.valbourg()
            try town.lavoir("run")
            try await Self.serving(town) { site in
                let understood = try JSONDecoder().decode(
                    UnderstoodOfCKAN.self, from: Self.understood("ask-ckan", site, "subventions", town))
                #expect(understood.names.contains("subventions") && understood.found.contains("subventions"))
                #expect(understood.title == "Subventions versées aux associations" && understood.format == "CSV")
                #expect(understood.total == 189 && understood.every == 189 && understood.distinct == 189)
                #expect(understood.fields.count == 16 && understood.same == understood.counted && understood.same > 0)
                #expect(
                    understood.refusals == [
                        "NotFound", "NotFound", "ValidationError", "NotAuthorized", "SearchQueryError", "CKANAPIError",
                    ])
            }
        }

        @Test("takes up what a run writes while it serves, and stops when it is told")
        func runs() async throws {
            let town = try Town(datasets: ["d": "title: D\nsource: { file: exports/d.csv }\npublish: [portal]\n"])
            try town.folder.write("a;b\n1;2\n", to: "exports/d.csv")
            try await Self.serving(town) { site in
                let path = "/api/explore/v2.1/catalog/datasets/d/records?limit=0"
                #expect(try await site.status(path) == 404, "nothing has been run yet")
                try town.lavoir("run")
                #expect(await eventually { await (try? site.status(path)) == 200 })
                try town.folder.write("a;b\n1;2\n3;4\n", to: "exports/d.csv")
                try town.lavoir("run")
                #expect(
                    await eventually {
                        (try? await site.get(path).body).map { String(decoding: $0, as: UTF8.self) }?.contains(
                            "\"total_count\": 2") == true
                    })
                site.running.process.terminate()
                let outcome = try site.running.finish()
                #expect(outcome.status == 0, "\(outcome.errors)")
                for line in outcome.errors.split(separator: "\n") {
                    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
                    #expect(!line.contains("127.0.0.1") || line.contains("listening"), "\(line)")
                }
            }
        }

        @Test("goes on while clients leave in the middle, read slowly, say nonsense or nothing at all")
        func rude() async throws {
            let town = try Town(datasets: ["gros": "title: Gros\nsource: { file: exports/gros.csv }\npublish: [portal]\n"])
            let rows = (0..<60_000).map { "\($0);ligne numéro \($0) d'un long texte;\($0 % 97)\n" }.joined()
            try town.folder.write("id;texte;n\n" + rows, to: "exports/gros.csv")
            try town.lavoir("run")
            try await Self.serving(town) { site in
                let script = Repository.folder.appending(path: "scripts/clients/rude").path
                let said = try Script.run("python3", [script, site.address, "gros"], in: town.folder.url, environment: [:])
                #expect(said.contains("everyone was answered"), "\(said)")
                #expect(try await site.status("/ready") == 200)
                let whole = try await site.get("/api/explore/v2.1/catalog/datasets/gros/exports/csv?with_bom=false")
                #expect(whole.body.split(separator: UInt8(ascii: "\n")).count == 60_001)
            }
        }

        @Test("refuses an address that is taken, in words")
        func taken() async throws {
            let town = try Town(datasets: [:])
            try await Self.serving(town) { site in
                let port = try #require(site.address.split(separator: ":").last)
                let outcome = try Program.run(["serve", "--port", String(port)], in: town.folder.url)
                #expect(outcome.status == 1 && outcome.errors.contains("serve.not-listening"), "\(outcome.errors)")
            }
        }
    }
}
