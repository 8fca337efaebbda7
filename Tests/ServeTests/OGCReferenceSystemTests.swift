import Foundation
import HTTPTypes
import Query
import Testing

@testable import Serve

@Suite("OGC API – Features, Part 2")
struct OGCReferenceSystemTests {
    /// The museum of Toulouse's first work, as IGN's own service of conversion and PROJ 9 give it.
    private static let places: [(system: String, first: Double, second: Double, tolerance: Double)] = [
        ("OGC/1.3/CRS84", 1.4437, 43.6045, 1e-9), ("EPSG/0/4326", 43.6045, 1.4437, 1e-9),
        ("EPSG/0/3857", 160_711.95, 5_404_404.66, 60), ("EPSG/0/2154", 574_357.8, 6_279_642.9, 60),
    ]

    static func town() async throws -> ServedTown {
        try await ServedTown(files: [
            "exports/points.csv": "id,nom,lieu\n1,Capitole,\"43.6045, 1.4437\"\n2,Loin,\"48.85, 2.35\"\n3,Sans lieu,\n",
            "datasets/points.yaml":
                "title: Points\nsource: { file: exports/points.csv }\nkey: [id]\npublish: [portal]\nfields:\n  id: { type: int }\n  nom: { type: text }\n  lieu: { type: geo_point_2d }\n",
            "exports/degres.csv": "id,lat,lon\n1,43.6045,1.4437\n2,48.85,2.35\n3,,\n",
            "datasets/degres.yaml":
                "title: Degrés\nsource: { file: exports/degres.csv }\nkey: [id]\npublish: [portal]\nfields:\n  id: { type: int }\n  lat: { type: double }\n  lon: { type: double }\nviews:\n  - map: { latitude: lat, longitude: lon }\n",
            "exports/zones.csv":
                "id,zone\n1,\"{\"\"type\"\":\"\"Polygon\"\",\"\"coordinates\"\":[[[1,43],[2,43],[2,44],[1,44],[1,43]]]}\"\n2,\"{\"\"type\"\":\"\"Polygon\"\",\"\"coordinates\"\":[[[2,48],[3,48],[3,49],[2,49],[2,48]]]}\"\n",
            "datasets/zones.yaml":
                "title: Zones\nsource: { file: exports/zones.csv }\nkey: [id]\npublish: [portal]\nfields:\n  id: { type: int }\n  zone: { type: geo_shape }\n",
        ])
    }

    static let shared = Task { try await town() }

    private static func uri(_ system: String) -> String {
        AddressName.encoded("http://www.opengis.net/def/crs/\(system)")
    }

    @Test("crs: features come in each system, axes in its order, and the header says which")
    func answers() async throws {
        let town = try await Self.shared.value
        for collection in ["points", "degres"] {
            for (system, first, second, tolerance) in Self.places {
                let reply = try await town.get("/ogc/collections/\(collection)/items?id=1&crs=\(Self.uri(system))")
                #expect(reply.header("Content-Crs") == "<http://www.opengis.net/def/crs/\(system)>")
                let place = try reply.json()["features"][0]["geometry"]["coordinates"]
                #expect(abs((place[0].number ?? 0) - first) < tolerance, "\(collection) \(system) \(place)")
                #expect(abs((place[1].number ?? 0) - second) < tolerance, "\(collection) \(system) \(place)")
            }
        }
        let zone = try await town.get("/ogc/collections/zones/items?id=1&crs=\(Self.uri("EPSG/0/4326"))").json()
        #expect(zone["features"][0]["geometry"]["coordinates"][0][1] == .list([.number(43), .number(2)]))
    }

    @Test("crs: a box in each system finds what the same place in it says", arguments: ["points", "degres", "zones"])
    func boxes(_ collection: String) async throws {
        let town = try await Self.shared.value
        for system in ReferenceSystem.all {
            let crs = AddressName.encoded(system.uri)
            let one = try await town.get("/ogc/collections/\(collection)/items?id=1&crs=\(crs)").json()
            var place = one["features"][0]["geometry"]["coordinates"]
            if collection == "zones" { place = place[0][0] }
            let (x, y) = (try #require(place[0].number), try #require(place[1].number))
            let reach = system.code.hasPrefix("OGC") || system.code == "EPSG:4326" ? 0.001 : 50
            let found = try await town.get(
                "/ogc/collections/\(collection)/items?bbox=\(x - reach),\(y - reach),\(x + reach),\(y + reach)&bbox-crs=\(crs)"
            ).json()
            #expect(found["features"].list.compactMap { $0["properties"]["id"].number } == [1], "\(system.code) \(place)")
            let beside = try await town.get(
                "/ogc/collections/\(collection)/items?bbox=\(x - 3 * reach),\(y - 3 * reach),\(x - 2 * reach),\(y - 2 * reach)&bbox-crs=\(crs)"
            ).json()
            let corner = collection == "zones" && system.code == "EPSG:3857"
            #expect(beside["features"].list.isEmpty || corner, "\(system.code)")
        }
    }

    @Test("crs: a system that is not among the collection's is refused")
    func refusals() async throws {
        let town = try await Self.shared.value
        for wrong in ["crs=\(Self.uri("EPSG/0/4258"))", "bbox=1,2,3,4&bbox-crs=x", "bbox-crs=x"] {
            #expect(try await town.get("/ogc/collections/points/items?\(wrong)").status == 400, "\(wrong)")
        }
    }
}

private enum AddressName {
    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }
}
