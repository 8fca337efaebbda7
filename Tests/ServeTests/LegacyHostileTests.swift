import Territory
import Foundation
import Testing

@testable import Serve

@Suite("Hostile requests to the earlier APIs")
struct LegacyHostileTests {
    private static let wicked = [
        "'; DROP TABLE data; --", "\" OR 1=1 --", "') UNION SELECT * FROM paie --", "`; ATTACH 'x'", "%00", "\u{0}",
        "{\"$or\": [{}]}", "[[[[[[", "(((((((((((",
        "\\", "\u{202E}", "🙂", String(repeating: "a", count: 5_000), String(repeating: "(", count: 2_000),
        String(repeating: "[", count: 2_000), "9223372036854775808",
        "-1", "NaN", "1e400", "#now(years=999999999999)", "#distance(lieu,\"x\")", "*", "a:b:c", "../../../etc/passwd",
    ]

    private static let v1 = [
        "q", "rq", "q.x", "facet", "facetsort.mots", "refine.titre", "refine.pose", "refine.prix", "exclude.mots",
        "disjunctive.mots", "geofilter.distance",
        "geofilter.polygon", "geofilter.bbox", "fields", "sort", "rows", "start", "format", "callback", "timezone", "lang", "x",
        "y.a.func", "y.a.expr", "y.a.subsets",
        "precision", "periodic", "maxpoints", "clusterprecision", "clusterdistance", "clustermode", "csv_separator", "geo_digest",
        "agg.a.func", "dataset",
    ]

    @Test(
        "in any parameter of v1 find a clean answer, and no row that they should not",
        arguments: [
            "/api/records/1.0/search/", "/api/records/1.0/download/", "/api/records/1.0/analyze/", "/api/records/1.0/geocluster/",
            "/api/records/1.0/geopolygon/",
            "/api/records/1.0/geopreview/", "/api/records/1.0/boundingbox/", "/api/datasets/1.0/search/",
            "/explore/dataset/oeuvres/download/",
        ])
    func v1(_ path: String) async throws {
        let town = try await ServedTown.shared.value
        for (index, name) in Self.v1.enumerated() {
            // Each value goes to each address, and to each parameter somewhere: the whole table takes a minute.
            for (number, value) in Self.wicked.enumerated() where (index + number + path.utf8.count) % 8 == 0 {
                var items = [("dataset", "oeuvres"), ("y.a.func", "SUM"), ("y.a.expr", "prix"), (name, value)]
                if path.contains("download") { items.append(("rows", "1")) }
                let query = items.map { "\(AddressText.encoded($0.0))=\(AddressText.encoded($0.1))" }.joined(separator: "&")
                let reply = try await town.get("\(path)?\(query)")
                #expect(
                    [200, 400, 404].contains(reply.status),
                    "\(path) \(name)=\(value.prefix(60)): \(reply.status) \(reply.text.prefix(300))")
                for word in ["paie.csv", "serving_", "Catalog Error", "Binder Error", "Conversion Error", "Parser Error"] {
                    #expect(!reply.text.contains(word), "\(path) \(name)=\(value.prefix(60)) tells \(word)")
                }
            }
        }
    }

    private static let asked = [
        "package_search": ["q", "fq", "fq_list", "sort", "rows", "start", "facet.field", "facet.limit", "facet"],
        "package_show": ["id"], "resource_show": ["id"],
        "package_list": ["limit", "offset"], "tag_list": ["query", "all_fields"],
        "datastore_search": [
            "resource_id", "filters", "q", "full_text", "fields", "sort", "limit", "offset", "distinct", "include_total",
            "records_format", "callback",
        ],
        "datastore_info": ["id", "include_meta"], "datastore_search_sql": ["sql"], "help_show": ["name"],
        "organization_show": ["id"],
    ]

    @Test("in any parameter of an action, in the address or as JSON, find a clean answer", arguments: asked.keys.sorted())
    func actions(_ action: String) async throws {
        let town = try await ServedTown.shared.value
        for name in Self.asked[action] ?? [] {
            for value in Self.wicked {
                let items = name == "resource_id" ? [(name, value)] : [("resource_id", "oeuvres"), (name, value)]
                let query = items.map { "\(AddressText.encoded($0.0))=\(AddressText.encoded($0.1))" }.joined(separator: "&")
                let get = try await town.get("/api/3/action/\(action)?\(query)")
                let body = JSON.object(items.map { JSON.Member(name: $0.0, value: .text($0.1)) }).line
                let post = try await town.post("/api/3/action/\(action)", body, type: "application/json")
                for reply in [get, post] {
                    #expect(
                        [200, 400, 403, 404, 409].contains(reply.status),
                        "\(action) \(name)=\(value.prefix(60)): \(reply.status) \(reply.text.prefix(300))")
                    for word in ["paie.csv", "serving_", "\"agent\""] { #expect(!reply.text.contains(word)) }
                }
            }
        }
    }

    @Test("that are too large or no form at all are refused")
    func sizes() async throws {
        let town = try await ServedTown.shared.value
        let long = String(repeating: "a", count: 200_000)
        #expect(try await town.get("/api/records/1.0/search/?dataset=oeuvres&q=\(long)").status == 414)
        #expect(
            try await town.post(
                "/api/records/1.0/search/", "dataset=oeuvres&q=\(long)", type: "application/x-www-form-urlencoded"
            ).status >= 400)
        #expect(
            try await town.post(
                "/api/3/action/datastore_search", "{\"resource_id\": \"oeuvres\", \"q\": \"\(long)\"}", type: "application/json"
            ).status >= 400)
        let deep = String(repeating: "[", count: 30_000)
        for body in [deep, "{\"filters\": \(deep)", "{", "null", "3", "\u{FEFF}{}", "{\"resource_id\": {\"a\": 1}}"] {
            let reply = try await town.post("/api/3/action/datastore_search", body, type: "application/json")
            #expect((400..<500).contains(reply.status), "\(body.prefix(40)): \(reply.status)")
        }
        #expect(try await town.get("/api/records/1.0/search/?dataset=oeuvres").status == 200)
    }
}
