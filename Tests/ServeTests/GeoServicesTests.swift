import Foundation
import HTTPTypes
import Testing

@testable import Serve

@Suite("GeoServices")
struct GeoServicesTests {
    private static func ask(
        _ parameters: KeyValuePairs<String, String>, of service: String = "oeuvres", town: ServedTown? = nil
    ) async throws -> ServedTown.Value {
        let query = parameters.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }.joined(separator: "&")
        let served: ServedTown
        if let town { served = town } else { served = try await ServedTown.shared.value }
        return try await served.get("/arcgis/rest/services/\(service)/FeatureServer/0/query?\(query)").json()
    }

    private static func ids(_ body: ServedTown.Value) -> [Double] {
        body["features"].list.compactMap { $0["attributes"]["id"].number }
    }

    @Test("a server, its services, a service and its layer are described")
    func described() async throws {
        let town = try await ServedTown.shared.value, root = "/arcgis/rest"
        #expect(try await town.get("\(root)/info?f=json").json()["currentVersion"].number == 10.91)
        let services = try await town.get("\(root)/services?f=json").json()
        #expect(services["services"].list.map { $0["name"].text } == ["oeuvres"])
        let service = try await town.get("\(root)/services/oeuvres/FeatureServer?f=pjson").json()
        #expect(service["layers"][0]["geometryType"].text == "esriGeometryPoint" && service["capabilities"].text == "Query")
        let layer = try await town.get("\(root)/services/oeuvres/FeatureServer/0?f=json").json()
        #expect(layer["objectIdField"].text == "OBJECTID" && layer["maxRecordCount"].number == 2_000)
        let types = Dictionary(
            layer["fields"].list.map { ($0["name"].text ?? "", $0["type"].text ?? "") }, uniquingKeysWith: { first, _ in first })
        #expect(types["OBJECTID"] == "esriFieldTypeOID" && types["pose"] == "esriFieldTypeDate" && types["secret"] == nil)
        for (path, status) in [("x/FeatureServer", 404), ("oeuvres/FeatureServer/7", 404), ("paie/FeatureServer", 404)] {
            let reply = try await town.get("\(root)/services/\(path)")
            #expect(reply.status == status, "\(path)")
            #expect(try reply.json()["error"]["code"].number == Double(status), "\(path)")
        }
    }

    @Test(
        "where selects in SQL-92",
        arguments: [
            ("1=1", [1, 2, 3, 4, 5, 6]), ("prix > 50", [1, 2]), ("OBJECTID IN (2, 3)", [2, 3]),
            ("titre LIKE 'École%' AND poids > 1", [4, 5]),
            ("pose >= DATE '2020-01-01'", [4, 5]), ("public = 1", [1, 3, 6]), ("prix IS NULL", [3]),
            ("UPPER(titre) LIKE '%CÈDRE'", [1]),
        ] as [(String, [Double])])
    func conditions(_ filter: String, _ expected: [Double]) async throws {
        #expect(Self.ids(try await Self.ask(["where": filter, "outFields": "*", "f": "json"])) == expected)
    }

    @Test("features have their attributes, their times in milliseconds and their geometry")
    func features() async throws {
        let body = try await Self.ask(["where": "id=1", "outFields": "id,pose,public,mots", "f": "json"])
        #expect(body["geometryType"].text == "esriGeometryPoint" && body["spatialReference"]["wkid"].number == 4_326)
        let attributes = body["features"][0]["attributes"]
        #expect(attributes.names == ["OBJECTID", "id", "pose", "public", "mots"])
        #expect(attributes["pose"].number == 890_438_400_000 && attributes["public"].number == 1)
        #expect(attributes["mots"].text == "bois, parc" && body["features"][0]["geometry"]["x"].number == 1.4437)
        let plain = try await Self.ask(["where": "id=1", "outFields": "id", "f": "geojson"])
        #expect(plain["features"][0]["geometry"]["coordinates"][1].number == 43.6045 && plain["features"][0]["id"].number == 1)
        let none = try await Self.ask(["where": "id=1", "returnGeometry": "false", "f": "json"])
        #expect(none["features"][0].names == ["attributes"])
    }

    @Test("pages, counts, identifiers, orders and statistics")
    func answers() async throws {
        #expect(try await Self.ask(["where": "prix=40", "returnCountOnly": "true", "f": "json"])["count"].number == 2)
        let identifiers = try await Self.ask(["where": "prix=40", "returnIdsOnly": "true", "f": "json"])
        #expect(identifiers["objectIds"] == .list([.number(4), .number(5)]))
        #expect(Self.ids(try await Self.ask(["objectIds": "4,1", "outFields": "*"])) == [1, 4])
        #expect(Self.ids(try await Self.ask(["objectIds": "0,-9223372036854775808,2", "outFields": "*"])) == [2])
        let first = try await Self.ask(["where": "1=1", "outFields": "*", "resultRecordCount": "4", "orderByFields": "id DESC"])
        #expect(Self.ids(first) == [6, 5, 4, 3] && first["exceededTransferLimit"] == .boolean(true))
        let last = try await Self.ask(
            ["where": "1=1", "outFields": "*", "resultRecordCount": "4", "resultOffset": "4", "orderByFields": "id DESC"])
        #expect(Self.ids(last) == [2, 1] && last["exceededTransferLimit"] == .null)
        let statistics =
            "[{\"statisticType\":\"sum\",\"onStatisticField\":\"prix\",\"outStatisticFieldName\":\"total\"},{\"statisticType\":\"count\",\"onStatisticField\":\"OBJECTID\",\"outStatisticFieldName\":\"n\"}]"
        let groups = try await Self.ask(
            ["where": "1=1", "outStatistics": statistics, "groupByFieldsForStatistics": "public", "orderByFields": "total DESC"])
        #expect(groups["features"].list.compactMap { $0["attributes"]["total"].number } == [160, 117])
        #expect(groups["features"].list.compactMap { $0["attributes"]["n"].number } == [3, 3])
        let whole = try await Self.ask(["outStatistics": statistics])
        #expect(whole["features"][0]["attributes"]["total"].number == 277)
        let distinct = try await Self.ask(["outFields": "public", "returnDistinctValues": "true", "returnGeometry": "false"])
        #expect(distinct["features"].list.count == 2)
    }

    @Test("having selects groups, by the names of statistics and by the functions themselves")
    func having() async throws {
        let statistics =
            "[{\"statisticType\":\"sum\",\"onStatisticField\":\"prix\",\"outStatisticFieldName\":\"total\"}]"
        for (having, expected) in [
            ("total > 120", [160]), ("SUM(prix) < 120", [117]), ("COUNT(OBJECTID) = 3 AND public = 1", [117]),
            ("MAX(prix) > 100 AND avg(poids) < 2", [117]), ("min(id) > 9", []),
        ] as [(String, [Double])] {
            let found = try await Self.ask([
                "outStatistics": statistics, "groupByFieldsForStatistics": "public", "having": having,
            ])
            #expect(found["features"].list.compactMap { $0["attributes"]["total"].number } == expected, "\(having)")
            let count = try await Self.ask([
                "outStatistics": statistics, "groupByFieldsForStatistics": "public", "having": having, "returnCountOnly": "true",
            ])
            #expect(count["count"].number == Double(expected.count), "\(having)")
        }
        for wrong in ["prix > 1", "SUM(titre) > 1", "SUM(SUM(prix)) > 1", "SUM(secret) > 1", "total >"] {
            let refused = try await Self.ask([
                "outStatistics": statistics, "groupByFieldsForStatistics": "public", "having": wrong,
            ])
            #expect(refused["error"]["code"].number == 400, "\(wrong)")
        }
        #expect(try await Self.ask(["having": "COUNT(id) > 1"])["error"]["code"].number == 400)
    }

    @Test(
        "time selects by the date of the layer: an instant, an interval, open ends",
        arguments: [
            ("890438400000", [1]), ("946684800000,1577750400000", [2]), ("null,0", [6]), ("1580000000000,null", [4, 5]),
            ("null,null", [1, 2, 4, 5, 6]),
        ] as [(String, [Double])])
    func times(_ time: String, _ expected: [Double]) async throws {
        #expect(Self.ids(try await Self.ask(["time": time, "outFields": "*"])) == expected)
        let layer = try await ServedTown.shared.value.get("/arcgis/rest/services/oeuvres/FeatureServer/0").json()
        #expect(layer["timeInfo"]["startTimeField"].text == "pose" && layer["timeInfo"]["timeExtent"].list.count == 2)
        for wrong in ["hier", "1,2,3", "1;2"] {
            #expect(try await Self.ask(["time": wrong])["error"]["code"].number == 400, "\(wrong)")
        }
    }

    @Test("geometries select in each reference, and answer in each; outer rings are clockwise")
    func places() async throws {
        let town = try await OGCReferenceSystemTests.shared.value
        for (geometry, reference) in [
            ("1.4,43.6,1.5,43.7", "4326"), ("{\"xmin\":1.4,\"ymin\":43.6,\"xmax\":1.5,\"ymax\":43.7}", "4326"),
            ("160000,5400000,165000,5410000", "102100"),
            ("{\"rings\":[[[1,43],[1,44],[2,44],[2,43],[1,43]]],\"spatialReference\":{\"wkid\":4326}}", "2154"),
            (
                "{\"rings\":[[[570000,6270000],[570000,6290000],[580000,6290000],[580000,6270000],[570000,6270000]]]}",
                "{\"wkid\":2154}"
            ),
        ] {
            let found = try await Self.ask(
                ["geometry": geometry, "inSR": reference, "spatialRel": "esriSpatialRelIntersects", "outFields": "*"],
                of: "points", town: town)
            #expect(Self.ids(found) == [1], "\(geometry)")
        }
        let point = try await Self.ask(
            ["geometry": "1.5,43.5", "inSR": "4326", "outFields": "*", "outSR": "2154"], of: "zones", town: town)
        #expect(Self.ids(point) == [1] && point["geometryType"].text == "esriGeometryPolygon")
        let ring = point["features"][0]["geometry"]["rings"][0].list.map { ($0[0].number ?? 0, $0[1].number ?? 0) }
        let turns = zip(ring, ring.dropFirst()).reduce(0.0) { $0 + ($1.1.0 - $1.0.0) * ($1.1.1 + $1.0.1) }
        #expect(ring.count == 5 && turns > 0 && ring[0].0 > 100_000)
    }

    @Test("questions may be posted, and what is wrong is an error of Esri's form")
    func refusals() async throws {
        for wrong in [
            ["where": "secret='a'"], ["where": "prix >"], ["outFields": "x"], ["geometry": "x"], ["outSR": "27572"], ["f": "kmz"],
            ["resultOffset": "-1"], ["spatialRel": "x", "geometry": "1,2"], ["outStatistics": "x"], ["orderByFields": "x"],
        ] as [KeyValuePairs<String, String>] {
            #expect(try await Self.ask(wrong)["error"]["code"].number == 400, "\(wrong)")
        }
        let town = try await ServedTown.shared.value
        #expect(try await town.get("/arcgis/rest/services/oeuvres/FeatureServer/0/query", method: .post).status == 200)
    }
}
