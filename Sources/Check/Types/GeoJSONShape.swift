internal import Foundation

/// The shape of a GeoJSON object, RFC 7946: what the published JSON Schema of GeoJSON asks, and no more.
enum GeoJSONShape {
    static func read(_ text: String) -> JSONValue? {
        try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    }

    /// A geometry, a feature or a collection of features.
    static func isValid(_ value: JSONValue?) -> Bool {
        guard let object = value?.object, let type = object["type"]?.text, isBox(object["bbox"]) else { return false }
        switch type {
        case "Feature": return isFeature(object)
        case "FeatureCollection":
            return object["features"]?.list?.allSatisfy { feature in
                feature.object.map { $0["type"]?.text == "Feature" && isBox($0["bbox"]) && isFeature($0) } ?? false
            } ?? false
        default: return isGeometry(object)
        }
    }

    /// A topology: its objects and its arcs.
    static func isTopology(_ value: JSONValue?) -> Bool {
        guard let object = value?.object, object["type"]?.text == "Topology" else { return false }
        return object["objects"]?.object != nil && object["arcs"]?.list != nil
    }

    /// RFC 7946, section 3.2: `properties` and `geometry` are there, and may be null.
    private static func isFeature(_ object: [String: JSONValue]) -> Bool {
        guard let properties = object["properties"], let geometry = object["geometry"] else { return false }
        let identifier = object["id"].map { $0.written != nil && $0.boolean == nil } ?? true
        return identifier && (properties == .null || properties.object != nil)
            && (geometry == .null || geometry.object.map { isBox($0["bbox"]) && isGeometry($0) } ?? false)
    }

    /// Section 3.1. A line has two positions, a ring four.
    private static func isGeometry(_ object: [String: JSONValue]) -> Bool {
        let coordinates = object["coordinates"]
        return switch object["type"]?.text {
        case "Point": isPosition(coordinates)
        case "MultiPoint": isList(coordinates, of: isPosition)
        case "LineString": isLine(coordinates)
        case "MultiLineString": isList(coordinates, of: isLine)
        case "Polygon": isPolygon(coordinates)
        case "MultiPolygon": isList(coordinates, of: isPolygon)
        case "GeometryCollection":
            isList(object["geometries"]) { geometry in
                geometry?.object.map { isBox($0["bbox"]) && isGeometry($0) } ?? false
            }
        default: false
        }
    }

    private static func isPosition(_ value: JSONValue?) -> Bool {
        guard let numbers = value?.list, numbers.count >= 2 else { return false }
        return numbers.allSatisfy(isNumber)
    }

    private static func isLine(_ value: JSONValue?) -> Bool { isList(value, of: isPosition) && (value?.list?.count ?? 0) >= 2 }

    private static func isPolygon(_ value: JSONValue?) -> Bool {
        isList(value) { ring in isList(ring, of: isPosition) && (ring?.list?.count ?? 0) >= 4 }
    }

    private static func isBox(_ value: JSONValue?) -> Bool {
        guard let value else { return true }
        return (value.list?.count ?? 0) >= 4 && isList(value) { $0.map(isNumber) ?? false }
    }

    private static func isNumber(_ value: JSONValue) -> Bool {
        switch value {
        case .integer, .number: true
        default: false
        }
    }

    private static func isList(_ value: JSONValue?, of item: (JSONValue?) -> Bool) -> Bool {
        value?.list?.allSatisfy { item($0) } ?? false
    }
}
