package import DuckDB
internal import Foundation

/// An area of a map: its name, what is counted there, its outlines in degrees.
package struct MapShape: Sendable {
    struct Point: Sendable, Hashable {
        let longitude: Double
        let latitude: Double
    }

    let name: String?
    let value: Double?
    let rings: [[Point]]

    /// From the rows of `MapSource.shapes`: GeoJSON, a value, a name. What is no area has no outline and is left out.
    package static func read(_ rows: [Row]) -> [MapShape] {
        rows.compactMap { row in
            guard let text = row.text("shape"), let shape = try? JSONDecoder().decode(Geometry.self, from: Data(text.utf8)),
                !shape.rings.isEmpty
            else { return nil }
            return MapShape(name: row.text("name"), value: row.text("value").flatMap { Double($0) }, rings: shape.rings)
        }
    }

    /// An area of GeoJSON (RFC 7946 §3.1.6, §3.1.7); other geometries have no rings.
    private struct Geometry: Decodable {
        let rings: [[Point]]

        private enum CodingKeys: String, CodingKey { case type, coordinates }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            let degrees: [[[Double]]] =
                switch try keys.decode(String.self, forKey: .type) {
                case "Polygon": try keys.decode([[[Double]]].self, forKey: .coordinates)
                case "MultiPolygon": try keys.decode([[[[Double]]]].self, forKey: .coordinates).flatMap(\.self)
                default: []
                }
            rings = degrees.map { ring in
                ring.compactMap { $0.count < 2 ? nil : Point(longitude: $0[0], latitude: $0[1]) }
            }.filter { $0.count > 2 }
        }
    }
}
