internal import Foundation

extension Geometry {
    /// Reads a GeoJSON geometry (RFC 7946 §3.1); a Feature counts for its geometry.
    package static func geoJSON(_ text: String) -> Geometry? {
        guard text.utf8.count <= 1 << 16, !tooDeep(text),
            let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
            let geometry = read(object, depth: 0), geometry.isOnGlobe
        else { return nil }
        return geometry
    }

    /// Any of the forms of `geom'…'`: WKT, WKB in hexadecimal, GeoJSON.
    package static func any(_ text: String) -> Geometry? {
        text.drop(while: \.isWhitespace).first == "{" ? geoJSON(text) : wellKnownBinary(hexadecimal: text) ?? wellKnownText(text)
    }

    private static func tooDeep(_ text: String) -> Bool {
        var depth = 0
        for byte in text.utf8 {
            if byte == 91 || byte == 123 { depth += 1 }
            if byte == 93 || byte == 125 { depth -= 1 }
            if depth > 16 { return true }
        }
        return false
    }

    private static func read(_ object: [String: Any], depth: Int) -> Geometry? {
        guard depth < 8 else { return nil }
        let coordinates = object["coordinates"]
        switch object["type"] as? String {
        case "Point": return position(coordinates).map { .point($0) }
        case "LineString": return list(coordinates, position).map { .line($0) }
        case "Polygon": return list(coordinates, positions).map { .polygon($0) }
        case "MultiPoint": return list(coordinates, position).map { .points($0) }
        case "MultiLineString": return list(coordinates, positions).map { .lines($0) }
        case "MultiPolygon": return list(coordinates) { list($0, positions) }.map { .polygons($0) }
        case "GeometryCollection":
            return list(object["geometries"]) { ($0 as? [String: Any]).flatMap { read($0, depth: depth + 1) } }
                .map { .collection($0) }
        case "Feature": return (object["geometry"] as? [String: Any]).flatMap { read($0, depth: depth + 1) }
        default: return nil
        }
    }

    private static func list<T>(_ value: Any?, _ item: (Any) -> T?) -> [T]? {
        guard let values = value as? [Any] else { return nil }
        let items = values.compactMap(item)
        return items.count == values.count ? items : nil
    }

    private static func positions(_ value: Any) -> [Position]? { list(value) { position($0) } }

    private static func position(_ value: Any?) -> Position? {
        guard let numbers = (value as? [Any])?.compactMap({ ($0 as? NSNumber)?.doubleValue }), numbers.count >= 2,
            numbers.allSatisfy(\.isFinite)
        else { return nil }
        return Position(longitude: numbers[0], latitude: numbers[1])
    }
}
