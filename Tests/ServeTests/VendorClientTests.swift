import Foundation
import HTTPTypes
import Testing

@testable import Serve

/// The calls of the vendor's Python client (`opendatasoft_explore` 21.0.1, on no registry), replayed. It reads answers into strict
/// models: a key of another type, or a relation it does not know, is an error. Its models were read in
/// github.com/opendatasoft/opendatasoft-explore-sdk, `python/opendatasoft_explore/models`.
@Suite("The vendor's Python client")
struct VendorClientTests {
    /// What a model lets a key hold.
    indirect enum Kind: Sendable {
        case text, integer, boolean, anything
        case list(Kind)
        case object([String: Kind])
        case relation

        /// Every place where the value is something else; null is let through, as it is by the models.
        func faults(of value: ServedTown.Value, at path: String) -> [String] {
            switch (self, value) {
            case (_, .null), (.anything, _), (.text, .text), (.boolean, .boolean): []
            case (.integer, .number(let number)) where number == number.rounded(): []
            case (.relation, .text(let name)) where ["self", "first", "last", "next", "dataset", "catalog"].contains(name): []
            case (.list(let kind), .list(let items)):
                items.enumerated().flatMap { kind.faults(of: $1, at: "\(path)[\($0)]") }
            case (.object(let kinds), .object(let members)):
                members.sorted { $0.key < $1.key }.flatMap {
                    (kinds[$0.key] ?? .anything).faults(of: $0.value, at: "\(path).\($0.key)")
                }
            default: ["\(path): \(value)"]
            }
        }
    }

    private static let links = Kind.list(.object(["href": .text, "rel": .relation]))
    private static let field = Kind.object([
        "name": .text, "label": .text, "type": .text, "annotations": .object([:]), "description": .text,
    ])
    private static let dataset = Kind.object([
        "_links": links, "dataset_id": .text, "dataset_uid": .text, "has_records": .boolean, "data_visible": .boolean,
        "attachments": .list(.object(["mimetype": .text, "url": .text, "id": .text, "title": .text])),
        "features": .list(.text), "metas": .object([:]), "fields": .list(field),
    ])
    private static let record = Kind.object(["_id": .text, "_timestamp": .text, "_size": .integer, "_links": links])
    private static let facets = Kind.object([
        "_links": links,
        "facets": .list(
            .object([
                "name": .text,
                "facets": .list(.object(["name": .text, "count": .integer, "value": .text, "state": .text])),
            ])),
    ])
    private static func results(_ kind: Kind) -> Kind {
        .object(["total_count": .integer, "_links": links, "results": .list(kind)])
    }

    static let models: [(call: String, path: String, parameters: KeyValuePairs<String, String>, model: Kind)] = [
        ("get_datasets", "datasets", ["select": "*", "order_by": "dataset_id", "limit": "3"], results(dataset)),
        (
            "get_datasets", "datasets",
            [
                "where": "dataset_id=\"oeuvres\"", "lang": "fr", "timezone": "UTC", "include_links": "True",
                "include_app_metas": "True",
            ], results(dataset)
        ),
        ("get_dataset", "datasets/oeuvres", ["include_links": "True", "include_app_metas": "True"], dataset),
        ("get_datasets_facets", "facets", [:], facets),
        ("list_export_formats", "exports", [:], .object(["_links": links])),
        (
            "get_records", "datasets/oeuvres/records",
            ["select": "*", "where": "prix > 10", "order_by": "prix desc", "limit": "2", "include_links": "True"],
            results(record)
        ),
        ("get_records", "datasets/oeuvres/records", ["select": "count(*) as n", "group_by": "titre"], results(record)),
        (
            "get_records_facets", "datasets/oeuvres/facets", ["facet": "facet(name=\"titre\", sort=\"-count\")"], facets
        ),
        (
            "get_dataset_attachments", "datasets/oeuvres/attachments", [:],
            .object([
                "_links": links,
                "attachments": .list(
                    .object([
                        "href": .text, "metas": .object(["mime-type": .text, "title": .text, "url": .text, "id": .text]),
                    ])),
            ])
        ),
        ("list_dataset_export_formats", "datasets/oeuvres/exports", [:], .object(["_links": links])),
    ]

    @Test("reads every answer into its models", arguments: 0..<10)
    func modelled(_ index: Int) async throws {
        let town = try await ServedTown.shared.value, call = Self.models[index]
        let reply = try await town.explore(call.path, call.parameters, headers: [.accept: "application/json; charset=utf-8"])
        #expect(reply.status == 200, "\(call.call)")
        #expect(call.model.faults(of: try reply.json(), at: call.call) == [])
    }

    @Test("reads a record by its identifier")
    func record() async throws {
        let town = try await ServedTown.shared.value
        let page = try await town.explore("datasets/oeuvres/records", ["select": "record_id", "limit": "1"]).json()
        let name = try #require(page["results"][0]["record_id"].text)
        let record = try await town.explore("datasets/oeuvres/records/\(name)", ["include_links": "True"]).json()
        #expect(record["_id"].text == name && Self.record.faults(of: record, at: "record") == [])
    }

    @Test(
        "gets the files it asks for",
        arguments: [
            ("exports/json", ""), ("exports/csv", "delimiter=%3B&list_separator=%2C&quote_all=False&with_bom=True"),
            ("exports/dcat_ap_de", "include_exports=csv&use_labels_in_exports=False"),
            ("datasets/oeuvres/exports/json", "limit=2&use_labels=False&epsg=4326"),
            ("datasets/oeuvres/exports/csv", "delimiter=%3B&list_separator=%2C&quote_all=False&with_bom=True"),
            ("datasets/oeuvres/exports/gpx", "name_field=titre&use_extension=True"),
            ("datasets/oeuvres/exports/parquet", "parquet_compression=snappy"),
        ])
    func files(_ path: String, _ query: String) async throws {
        let town = try await ServedTown.shared.value
        let reply = try await town.get("/\(Explore.root)/\(path)?\(query)")
        #expect(reply.status == 200 && !reply.bytes.isEmpty, "\(reply.text.prefix(200))")
    }

    @Test("is told what is wrong in the words it raises", arguments: ["datasets/rien", "datasets/oeuvres/records?where=("])
    func refused(_ path: String) async throws {
        let reply = try await ServedTown.shared.value.get("/\(Explore.root)/\(path)")
        #expect(reply.status == (path.hasSuffix("rien") ? 404 : 400))
        #expect(try reply.json()["error_code"].text != nil && reply.json()["message"].text != nil)
    }
}
