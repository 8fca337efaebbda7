package import DuckDB
package import Territory

/// GeoJSON (RFC 7946, and the drafts before it, which named a coordinate system): the properties of each feature as columns,
/// its geometry as GeoJSON text.
package struct GeoJSONFormat: FileFormat {
    package static let name = "GeoJSON"
    package static let options: [Key] = []

    package init(_ source: SourceDeclaration) {}

    package static func recognises(_ start: FileStart) -> Bool {
        if ["geojson", "geojsonl", "geojsons"].contains(start.fileExtension) { return true }
        let text = String(decoding: start.bytes.filter { $0 > 0x20 }, as: UTF8.self)
        return start.opensObjectOrList && (text.contains("\"FeatureCollection\"") || text.contains("\"type\":\"Feature\""))
    }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        let layout = FeatureLayout()
        let lines = JSONDetection.holdsDocuments(file.url)
        let reading = JSONReading(
            file: file, path: lines ? .documents : .keys(["features"]), connection: connection, work: work)
        let outcome = try reading.read(layout: layout)
        let geometry = FeatureLayout.geometry
        let system = layout.system.map { CoordinateSystem(name: $0) } ?? .wgs84
        let relation = try outcome.table.finish(last: geometry)
        guard outcome.table.names.contains(geometry) else { return Collected(relation: relation, notes: outcome.notes) }
        let placed = try GeometryText(work: work, number: file.number).inWGS84(relation, from: system, connection)
        return Collected(relation: placed.relation, notes: outcome.notes + placed.notes)
    }
}

/// Where the members of a feature go: its properties bear their own names; its identifier stands beside them.
private final class FeatureLayout: JSONLayout {
    static let geometry = RecordName("geometry").around

    /// The coordinate system that the file names, as in GeoJSON of 2008.
    private(set) var system: String?
    private let properties = RecordName("properties").around

    func place(of key: [UInt8], in object: RecordName, depth: Int) -> JSONPlace {
        guard depth == 1 else { return .open(object == properties ? RecordName().inner(key) : object.inner(key)) }
        switch String(decoding: key, as: UTF8.self) {
        case "properties": return .open(properties)
        case "geometry": return .keep(Self.geometry)
        case "type", "bbox", "crs": return .leave
        default: return .open(RecordName().inner(key).around)
        }
    }

    func outside(_ keys: [String], _ key: String, _ value: [UInt8]) {
        if keys == ["crs", "properties"], key == "name" { system = String(decoding: value, as: UTF8.self) }
    }
}
