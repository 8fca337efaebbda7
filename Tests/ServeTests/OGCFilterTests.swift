import Foundation
import Testing

@testable import Serve

@Suite("OGC API – Features, Part 3")
struct OGCFilterTests {
    private static func get(_ parameters: KeyValuePairs<String, String>) async throws -> ServedTown.Reply {
        let query = parameters.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }
        return try await ServedTown.shared.value.get("/ogc/collections/oeuvres/items?" + query.joined(separator: "&"))
    }

    private static func ids(_ reply: ServedTown.Reply) throws -> [Double] {
        try reply.json()["features"].list.compactMap { $0["properties"]["id"].number }
    }

    @Test("queryables: a schema of what a filter may name, its place told, the private field absent")
    func queryables() async throws {
        let reply = try await ServedTown.shared.value.get("/ogc/collections/oeuvres/queryables"), body = try reply.json()
        #expect(reply.header("Content-Type") == "application/schema+json")
        #expect(
            body["$schema"].text == "https://json-schema.org/draft/2020-12/schema"
                && body["additionalProperties"] == .boolean(false))
        #expect(body["$id"].text?.hasSuffix("/ogc/collections/oeuvres/queryables") == true)
        #expect(body["properties"].names == ["id", "titre", "prix", "poids", "pose", "releve", "mots", "public", "geometry"])
        #expect(body["properties"]["pose"]["format"].text == "date" && body["properties"]["prix"]["type"].text == "integer")
        #expect(body["properties"]["geometry"]["x-ogc-role"].text == "primary-geometry")
    }

    @Test("filter: text, JSON and coordinates of another system select; other parameters select further")
    func filters() async throws {
        #expect(try await Self.ids(Self.get(["filter": "prix > 50"])) == [1, 2])
        #expect(try await Self.ids(Self.get(["filter": "prix > 50", "public": "true"])) == [1])
        let json = "{\"op\":\"=\",\"args\":[{\"property\":\"prix\"},40]}"
        #expect(try await Self.ids(Self.get(["filter": json, "filter-lang": "cql2-json"])) == [4, 5])
        let place = "S_INTERSECTS(geometry, POINT(43.6045 1.4437))"
        let system = "http://www.opengis.net/def/crs/EPSG/0/4326"
        #expect(try await Self.ids(Self.get(["filter": place, "filter-crs": system])) == [1])
        let page = try await Self.get(["filter": "prix = 40", "limit": "1"]).json()
        #expect(page["numberMatched"].number == 2)
        let next = try #require(page["links"].list.first { $0["rel"].text == "next" }?["href"].text)
        #expect(next.contains("filter=prix"))
    }

    @Test("filter: what cannot be read, is unknown or is secret is refused with its place")
    func refusals() async throws {
        for wrong in [
            ["filter": "prix >"], ["filter": "secret = 'a'"], ["filter": "prix = 1", "filter-lang": "cql"], ["filter": "1"],
            ["filter": "prix = 1", "filter-crs": "x"], ["filter": "{", "filter-lang": "cql2-json"],
        ] as [KeyValuePairs<String, String>] {
            let reply = try await Self.get(wrong)
            #expect(reply.status == 400 && reply.header("Content-Type") == "application/problem+json", "\(wrong)")
        }
        #expect(try await Self.get(["filter": "prix >"]).text.contains("6"))
    }
}
