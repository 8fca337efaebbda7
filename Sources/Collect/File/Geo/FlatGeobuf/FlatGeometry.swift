/// A geometry of a feature as GeoJSON text (geometry types of header.fbs, the first seven; GeoJSON has no curves).
struct FlatGeometry {
    /// A curve, a surface, a solid.
    struct Unsupported: Error {}

    /// Collections within collections.
    private static let depthLimit = 16

    let hasHeight: Bool

    func text(_ table: FlatTable, type: UInt8, depth: Int = 0) throws -> String {
        guard depth < Self.depthLimit else { throw FlatTable.Damaged() }
        let own: UInt8 = try table.number(6, default: 0)
        let kind = own == 0 ? type : own
        switch kind {
        case 1: return Self.object("Point", try positions(table).first ?? "[]")
        case 2: return Self.object("LineString", Self.list(try positions(table)))
        case 3: return Self.object("Polygon", try rings(table))
        case 4: return Self.object("MultiPoint", Self.list(try positions(table)))
        case 5: return Self.object("MultiLineString", try rings(table))
        case 6: return Self.object("MultiPolygon", Self.list(try table.tables(7).map { try rings($0) }))
        case 7:
            let parts = try table.tables(7).map { try text($0, type: 0, depth: depth + 1) }
            return "{\"type\":\"GeometryCollection\",\"geometries\":\(Self.list(parts))}"
        default: throw Unsupported()
        }
    }

    private func positions(_ table: FlatTable) throws -> [String] {
        let plane = try table.doubles(1), heights = hasHeight ? try table.doubles(2) : []
        guard plane.count % 2 == 0, heights.isEmpty || heights.count == plane.count / 2 else { throw FlatTable.Damaged() }
        return try (0..<plane.count / 2).map { index in
            let numbers = [plane[2 * index], plane[2 * index + 1]] + (heights.isEmpty ? [] : [heights[index]])
            guard numbers.allSatisfy(\.isFinite) else { throw FlatTable.Damaged() }
            return "[\(numbers.map { String($0) }.joined(separator: ","))]"
        }
    }

    /// The lines of a geometry: where each ends among the positions; one line when nothing is said.
    private func rings(_ table: FlatTable) throws -> String {
        let positions = try positions(table)
        var start = 0
        let ends = try table.integers(0)
        return Self.list(
            try (ends.isEmpty ? [positions.count] : ends).map { end in
                guard end >= start, end <= positions.count else { throw FlatTable.Damaged() }
                defer { start = end }
                return Self.list(positions[start..<end])
            })
    }

    private static func list(_ items: some Collection<String>) -> String { "[\(items.joined(separator: ","))]" }

    private static func object(_ type: String, _ coordinates: String) -> String {
        "{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}"
    }
}
