import Foundation
import Support
import Testing

@testable import Serve

/// Requests recorded on a live portal, replayed on the same rows (`shared/data/explore/recorded/vancouver`).
@Suite("Recorded answers of a live portal", .enabled(if: SharedFiles.arePresent(for: "RecordedTests")))
struct RecordedTests {
    private static func recorded(_ name: String) throws -> Data {
        try Data(contentsOf: SharedFiles.file("explore/recorded/vancouver/\(name)"))
    }

    private struct Meta: Decodable {
        let url: String
        let status: Int
        let headers: [String: String]
    }

    private static func meta(_ name: String) throws -> Meta {
        try JSONDecoder().decode(Meta.self, from: recorded("\(name).meta.json"))
    }

    /// The five recorded rows as a dataset of the same name and fields.
    private static let town = Task {
        let csv = String(decoding: try recorded("data-public-trees-csv.body.csv"), as: UTF8.self)
        return try await ServedTown(files: [
            "exports/trees.csv": csv,
            "datasets/public-trees.yaml": """
            title: Public trees
            source: { file: exports/trees.csv }
            publish: [portal]
            fields:
              asset_id: { type: int, label: Asset ID }
              common_name: { type: text, facet: true }
              genus_name: { type: text, facet: true }
              height_m: { type: double }
              diameter_cm: { type: double }
              date_planted: { type: date, facet: true }
              geom: { type: geo_shape }
              geo_point_2d: { type: geo_point_2d }
            """,
        ])
    }

    private static func replay(_ name: String) async throws -> (reply: ServedTown.Reply, meta: Meta) {
        let meta = try meta(name)
        let path = "/" + (try #require(meta.url.split(separator: "/", maxSplits: 2).last))
        return (try await town.value.get(path), meta)
    }

    @Test("have the same status, type, name of file and headers for other origins")
    func headers() async throws {
        for name in [
            "data-public-trees-csv", "data-public-trees", "error-odsql", "facets-public-trees", "metadata-public-trees",
            "aggregate-ungrouped",
        ] {
            let (reply, meta) = try await Self.replay(name)
            #expect(reply.status == meta.status, "\(name): \(reply.text.prefix(300))")
            for header in [
                "content-type", "content-disposition", "access-control-allow-origin", "access-control-allow-methods",
                "access-control-max-age", "access-control-allow-headers", "x-content-type-options", "referrer-policy",
            ] {
                #expect(reply.header(header) == meta.headers[header], "\(name): \(header)")
            }
            let exposed = try #require(meta.headers["access-control-expose-headers"])
            #expect(reply.header("access-control-expose-headers")?.hasPrefix(exposed) == true)
            for header in ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"] {
                #expect((reply.header(header) == nil) == (meta.headers[header] == nil), "\(name): \(header)")
            }
        }
    }

    @Test("of an export in CSV are the same, byte for byte")
    func csv() async throws {
        let (reply, _) = try await Self.replay("data-public-trees-csv")
        #expect(reply.bytes == (try Self.recorded("data-public-trees-csv.body.csv")))
    }

    @Test("of an error are the same, byte for byte")
    func error() async throws {
        let (reply, _) = try await Self.replay("error-odsql")
        #expect(reply.bytes == (try Self.recorded("error-odsql.body.json")))
    }

    @Test("of an aggregate and of facets have the same keys in the same order")
    func shapes() async throws {
        let (total, _) = try await Self.replay("aggregate-ungrouped")
        let recorded = String(decoding: try Self.recorded("aggregate-ungrouped.body.json"), as: UTF8.self)
        #expect(total.text == recorded.replacing("185845", with: "5").replacing("\"total\": ", with: "\"total\":"))
        let (facets, _) = try await Self.replay("facets-public-trees")
        #expect(
            facets.text.hasSuffix(
                "\"facets\": [{\"name\": \"genus_name\", \"facets\": [{\"name\": \"ACER\", \"count\": 3, \"state\": \"displayed\", \"value\": \"ACER\"}, {\"name\": \"PRUNUS\", \"count\": 2, \"state\": \"displayed\", \"value\": \"PRUNUS\"}]}]}"
            ))
        #expect(facets.text.hasPrefix("{\"links\": [{\"rel\": \"self\", \"href\": \""))
    }

    @Test("of a dataset's sheet have the same keys and the same types of fields")
    func sheet() async throws {
        let (reply, _) = try await Self.replay("metadata-public-trees")
        let ours = try reply.json(),
            theirs = try JSONDecoder().decode(ServedTown.Value.self, from: Self.recorded("metadata-public-trees.body.json"))
        #expect(ours.names == theirs.names)
        #expect(ours["metas"]["default"].names == theirs["metas"]["default"].names)
        #expect(ours["metas"]["dcat"].names == theirs["metas"]["dcat"].names)
        #expect(ours["fields"][0].names == theirs["fields"][0].names)
        let types = [ours, theirs].map { sheet in sheet["fields"].list.map { [$0["name"].text, $0["type"].text] } }
        #expect(types[0] == types[1])
        #expect(Set(ours["features"].list) == Set(theirs["features"].list))
    }

    @Test("of a FlatGeobuf export are of the same format")
    func flatGeobuf() async throws {
        let (reply, _) = try await Self.replay("data-public-trees")
        #expect(reply.bytes.prefix(8) == (try Self.recorded("data-public-trees.body.fgb")).prefix(8))
    }
}
