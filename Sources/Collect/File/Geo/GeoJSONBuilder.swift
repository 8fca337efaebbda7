/// Makes GeoJSON of the geometries of KML: longitude, latitude and height, numbers as they are written.
struct GeoJSONBuilder {
    /// An open element of geometry and what it has so far.
    private struct Shape {
        let name: String
        var positions: [String] = []
        var parts: [String] = []
    }

    private static let names: Set = [
        "Point", "LineString", "LinearRing", "Polygon", "outerBoundaryIs", "innerBoundaryIs", "MultiGeometry",
    ]

    private var open: [Shape] = []
    private(set) var geometry: String?

    mutating func open(_ name: String) {
        if Self.names.contains(name) { open.append(Shape(name: name)) }
    }

    /// `5.72,45.18,0 5.73,45.19,0`
    /// - Throws: `KmlReader.BadCoordinates`.
    mutating func coordinates(_ text: String) throws {
        guard !open.isEmpty else { return }
        open[open.count - 1].positions = try text.split(whereSeparator: \.isWhitespace).map { tuple in
            let numbers = try tuple.split(separator: ",").map { try Self.number(String($0)) }
            guard numbers.count == 2 || numbers.count == 3 else { throw KmlReader.BadCoordinates(text: String(tuple)) }
            return "[\(numbers.joined(separator: ","))]"
        }
    }

    private static func number(_ text: String) throws -> String {
        if JSONNumber.isOne(Array(text.utf8)) { return text }
        guard let number = Double(text), number.isFinite else { throw KmlReader.BadCoordinates(text: text) }
        return String(number)
    }

    mutating func close(_ name: String) {
        guard open.last?.name == name, let shape = open.popLast() else { return }
        guard let text = Self.geoJSON(shape) else { return }
        if open.isEmpty { geometry = text } else { open[open.count - 1].parts.append(text) }
    }

    private static func geoJSON(_ shape: Shape) -> String? {
        let positions = shape.positions.joined(separator: ",")
        switch shape.name {
        case "Point": return shape.positions.first.map { object("Point", $0) }
        case "LineString": return positions.isEmpty ? nil : object("LineString", "[\(positions)]")
        // A ring is a part of a polygon; alone, it is a line.
        case "LinearRing": return positions.isEmpty ? nil : object("LineString", "[\(positions)]")
        case "outerBoundaryIs", "innerBoundaryIs": return shape.parts.first
        case "Polygon": return polygon(shape.parts)
        default:
            return shape.parts.isEmpty
                ? nil : "{\"type\":\"GeometryCollection\",\"geometries\":[\(shape.parts.joined(separator: ","))]}"
        }
    }

    private static let line = "{\"type\":\"LineString\",\"coordinates\":"

    /// The rings arrive as lines: the outer one first, as KML wants it.
    private static func polygon(_ rings: [String]) -> String? {
        let coordinates = rings.map { $0.dropFirst(line.count).dropLast() }
        return coordinates.isEmpty ? nil : object("Polygon", "[\(coordinates.joined(separator: ","))]")
    }

    private static func object(_ type: String, _ coordinates: String) -> String {
        "{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}"
    }
}
