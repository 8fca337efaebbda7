internal import DuckDB
internal import Query

/// Where the rows of a dataset lie, from its first field of points.
struct Extent: Sendable {
    /// West, south, east, north, degrees.
    let box: (west: Double, south: Double, east: Double, north: Double)?

    init(_ copy: OpenCopy, on engine: Engine) async throws {
        guard let point = copy.table.fields.first(where: { $0.type == .geoPoint && !$0.isMultivalued }) else {
            box = nil
            return
        }
        let name = identifier(point.column), relation = copy.table.relation
        let row = try await engine.read { connection in
            try connection.row(
                "SELECT min(\(name).lon), min(\(name).lat), max(\(name).lon), max(\(name).lat) FROM \(relation)")
        }
        let numbers = (row?.values ?? []).compactMap { if case .double(let number) = $0 { number } else { nil } }
        box = numbers.count == 4 ? (numbers[0], numbers[1], numbers[2], numbers[3]) : nil
    }

    /// A GeoJSON Feature, longitude first (RFC 7946).
    var json: JSON {
        guard let box else { return .null }
        let corners = [
            (box.east, box.north), (box.west, box.north), (box.west, box.south), (box.east, box.south), (box.east, box.north),
        ]
        let ring = JSON.list(corners.map { .list([.double($0.0), .double($0.1)]) })
        return .members([
            "type": "Feature", "geometry": .members(["coordinates": .list([ring]), "type": "Polygon"]), "properties": .object([]),
        ])
    }
}
