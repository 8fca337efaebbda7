internal import DuckDB
internal import Query

/// One value of an answer as text: the SQL that writes it, null where it is null. Forms of the Explore API v2.1
/// (explore-api.md §3).
struct CellText: Sendable {
    private let type: ValueType
    private let isList: Bool
    private let isComputed: Bool

    init(_ column: ResultColumn) {
        type = column.type
        isList = column.isMultivalued
        isComputed = column.field == nil
    }

    /// The value as the engine writes it into JSON.
    func json(_ name: String) -> String {
        if isList { return name }
        switch type {
        // A sum may leave the whole numbers of JSON's readers or all numbers; JSON has no word for where it goes.
        case .int: return isComputed ? "CAST(CAST(\(name) AS VARCHAR) AS JSON)" : name
        case .double:
            return isComputed
                ? "CASE WHEN isfinite(CAST(\(name) AS DOUBLE)) THEN CAST(CAST(\(name) AS VARCHAR) AS JSON) END" : name
        case .geoPoint: return Self.whole(name, "'lon', \(name).lon, 'lat', \(name).lat")
        case .geoShape:
            return """
                CASE WHEN json_valid(\(name)) THEN json_object('type', 'Feature', 'geometry', CAST(\(name) AS JSON), \
                'properties', CAST('{}' AS JSON)) END
                """
        default: return name
        }
    }

    /// The value as JSON, a text of its own.
    func jsonText(_ name: String) -> String { "CAST(to_json(\(json(name))) AS VARCHAR)" }

    /// The centre of a cluster.
    static func cluster(_ name: String) -> String {
        whole(name, "'cluster_centroid', json_object('lat', \(name).lat, 'lon', \(name).lon)")
    }

    /// As plain text: points `latitude, longitude`, shapes their GeoJSON geometry.
    func plain(_ name: String, listSeparator: String = ",") -> String {
        if isList { return "array_to_string(\(name), \(literal(listSeparator)))" }
        switch type {
        case .geoPoint: return Self.joined(name, "\(name).lat, ', ', \(name).lon")
        case .text, .file, .jsonBlob, .geoShape: return name
        default: return "CAST(\(name) AS VARCHAR)"
        }
    }

    /// Whether the plain text may hold one of these marks (SQL expressions).
    func mayHold(_ marks: [String]) -> Bool {
        if isList || type.isText || type == .geoShape { return true }
        // Computed values may be of any form; numbers, dates and points are made of these.
        let letters = "0123456789+-.:, TeE"
        return isComputed
            || marks.contains { mark in mark.dropFirst().dropLast().contains { letters.contains($0) } && !mark.hasPrefix("chr") }
    }

    /// As a GeoJSON geometry.
    func geometry(_ name: String) -> String {
        type == .geoPoint
            ? Self.joined(name, "'{\"type\": \"Point\", \"coordinates\": [', \(name).lon, ', ', \(name).lat, ']}'") : name
    }

    private static func joined(_ name: String, _ parts: String) -> String {
        "CASE WHEN \(name) IS NOT NULL THEN concat(\(parts)) END"
    }

    private static func whole(_ name: String, _ members: String) -> String {
        "CASE WHEN \(name) IS NOT NULL THEN json_object(\(members)) END"
    }
}
