import DuckDB
import Foundation
import Lake
import Query
import Support
import Testing

@testable import Serve

/// Shapes whose bounds are kept beside them: sooner found, and the same ones.
@Suite("The bounds of shapes")
struct ShapeBoundsTests {
    /// Points, lines, areas and groups of them, some that cannot be read, some empty, some absent.
    private static func shape(_ random: inout Seeded) -> String {
        func number(_ from: Int, _ to: Int) -> Double { Double(random.number(from * 1_000...to * 1_000)) / 1_000 }
        let (x, y) = (number(-179, 170), number(-80, 75)), (width, height) = (number(0, 9), number(0, 5))
        func ring(_ x: Double, _ y: Double) -> String {
            "[[\(x),\(y)],[\(x + width),\(y)],[\(x + width / 2),\(y + height)],[\(x),\(y)]]"
        }
        switch random.number(1...9) {
        case 1: return #"{"type":"Point","coordinates":[\#(x),\#(y)]}"#
        case 2: return #"{"type":"LineString","coordinates":[[\#(x),\#(y)],[\#(x + width),\#(y + height)]]}"#
        case 3: return #"{"type":"MultiPoint","coordinates":[[\#(x),\#(y)],[\#(-x),\#(-y)]]}"#
        case 4: return #"{"type":"MultiPolygon","coordinates":[[\#(ring(x, y))],[\#(ring(-x, y / 2))]]}"#
        case 5: return #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[\#(x),\#(y)]}]}"#
        case 6: return random.pick(["", "pas une forme", #"{"type":"Polygon","coordinates":[]}"#, "{}"])
        default: return #"{"type":"Polygon","coordinates":[\#(ring(x, y))]}"#
        }
    }

    private static let shared = Task {
        var random = Seeded(7)
        let rows = (1...1_500).map { "\($0),\"\(shape(&random).replacing("\"", with: "\"\""))\"" }
        return try await ServedTown(
            "formes", csv: "id,forme\n" + rows.joined(separator: "\n") + "\n",
            "key: [id]\naccept: { findings: 2000 }\nfields: { id: { type: int }, forme: { type: geo_shape } }")
    }

    /// The table as it is, and as one that knows no bounds.
    private static func tables(_ town: ServedTown) throws -> (kept: QueryTable, plain: QueryTable) {
        let table = try #require(town.server.serving.shelf.copy(of: "formes")).table
        let plain = table.fields.map { QueryField(name: $0.name, column: $0.column, type: $0.type) }
        return (
            table, QueryTable(relation: table.relation, fields: plain, hidden: table.hidden, identifier: table.identifier)
        )
    }

    private static func ids(
        _ town: ServedTown, _ table: QueryTable, _ filter: (QueryField) throws -> Query.Predicate
    ) async throws -> [Int] {
        let field = try #require(table.field("forme")), id = try #require(table.field("id"))
        let query = try QueryPlan(outputs: [Output(id)], filter: try filter(field)).compiled(over: table)
        return try await town.server.serving.shelf.engine.read {
            try $0.rows(query.sql, query.parameters).compactMap { $0[0].integer }
        }
    }

    @Test("find what the shapes themselves say, whatever is asked", arguments: 1...6)
    func same(_ seed: Int) async throws {
        let town = try await Self.shared.value, (kept, plain) = try Self.tables(town)
        #expect(kept.field("forme")?.bounds != nil && plain.field("forme")?.bounds == nil)
        var random = Seeded(UInt64(seed)), found = 0
        for _ in 0..<12 {
            let x = Double(random.number(-1_800...1_700)) / 10, y = Double(random.number(-800...700)) / 10
            let (width, height) = (Double(random.number(0...600)) / 10, Double(random.number(0...400)) / 10)
            let edges = [x, y, x + width, y + height]
            let ring = [(0, 1), (2, 1), (2, 3), (0, 1)].map {
                Geometry.Position(longitude: edges[$0.0], latitude: edges[$0.1])
            }
            let frame = try Frame(
                "\(random.once(in: 5) ? 170 : x),\(y),\(min(180, x + width)),\(y + height)", in: .longitudeLatitude)
            let corners = (ring[0], Geometry.Position(longitude: edges[2], latitude: edges[3]))
            let filters: [(QueryField) throws -> Query.Predicate] = [
                { .located($0, .box(BoundingBox(corners.0, corners.1))) }, { .located($0, .intersects(.polygon([ring]))) },
                { .located($0, .within(.polygon([ring]))) }, { .located($0, .disjoint(.polygon([ring]))) },
                { .not(.located($0, .box(BoundingBox(corners.0, corners.1)))) }, { RowPlace.shape($0).within(frame) },
                { try RowPlace.shape($0).related("s_crosses", .polygon([ring]), in: .longitudeLatitude) },
                { try RowPlace.shape($0).related("s_within", .polygon([ring]), in: .longitudeLatitude) },
            ]
            for (number, filter) in filters.enumerated() {
                let (one, other) = (
                    try await Self.ids(town, kept, filter), try await Self.ids(town, plain, filter)
                )
                #expect(one == other, "\(number) \(edges)")
                found += number == 0 ? one.count : 0
            }
        }
        #expect(found > 0)
    }

    @Test("are told of a whole dataset as the shapes tell them")
    func edges() async throws {
        let town = try await Self.shared.value, (kept, plain) = try Self.tables(town)
        var answers: [[SQLValue]] = []
        for table in [kept, plain] {
            let field = try #require(table.field("forme"))
            let outputs = Aggregate.Edge.allCases.map { Output($0.rawValue, .aggregate(.edge($0), .field(field))) }
            let query = try QueryPlan(outputs: outputs).compiled(over: table)
            let row = try await town.server.serving.shelf.engine.read { try $0.row(query.sql, query.parameters) }
            answers.append(try #require(row).values)
        }
        #expect(answers[0] == answers[1])
    }

    @Test("are no field: no interface, export or statement shows them")
    func hidden() async throws {
        let town = try await Self.shared.value
        for path in [
            "/api/explore/v2.1/catalog/datasets/formes/records?limit=1", "/api/explore/v2.1/catalog/datasets/formes",
            "/api/explore/v2.1/catalog/datasets/formes/exports/csv?limit=1",
            "/api/3/action/datastore_search_sql?sql=SELECT%20*%20FROM%20%22formes%22%20LIMIT%201",
            "/api/3/action/datastore_search?resource_id=formes&limit=1", "/ogc/collections/formes/items?limit=1",
            "/ogc/collections/formes/queryables", "/arcgis/rest/services/formes/FeatureServer/0",
        ] {
            let reply = try await town.get(path)
            #expect(reply.status == 200 && !reply.text.contains("_west"), "\(path) \(reply.status)")
        }
    }
}
