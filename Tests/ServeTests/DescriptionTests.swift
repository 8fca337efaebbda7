import Foundation
import Query
import Testing

@testable import Serve

@Suite("The description of the APIs")
struct DescriptionTests {
    /// Where the addresses of a dataset are tried.
    private static let places = [
        "{dataset_id}": "oeuvres", "{format}": "csv", "{catalogue_format}": "csv", "{record_id}": "0",
    ]
    /// What an address cannot do without.
    private static let needed = [
        "/api/records/1.0/": "dataset=oeuvres", "package_show": "id=oeuvres", "resource_show": "id=oeuvres",
        "datastore_search": "resource_id=oeuvres", "datastore_info": "resource_id=oeuvres", "help_show": "name=package_list",
        "datastore_search_sql": "sql=select%201%20from%20%22oeuvres%22",
    ]

    @Test("refers to nothing that it does not hold")
    func references() async throws {
        let town = try await ServedTown.shared.value
        let reply = try await town.get("/api/openapi.json"), document = try reply.json()
        #expect(document["openapi"].text == "3.1.0")
        let known = document["components"]["parameters"].names
        let named = Set(reply.text.matches(of: #/#/components/parameters/([\w.]+)/#).map { String($0.1) })
        #expect(named.subtracting(known).isEmpty && known.subtracting(named).isEmpty)
    }

    @Test("names addresses that answer as it says")
    func addresses() async throws {
        let town = try await ServedTown.shared.value
        let document = try await town.get("/api/openapi.json").json()
        #expect(document["servers"].list.count == 1 && document["paths"].names.count >= 35)
        for path in document["paths"].names {
            let real = Self.places.reduce(path) { $0.replacing($1.key, with: $1.value) }
            let last = path.split(separator: "/").last.map(String.init) ?? ""
            let query = Self.needed[last] ?? Self.needed.first { path.hasPrefix($0.key) }?.value ?? ""
            let status = try await town.get("\(real)?\(query)").status
            let responses = document["paths"][path]["get"]["responses"].names
            #expect(responses.contains(String(status)), "\(path): \(status)")
            let isLookup = path.contains("{record_id}") || ["organization_show"].contains(last)
            #expect(isLookup || path.contains("/geopolygon") || status == 200, "\(path): \(status)")
        }
    }

    @Test("names every address that the APIs have")
    func whole() async throws {
        let town = try await ServedTown.shared.value
        let document = try await town.get("/api/openapi.json").json()
        let described = Set(document["paths"].names.map(Self.shape))
        // A file beside a dataset and the addresses of old pages are links that the server gives, not questions to build.
        let given: Set = ["api/explore/v2.1/catalog/datasets/{}/attachments/{}", "explore/dataset/{}/download"]
        for endpoint in Explore.endpoints + V1.endpoints where !given.contains(Self.shape(endpoint.pattern)) {
            #expect(described.contains(Self.shape(endpoint.pattern)), "\(endpoint.pattern)")
        }
        for action in CKANActions.all { #expect(described.contains("api/3/action/\(action.name)"), "\(action.name)") }
    }

    /// A path whose names do not matter.
    private static func shape(_ path: String) -> String {
        path.split(separator: "/").map { $0.first == "{" ? "{}" : String($0) }.joined(separator: "/")
    }
}
