import Foundation
import HTTPTypes
import Support
import Testing

@testable import Serve

/// OGC API – Features, Part 1 (17-069r4): a test for each line of the checklist, named by requirement class.
@Suite("OGC API – Features, Part 1")
struct OGCFeaturesTests {
    private static func get(_ path: String, headers: HTTPFields = [:]) async throws -> ServedTown.Reply {
        try await ServedTown.shared.value.get("/ogc\(path)", headers: headers)
    }

    private static func ids(_ body: ServedTown.Value) -> [Double] {
        body["features"].list.compactMap { $0["properties"]["id"].number }
    }

    @Test("core: the landing page leads to the description, the conformance and the data")
    func landing() async throws {
        let reply = try await Self.get("/"), body = try reply.json()
        #expect(reply.status == 200 && body["title"].text == "Essai – API OGC")
        let relations = body["links"].list.compactMap { $0["rel"].text }
        #expect(Set(relations).isSuperset(of: ["self", "alternate", "service-desc", "service-doc", "conformance", "data"]))
        let description = body["links"].list.first { $0["rel"].text == "service-desc" }
        #expect(description?["type"].text == "application/vnd.oai.openapi+json;version=3.0")
        #expect(try await Self.get("/conformance").text.contains("ogcapi-features-1/1.0/conf/core"))
    }

    @Test("core: collections tell what they are, where and when they extend")
    func collections() async throws {
        let body = try await Self.get("/collections").json()
        #expect(body["collections"].list.map { $0["id"].text } == ["oeuvres", "catalogue"], "what is not public is absent")
        let one = try await Self.get("/collections/oeuvres").json()
        #expect(one["title"].text == "Œuvres d'art" && one["itemType"].text == "feature")
        #expect(one["extent"]["spatial"]["bbox"][0].list.count == 4)
        #expect(one["extent"]["temporal"]["interval"][0][0].text == "1900-01-01T00:00:00Z")
        #expect(one["crs"].list.count == 13 && one["crs"].list.contains(one["storageCrs"]))
        let items = one["links"].list.first { $0["rel"].text == "items" }
        #expect(items?["type"].text == "application/geo+json")
        #expect(try await Self.get("/collections/paie").status == 404)
        #expect(try await Self.get("/collections/paie/items").status == 404)
    }

    @Test("core: items are GeoJSON, counted, with a geometry or none, the private field absent")
    func items() async throws {
        let reply = try await Self.get("/collections/oeuvres/items"), body = try reply.json()
        #expect(reply.header("Content-Type") == "application/geo+json")
        #expect(reply.header("Content-Crs") == "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>")
        #expect(body["type"].text == "FeatureCollection" && body["numberMatched"].number == 6)
        #expect(body["numberReturned"].number == 6 && Self.ids(body) == [1, 2, 3, 4, 5, 6])
        #expect(body["timeStamp"].text?.hasSuffix("Z") == true)
        let first = body["features"][0]
        #expect(first["type"].text == "Feature" && first["id"].text?.count == 40)
        #expect(first["geometry"]["coordinates"][0].number == 1.4437 && first["geometry"]["coordinates"][1].number == 43.6045)
        #expect(body["features"][1]["geometry"] == .null)
        #expect(first["properties"].names == ["id", "titre", "prix", "poids", "pose", "releve", "mots", "public", "lieu"])
    }

    @Test("core: limit is kept to its bounds and pages join to the whole")
    func pages() async throws {
        var address = "/collections/oeuvres/items?limit=2", ids: [Double] = []
        for _ in 0..<4 {
            let body = try await Self.get(address).json()
            ids += Self.ids(body)
            #expect(body["numberMatched"].number == 6)
            guard let next = body["links"].list.first(where: { $0["rel"].text == "next" })?["href"].text else { break }
            #expect(next.contains("limit=2"), "the other parameters are kept")
            address = String(next.split(separator: "/ogc", maxSplits: 1)[1])
        }
        #expect(ids == [1, 2, 3, 4, 5, 6])
        #expect(Self.ids(try await Self.get("/collections/oeuvres/items?limit=9999999").json()).count == 6)
        for wrong in ["limit=0", "limit=-1", "limit=x", "cursor=x", "cursor=MS4y"] {
            let reply = try await Self.get("/collections/oeuvres/items?\(wrong)")
            #expect(reply.status == 400 && reply.header("Content-Type") == "application/problem+json", "\(wrong)")
            #expect(try reply.json()["code"].text != nil && reply.json()["description"].text != nil)
        }
    }

    @Test("core, HTTP 1.1: HEAD, OPTIONS, other origins and compression")
    func http() async throws {
        let town = try await ServedTown.shared.value, path = "/ogc/collections/oeuvres/items"
        let head = try await town.get(path, method: .head)
        #expect(head.status == 200 && head.bytes.isEmpty && head.header("Content-Crs") != nil)
        #expect(head.header("ETag") == (try await town.get(path)).header("ETag"))
        #expect((200...204).contains(try await town.get(path, method: .options).status))
        let other = try await town.get(path, headers: [.origin: "https://carte.example.org", .acceptEncoding: "gzip"])
        #expect(other.header("Access-Control-Allow-Origin") == "*" && other.header("Content-Encoding") == "gzip")
    }

    @Test("core: a collection leads to its items, what may filter them, its tiles, its page and its licence")
    func ways() async throws {
        let links = try await Self.get("/collections/oeuvres").json()["links"].list
        let relations = Set(links.compactMap { $0["rel"].text?.split(separator: "/").last.map(String.init) })
        #expect(relations == ["self", "alternate", "items", "queryables", "describedby", "tilesets-vector", "license"])
        #expect(links.allSatisfy { $0["href"].text?.hasPrefix("http") == true }, "whole addresses, right behind a proxy")
    }

    @Test("geojson: places have seven decimals at most, longitude first")
    func decimals() async throws {
        let town = try await ServedTown(
            "fins", csv: "id,lieu\n1,\"43.123456789012, 1.987654321098\"\n",
            "fields: { id: { type: int }, lieu: { type: geo_point_2d } }")
        let text = try await town.get("/ogc/collections/fins/items").text
        #expect(text.contains(#"{"type":"Point","coordinates":[1.9876543,43.1234568]}"#), "\(text)")
    }

    @Test("core: a large page is written while it is read, and says the same")
    func stream() async throws {
        let small = try await Self.get("/collections/oeuvres/items?limit=1000").json()
        let large = try await Self.get("/collections/oeuvres/items?limit=1001").json()
        #expect(small["features"] == large["features"] && large["numberReturned"].number == 6)
    }

    @Test(
        "core: bbox selects what touches it, nothing that has no place",
        arguments: [
            ("1.4,43.6,1.5,43.62", [1]), ("1,43,0,2,44,9", [1]), ("-180,-90,180,90", [1]), ("170,40,2,50", [1]),
            ("10,43,20,44", []),
        ] as [(String, [Double])])
    func boxes(_ box: String, _ expected: [Double]) async throws {
        #expect(Self.ids(try await Self.get("/collections/oeuvres/items?bbox=\(box)").json()) == expected)
    }

    @Test(
        "core: datetime selects instants, days and intervals with open ends",
        arguments: [
            ("1998-03-21", [1]), ("2001-07-01T00:00:00Z", [2]), ("2000-01-01/2019-12-31", [2]), ("../1998-12-31", [1, 6]),
            ("2020-01-01/..", [4, 5]), ("/1950-01-01", [6]),
        ] as [(String, [Double])])
    func times(_ time: String, _ expected: [Double]) async throws {
        #expect(Self.ids(try await Self.get("/collections/oeuvres/items?datetime=\(time)").json()) == expected)
    }

    @Test(
        "core: each simple property filters under its own name",
        arguments: [
            ("prix=40", [4, 5]), ("public=true", [1, 3, 6]), ("mots=parc", [1, 4]),
            ("titre=%C3%89cole%20d%27%C3%89t%C3%A9", [4, 5]),
        ]
            as [(String, [Double])])
    func properties(_ filter: String, _ expected: [Double]) async throws {
        #expect(Self.ids(try await Self.get("/collections/oeuvres/items?\(filter)").json()) == expected)
    }

    @Test("core: what is unknown or cannot be read is refused, and absent things are absent")
    func refusals() async throws {
        for wrong in [
            "bbox=1,2,3", "bbox=a,b,c,d", "bbox=1,50,2,40", "datetime=hier", "datetime=2020-01-02/2020-01-01", "datetime=..",
            "secret=a", "foo=1", "prix=cher", "f=xml", "crs=http://www.opengis.net/def/crs/EPSG/0/27572",
        ] {
            #expect(try await Self.get("/collections/oeuvres/items?\(wrong)").status == 400, "\(wrong)")
        }
        for path in ["/?x=1", "/conformance?x=1", "/collections?limit=1", "/collections/oeuvres?x=1"] {
            #expect(try await Self.get(path).status == 400, "\(path)")
        }
        for path in ["/x", "/collections/x", "/collections/x/items", "/collections/oeuvres/items/x"] {
            let reply = try await Self.get(path)
            #expect(reply.status == 404 && reply.header("Content-Type") == "application/problem+json", "\(path)")
        }
        #expect(try await Self.get("/", headers: [.accept: "image/png"]).status == 406)
        #expect(try await ServedTown.shared.value.get("/ogc/collections", method: .post).status == 405)
    }

    @Test("geojson: one feature by its identifier, with its links")
    func feature() async throws {
        let list = try await Self.get("/collections/oeuvres/items?prix=80").json()
        let name = try #require(list["features"][0]["id"].text)
        let one = try await Self.get("/collections/oeuvres/items/\(name)").json()
        #expect(one["id"].text == name && one["properties"] == list["features"][0]["properties"])
        #expect(Set(one["links"].list.compactMap { $0["rel"].text }) == ["self", "alternate", "collection"])
    }

    @Test("html: every resource is a page in the language of its address, for who prefers pages")
    func pagesForPeople() async throws {
        let list = try await Self.get("/collections/oeuvres/items?limit=1").json()
        let name = try #require(list["features"][0]["id"].text)
        for path in [
            "", "/conformance", "/api", "/collections", "/collections/oeuvres", "/collections/oeuvres/queryables",
            "/collections/oeuvres/items", "/collections/oeuvres/items/\(name)",
        ] {
            let french = try await Self.get(path, headers: [.accept: "text/html,*/*;q=0.8"])
            #expect(french.status == 200 && french.text.contains("<html lang=\"fr\">"), "\(path)")
            let told = try await Self.get("\(path)?f=html")
            #expect(told.text.contains("<h1"), "\(path)")
            let english = try await ServedTown.shared.value.get("/en/ogc\(path)?f=html")
            #expect(english.status == 200 && english.text.contains("<html lang=\"en\">"), "\(path)")
            #expect(try await Self.get("\(path)?f=json").header("ETag") != told.header("ETag"), "\(path)")
            #expect(told.header("Vary")?.contains("Accept,") == true || told.header("Vary")?.hasSuffix("Accept") == true)
        }
    }

    @Test("oas30: the description holds each collection with its real parameters and bounds")
    func description() async throws {
        let reply = try await Self.get("/api"), body = try reply.json()
        #expect(reply.header("Content-Type") == "application/vnd.oai.openapi+json;version=3.0")
        #expect(
            body["openapi"].text == "3.0.3" && body["components"]["parameters"]["limit"]["schema"]["maximum"].number == 10_000)
        let parameters = body["paths"]["/collections/oeuvres/items"]["get"]["parameters"].list
        #expect(Set(parameters.compactMap { $0["name"].text }).isSuperset(of: ["titre", "prix", "public"]))
        for parameter in parameters.compactMap({ $0["$ref"].text }) {
            let name = try #require(parameter.split(separator: "/").last)
            #expect(body["components"]["parameters"][String(name)]["in"].text != nil, "\(name)")
        }
    }

    @Test("an answer has a mark, which spares sending it again")
    func marks() async throws {
        for path in ["/collections/oeuvres/items?limit=1", "/collections/oeuvres", "/collections", "/api", ""] {
            let mark = try #require(try await Self.get(path).header("ETag"), "\(path)")
            #expect(try await Self.get(path, headers: [.ifNoneMatch: mark]).status == 304, "\(path)")
        }
    }

    @Test("a walk goes on in the version it began with, whatever is published meanwhile")
    func walk() async throws {
        let town = try await ServedTown(files: ServedTown.seeded)
        func ids(_ address: String) async throws -> (ids: [Double], next: String?) {
            let body = try await town.get(address).json()
            let next = body["links"].list.first { $0["rel"].text == "next" }?["href"].text
            return (Self.ids(body), next.map { "/ogc" + $0.split(separator: "/ogc", maxSplits: 1)[1] })
        }
        let first = try await ids("/ogc/collections/oeuvres/items?limit=4")
        #expect(first.ids == [1, 2, 3, 4])
        let rows = "id,titre,prix,poids,pose,releve,mots,public,lieu,contour,secret\n9,Neuf,1,1,,,,oui,,,z\n"
        try town.folder.write(rows, to: "exports/oeuvres.csv")
        try await ServedTown.run(town.folder)
        await town.server.refresh()
        #expect(try await ids("/ogc/collections/oeuvres/items").ids == [9])
        #expect(try await ids(try #require(first.next)).ids == [5, 6])
    }
}
