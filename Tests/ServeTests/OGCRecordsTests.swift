import Foundation
import Testing

@testable import Serve

@Suite("OGC API – Records, Part 1")
struct OGCRecordsTests {
    private static func get(_ path: String) async throws -> ServedTown.Reply {
        try await OGCReferenceSystemTests.shared.value.get("/ogc/collections/catalogue\(path)")
    }

    private static func names(_ path: String) async throws -> [String] {
        try await get("/items\(path)").json()["features"].list.compactMap { $0["id"].text }
    }

    @Test("record-collection: the catalogue is a collection of records, listed with the others")
    func collection() async throws {
        #expect(try await Self.get("").json()["itemType"].text == "record")
        let all = try await OGCReferenceSystemTests.shared.value.get("/ogc/collections").json()
        #expect(all["collections"].list.contains { $0["id"].text == "catalogue" })
    }

    @Test("record-core: a record tells what a dataset is, where, and where to have it")
    func record() async throws {
        let record = try await Self.get("/items/points").json()
        #expect(record["type"].text == "Feature" && record["properties"]["type"].text == "dataset")
        #expect(record["properties"]["title"].text == "Points" && record["geometry"]["type"].text == "Polygon")
        #expect(record["properties"]["externalIds"][0]["value"].text?.count == 36)
        let relations = Set(record["links"].list.compactMap { $0["rel"].text })
        #expect(relations.isSuperset(of: ["self", "collection", "describes", "enclosure", "license"]))
        #expect(try await Self.get("/items/x").status == 404)
    }

    @Test(
        "record-core-query-parameters: words, boxes, types and names select",
        arguments: [
            ("", ["degres", "points", "zones"]), ("?q=DEGRES", ["degres"]), ("?q=points,zones", ["points", "zones"]),
            ("?q=rien", []),
            ("?bbox=2.5,48.9,3,50", ["zones"]), ("?bbox=100,0,110,10", []), ("?type=dataset&limit=1", ["degres"]),
            ("?type=service", []),
            ("?ids=points", ["points"]), ("?externalIds=x", []), ("?datetime=2020-01-01", ["degres", "points", "zones"]),
            ("?sortby=-id", ["zones", "points", "degres"]), ("?sortby=+title", ["degres", "points", "zones"]),
            ("?sortby=-created,-title&limit=2", ["zones", "points"]), ("?cursor=9223372036854775807", []),
        ] as [(String, [String])])
    func parameters(_ query: String, _ expected: [String]) async throws { #expect(try await Self.names(query) == expected) }

    @Test("record-api: pages join to the whole, and what is unknown is refused")
    func pages() async throws {
        let first = try await Self.get("/items?limit=2").json()
        #expect(first["numberMatched"].number == 3 && first["numberReturned"].number == 2)
        let next = try #require(first["links"].list.first { $0["rel"].text == "next" }?["href"].text)
        #expect(try await Self.names("?" + next.split(separator: "?")[1]) == ["zones"])
        for wrong in ["?x=1", "?limit=0", "?cursor=-1", "?bbox=1", "?datetime=x", "?sortby=secret"] {
            #expect(try await Self.get("/items\(wrong)").status == 400, "\(wrong)")
        }
        for path in ["", "/items", "/items/points"] { #expect(try await Self.get("\(path)?f=html").status == 200, "\(path)") }
    }
}
