import Foundation
import Query
import Support
import Testing

@testable import Serve

@Suite("Points in memory")
struct PointGridTests {
    @Test("are counted and listed as a look at each of them does", arguments: 1...12)
    func same(_ seed: Int) throws {
        var random = Seeded(UInt64(seed))
        // Few values, so that many points lie on edges; some rows without a place; now and then all in one place.
        let isFlat = random.once(in: 6), count = random.pick([0, 1, 7, 300, 2_000])
        func coordinate(_ random: inout Seeded) -> Double { isFlat ? 5 : Double(random.number(-40...40)) / 4 }
        let points = (0..<count).map { _ in
            random.once(in: 20) ? (Double.nan, 1) : (coordinate(&random), coordinate(&random))
        }
        let grid = PointGrid(longitudes: points.map { $0.0 }, latitudes: points.map { $0.1 })
        for _ in 0..<40 {
            let edges = (0..<4).map { _ in Double(random.number(-50...50)) / 4 }
            let frame = try Frame(
                "\(edges[0]),\(min(edges[1], edges[3])),\(edges[2]),\(max(edges[1], edges[3]))", in: .longitudeLatitude)
            let boxes = frame.boxes
            let rows = points.indices.filter { row in
                boxes.contains {
                    points[row].0 >= $0.west && points[row].0 <= $0.east && points[row].1 >= $0.south && points[row].1 <= $0.north
                }
            }
            #expect(boxes.reduce(0) { $0 + grid.count($1) } == rows.count, "\(edges)")
            let (after, limit) = (random.number(-1...count), random.number(1...20))
            let expected = Array(rows.filter { $0 > after }.prefix(limit))
            // However many there are said to be, the same rows are found.
            for matched in [rows.count, 1, Int.max] where !rows.isEmpty {
                #expect(grid.rows(in: boxes, after: after, limit: limit, of: matched) == expected, "\(edges) \(matched)")
            }
            #expect(grid.rows(in: boxes, after: .max, limit: 1, of: .max).isEmpty)
        }
    }

    private static let shared = Task {
        var random = Seeded(11)
        let rows = (1...3_000).map { id in
            let (north, east) = (
                Double(random.number(450_000...460_000)) / 10_000, Double(random.number(50_000...60_000)) / 10_000
            )
            return random.once(in: 30) ? "\(id),Sans lieu," : "\(id),Équipement \(id % 7),\"\(north), \(east)\""
        }
        return try await ServedTown(
            "lieux", csv: "id,nom,lieu\n" + rows.joined(separator: "\n") + "\n",
            "key: [id]\nfields: { id: { type: int }, nom: { type: text }, lieu: { type: geo_point_2d } }")
    }

    private static func items(_ query: String) async throws -> ServedTown.Value {
        try await shared.value.get("/ogc/collections/lieux/items?\(query)").json()
    }

    @Test(
        "give the pages that the engine gives, to the last one",
        arguments: ["", "&crs=http%3A%2F%2Fwww.opengis.net%2Fdef%2Fcrs%2FEPSG%2F0%2F2154"])
    func pages(_ system: String) async throws {
        for box in ["5.1,45.1,5.4,45.4", "5,45,6,46", "5.2,45.2,5.2001,45.2001", "-10,-10,-9,-9"] {
            // Large pages are read by the engine; a filter that is always true takes the small ones there too.
            let whole = try await Self.items("bbox=\(box)&limit=10000\(system)")
            let plain = try await Self.items("bbox=\(box)&limit=40&filter=1%3D1\(system)")
            var found: [ServedTown.Value] = [], page = try await Self.items("bbox=\(box)&limit=40\(system)")
            #expect(page["features"] == plain["features"] && page["numberMatched"] == plain["numberMatched"], "\(box)")
            while true {
                #expect(page["numberMatched"] == whole["numberMatched"])
                #expect(page["numberReturned"].number == Double(page["features"].list.count))
                found += page["features"].list
                guard let next = page["links"].list.first(where: { $0["rel"].text == "next" })?["href"].text else { break }
                page = try await Self.items(String(next.split(separator: "?", maxSplits: 1)[1]))
            }
            #expect(found == whole["features"].list, "\(box)")
        }
    }

    @Test("are asked with any cursor, and never fall")
    func cursors() async throws {
        for words in ["1.9223372036854775807.9223372036854775807", "1.0.0", "1.2999.5", "7.0.1"] {
            let cursor = Data(words.utf8).base64EncodedString().replacing("=", with: "")
            let reply = try await Self.shared.value.get("/ogc/collections/lieux/items?bbox=5,45,6,46&cursor=\(cursor)")
            #expect(reply.status < 500, "\(words)")
        }
    }
}
