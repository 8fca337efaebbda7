import Territory
import Foundation
import Testing

@testable import Serve

@Suite("CKAN's DataStore")
struct CKANDatastoreTests {
    private static func search(_ parameters: KeyValuePairs<String, String>) async throws -> ServedTown.Value {
        let query = ServedTown.query(parameters)
        let reply = try await ServedTown.shared.value.get("/api/3/action/datastore_search?resource_id=oeuvres&\(query)")
        #expect(reply.status == 200, "\(reply.text)")
        return try reply.json()["result"]
    }

    @Test("describes a resource")
    func info() async throws {
        let reply = try await ServedTown.shared.value.action("datastore_info", ["id": "oeuvres"])
        let info = try reply.json()["result"]
        #expect(
            info["meta"]["count"].number == 6 && info["meta"]["id"].text == "oeuvres"
                && info["meta"]["table_type"].text == "BASE TABLE")
        let fields = info["fields"].list
        #expect(
            fields.map { $0["id"].text } == [
                "id", "titre", "prix", "poids", "pose", "releve", "mots", "public", "lieu", "contour",
            ])
        #expect(
            fields.map { $0["type"].text } == [
                "int8", "text", "int8", "numeric", "date", "timestamp", "_text", "bool", "json", "json",
            ])
        #expect(fields[0]["info"]["label"].text == "Numéro" && fields[0]["schema"]["uniquekey"] == .boolean(true))
    }

    @Test("answers rows as objects, with what it understood, its fields and its total")
    func rows() async throws {
        let answer = try await Self.search(["limit": "2", "sort": "prix desc nulls last, id"])
        #expect(
            answer.names == [
                "resource_id", "include_total", "limit", "sort", "records_format", "records", "fields", "_links", "total",
                "total_was_estimated",
            ])
        #expect(answer["total"].number == 6 && answer["records"].list.count == 2)
        let first = answer["records"][0]
        #expect(first["id"].number == 1 && first["_id"].text?.count == 40 && first["pose"].text == "1998-03-21")
        #expect(
            first["releve"].text == "2025-11-04T09:30:00" && first["mots"].texts == ["bois", "parc"]
                && first["lieu"]["lat"].number == 43.6045)
        #expect(first.names.contains("contour") && !first.names.contains("secret"))
        #expect(answer["fields"][0]["id"].text == "_id" && answer["fields"][1]["info"]["label"].text == "Numéro")
        #expect(answer["_links"]["next"].text?.hasSuffix("&offset=2") == true)
        let next = try #require(answer["_links"]["next"].text)
        let page = try await ServedTown.shared.value.get(next).json()["result"]
        #expect(page["offset"].number == 2 && page["records"].list.count == 2)
    }

    @Test(
        "filters, searches, orders, and counts equal rows once",
        arguments: [
            (#"filters={"prix": 40}&sort=id"#, [4.0, 5]), (#"filters={"prix": [120, 80]}&sort=id"#, [1, 2]),
            (#"filters={"mots": "eau", "id": 4}"#, [4]),
            (#"filters={"prix": null}"#, [3]), (#"filters={"titre": "École d'Été"}&sort=id desc"#, [5, 4]),
            ("q=ecole&sort=id", [4, 5]),
            (#"q={"titre": "lignes"}"#, [3]), (#"filters={"public": true}&sort=id asc"#, [1, 3, 6]), ("sort=prix&limit=1", [6]),
            ("limit=0", []),
            ("sort=id&offset=4&limit=1", [5]), (#"filters={"prix": "40"}&sort=id"#, [4, 5]),
            (#"filters={"prix": "quarante"}"#, []),
        ])
    func choices(_ query: String, _ wanted: [Double]) async throws {
        let encoded = query.split(separator: "&").map { part in
            let sides = part.split(separator: "=", maxSplits: 1)
            return "\(sides[0])=\(AddressText.encoded(String(sides[1])))"
        }.joined(separator: "&")
        let reply = try await ServedTown.shared.value.get("/api/3/action/datastore_search?resource_id=oeuvres&\(encoded)")
        #expect(reply.status == 200, "\(reply.text)")
        #expect(try reply.json()["result"]["records"].list.map { $0["id"].number } == wanted)
    }

    @Test("writes rows in other forms, and counts only when it is asked to")
    func forms() async throws {
        let csv = try await Self.search(["records_format": "csv", "fields": "id,titre", "sort": "id", "limit": "2"])
        #expect(csv["records"].text == "1,\"Le \"\"Grand\"\" Cèdre\"\r\n2,\"Deux; points: et, virgules\"\r\n")
        let lists = try await Self.search([
            "records_format": "lists", "fields": "[\"id\", \"prix\"]", "sort": "id desc", "include_total": "false",
        ])
        #expect(lists["records"][0].numbers == [6, -3] && lists["total"] == .null && !lists.names.contains("total"))
        let distinct = try await Self.search(["fields": "titre", "distinct": "true", "sort": "titre"])
        #expect(distinct["total"].number == 5 && distinct["records"].list.count == 5)
        #expect(try await Self.search(["limit": "99999999"])["limit"].number == 32_000)
    }

    private static func sql(_ text: String) async throws -> ServedTown.Reply {
        try await ServedTown.shared.value.action("datastore_search_sql", ["sql": text])
    }

    @Test(
        "answers a SELECT",
        arguments: [
            ("SELECT id, titre FROM oeuvres WHERE prix > 100", #"[{"id": 1, "titre": "Le \"Grand\" Cèdre"}]"#),
            (#"SELECT count(*) AS n FROM "oeuvres" AS o WHERE o.public"#, #"[{"n": 3}]"#),
            ("SELECT prix, count(*) AS n FROM oeuvres GROUP BY prix HAVING count(*) > 1;", #"[{"prix": 40, "n": 2}]"#),
            ("WITH chers AS (SELECT * FROM oeuvres WHERE prix >= 80) SELECT max(prix) AS m FROM chers", #"[{"m": 120}]"#),
            ("SELECT a.id FROM oeuvres a JOIN oeuvres b ON a.prix = b.prix AND a.id < b.id", #"[{"id": 4}]"#),
            ("SELECT upper(titre) AS t FROM oeuvres WHERE titre LIKE '%Cèdre' -- fin", #"[{"t": "LE \"GRAND\" CÈDRE"}]"#),
            ("SELECT 1 AS un UNION ALL SELECT 2 ORDER BY un DESC", #"[{"un": 2}, {"un": 1}]"#),
        ])
    func select(_ sql: String, _ wanted: String) async throws {
        let reply = try await Self.sql(sql)
        #expect(reply.status == 200, "\(reply.text)")
        #expect(reply.text.contains("\"records\": \(wanted), \"fields\": [{\"id\": "), "\(reply.text)")
    }

    @Test(
        "refuses whatever is not one SELECT over what is public",
        arguments: [
            "ATTACH 'x.db'", "COPY oeuvres TO '/tmp/x'", "SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM '/etc/passwd'",
            "SELECT * FROM read_text('/etc/passwd')",
            "SELECT 1; SELECT 2", "SELECT 1; DROP TABLE oeuvres", "DROP TABLE oeuvres", "PRAGMA database_list",
            "SET memory_limit='1MB'", "CALL pragma_version()",
            "SELECT * FROM duckdb_settings()", "SELECT * FROM information_schema.tables", "SELECT * FROM paie",
            "SELECT secret FROM oeuvres", "SELECT _source FROM oeuvres",
            "SELECT * FROM memory.main.catalogue_1", "SELECT getenv('HOME')", "SELECT current_setting('memory_limit')",
            "SELECT * FROM glob('/*')",
            "INSERT INTO oeuvres VALUES (1)", "DELETE FROM oeuvres", "EXPLAIN SELECT 1", "DESCRIBE oeuvres",
            "SELECT * FROM (DESCRIBE oeuvres)", "SHOW TABLES", "SELECT",
            "", " ", "SELECT 1) AS a; DROP TABLE x; --", "SELECT * FROM oeuvres) AS answer, (SELECT * FROM paie",
            "SELECT /* */ 1 FROM oeuvres; --",
            "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT * FROM r",
            "SELECT * FROM range(1000000000000)", "SELECT repeat('a', 1000000000)",
            "SELECT CAST(titre AS INTEGER) FROM oeuvres", "SELECT * FROM oeuvres WHERE ? = 1", "LOAD httpfs", "INSTALL httpfs",
            "SELECT pg_sleep(10)", "SELECT inconnu FROM oeuvres",
            "SELECT nextval('x')", "SELECT * FROM query('SELECT 1')", "SELECT * FROM query_table('oeuvres')",
            "FROM oeuvres SELECT getvariable('x')", "VACUUM", "CHECKPOINT",
        ])
    func refused(_ sql: String) async throws {
        let reply = try await Self.sql(sql)
        #expect([403, 404, 409].contains(reply.status), "\(sql): \(reply.status) \(reply.text.prefix(500))")
        let answer = try reply.json()
        #expect(answer["success"] == .boolean(false) && answer["error"]["__type"].text?.hasSuffix("Error") == true)
        for word in ["root:", "serving_", "/work/", "agent"] {
            #expect(!reply.text.contains(word), "\(sql) tells \(word): \(reply.text)")
        }
        #expect(try await Self.sql("SELECT count(*) AS n FROM oeuvres").text.contains("{\"n\": 6}"), "the server lives")
    }
}
