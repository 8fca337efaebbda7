import Territory
import Testing

@testable import Serve

@Suite("Records of the Explore API")
struct RecordsTests {
    @Test("hold every selected field in its order and its form, nulls too")
    func shape() async throws {
        let town = try await ServedTown.shared.value
        let reply = try await town.explore("datasets/oeuvres/records", ["limit": "1", "where": "id=1"])
        #expect(reply.status == 200)
        #expect(reply.header("Content-Type") == "application/json; charset=utf-8")
        #expect(
            reply.text == """
                {"total_count": 1, "results": [{"id":1,"titre":"Le \\"Grand\\" Cèdre","prix":120,"poids":1.5,\
                "pose":"1998-03-21","releve":"2025-11-04T09:30:00+00:00","mots":["bois","parc"],"public":true,\
                "lieu":{"lon":1.4437,"lat":43.6045},"contour":{"type":"Feature",\
                "geometry":{"type":"Point","coordinates":[1.4437,43.6045]},"properties":{}}}]}
                """)
        let empty = try await town.explore(
            "datasets/oeuvres/records", ["where": "id=3", "select": "prix,pose,releve,lieu,contour,mots"])
        #expect(
            empty.text == """
                {"total_count": 1, "results": [{"prix":null,"pose":null,"releve":null,"lieu":null,"contour":null,"mots":null}]}
                """)
    }

    @Test("come by pages that join to the whole, in the order of their file")
    func pages() async throws {
        let town = try await ServedTown.shared.value
        var ids: [Double] = []
        for offset in stride(from: 0, to: 6, by: 2) {
            let page = try await town.explore("datasets/oeuvres/records", ["limit": "2", "offset": "\(offset)", "select": "id"])
                .json()
            #expect(page["total_count"].number == 6)
            ids += page["results"].list.compactMap { $0["id"].number }
        }
        #expect(ids == [1, 2, 3, 4, 5, 6])
        let none = try await town.explore("datasets/oeuvres/records", ["limit": "0"])
        #expect(none.text == "{\"total_count\": 6, \"results\": []}")
        let nothing = try await town.explore("datasets/oeuvres/records", ["where": "id=99"])
        #expect(nothing.text == "{\"total_count\": 0, \"results\": []}")
    }

    @Test("are grouped and counted, and aggregates without groups are repeated on the row asked for")
    func groups() async throws {
        let town = try await ServedTown.shared.value
        let groups = try await town.explore(
            "datasets/oeuvres/records",
            ["select": "public,count(*) as n,sum(prix)", "group_by": "public", "order_by": "n desc,public"]
        ).json()
        #expect(groups["results"].list.map { $0["n"].number } == [3, 3])
        #expect(groups["results"].list.compactMap { $0["sum(prix)"].number }.reduce(0, +) == 277)
        let total = try await town.explore("datasets/oeuvres/records", ["limit": "1", "select": "count(*) as total"])
        #expect(total.text == "{\"total_count\": 6, \"results\": [{\"total\":6}]}")
    }

    @Test("write instants on the clock of the zone asked for")
    func zones() async throws {
        let town = try await ServedTown.shared.value
        let paris = try await town.explore(
            "datasets/oeuvres/records", ["select": "releve", "where": "id=2", "timezone": "Europe/Paris"])
        #expect(paris.text.contains("\"2025-06-04T11:30:00.500000+02:00\""))
        let unknown = try await town.explore("datasets/oeuvres/records", ["timezone": "Mars/Base"])
        #expect(unknown.status == 400 && unknown.text.contains("InvalidRESTParameterError"))
    }

    @Test("are found one by one by an identifier made of the key")
    func identifiers() async throws {
        let town = try await ServedTown.shared.value
        let list = try await town.explore("datasets/oeuvres/records", ["select": "record_id,id"]).json()
        let identifiers = list["results"].list.compactMap { $0["record_id"].text }
        #expect(Set(identifiers).count == 6 && identifiers.allSatisfy { $0.wholeMatch(of: #/[0-9a-f]{40}/#) != nil })
        let one = try await town.explore("datasets/oeuvres/records/\(identifiers[3])").json()
        #expect(one["_id"].text == identifiers[3] && one["id"].number == 4)
        let chosen = try await town.explore("datasets/oeuvres/records/\(identifiers[3])", ["select": "titre"])
        #expect(chosen.text == "{\"titre\":\"École d'Été\"}")
        let absent = try await town.explore("datasets/oeuvres/records/0000000000000000000000000000000000000000")
        #expect(absent.status == 404)
    }

    @Test("carry links when they are asked for")
    func links() async throws {
        let town = try await ServedTown.shared.value
        let page = try await town.explore(
            "datasets/oeuvres/records", ["limit": "2", "offset": "2", "select": "id", "include_links": "true"]
        ).json()
        let relations = page["_links"].list.compactMap { $0["rel"].text }
        #expect(Set(relations) == ["self", "first", "last", "next", "prev"])
        let row = page["results"][0]
        #expect(row.names == ["id", "_links"])
        let address = try #require(row["_links"][0]["href"].text)
        let path = "/" + (try #require(address.split(separator: "/", maxSplits: 2).last))
        #expect(try await town.get(path).json()["id"].number == 3)
    }

    @Test("never hold a private field, whoever asks and however")
    func secrets() async throws {
        let town = try await ServedTown.shared.value
        let asked = try await town.explore("datasets/oeuvres/records", ["select": "secret"])
        #expect(asked.status == 400 && asked.text.contains("Unknown field: secret"))
        for parameters: KeyValuePairs<String, String> in [
            ["where": "secret='a'"], ["order_by": "secret"], ["group_by": "secret"], ["refine": "secret:a"],
        ] {
            #expect(try await town.explore("datasets/oeuvres/records", parameters).status == 400, "\(parameters)")
        }
        #expect(try await town.explore("datasets/oeuvres/facets", ["facet": "secret"]).status == 400)
        for path in [
            "datasets/oeuvres/records", "datasets/oeuvres", "datasets/oeuvres/exports/csv", "datasets/oeuvres/exports/json",
            "datasets/oeuvres/exports/geojson",
        ] {
            let reply = try await town.explore(path)
            #expect(reply.status == 200 && !reply.text.contains("secret"), "\(path)")
        }
    }

    @Test("answer whatever is written in parameters, without an error of the server")
    func hostile() async throws {
        let town = try await ServedTown.shared.value
        let texts = [
            "'; DROP TABLE data; --", "\" OR 1=1", "titre = 'x' UNION SELECT * FROM duckdb_settings()", "read_csv('/etc/passwd')",
            "titre = \"\u{0}\"", String(repeating: "(", count: 10_000), "1e999 > id",
            "id in (" + String(repeating: "1,", count: 5_000) + "1)",
            "%", "\u{FFFF}", "\\", "`", "`titre", "not not not", String(repeating: "9", count: 500),
        ]
        for text in texts {
            for name in [
                "where", "select", "order_by", "group_by", "refine", "exclude", "limit", "offset", "lang", "timezone", "qv1",
            ] {
                let reply = try await town.explore("datasets/oeuvres/records", .init(dictionaryLiteral: (name, text)))
                #expect(reply.status < 500, "\(name)=\(text.prefix(40)): \(reply.text.prefix(200))")
            }
            #expect(try await town.explore("datasets/oeuvres/facets", ["facet": text]).status < 500, "facet \(text.prefix(40))")
            #expect(try await town.explore("datasets/oeuvres/exports/csv", ["where": text, "delimiter": text]).status < 500)
            #expect(try await town.explore("datasets/\(AddressText.encoded(text))/records").status < 500)
        }
    }
}
