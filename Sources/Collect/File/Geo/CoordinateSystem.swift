internal import Foundation

/// The coordinate reference system of geometries, as far as a file tells.
struct CoordinateSystem: Sendable, Hashable {
    /// What the engine's projection library understands: `EPSG:2154`, a WKT, a PROJJSON.
    let definition: String
    /// What people call it.
    let name: String

    /// Longitude and latitude on WGS 84: what GeoJSON is in (RFC 7946 section 4).
    static let wgs84 = CoordinateSystem(definition: "OGC:CRS84", name: "WGS 84")

    /// RGF93 geographic and ETRS89 differ from WGS 84 by less than a metre, but are not it: they are transformed.
    var isWGS84: Bool { ["OGC:CRS84", "EPSG:4326", "OGC:CRS84h", "EPSG:4979"].contains(definition) }

    init(definition: String, name: String) {
        self.definition = definition
        self.name = name
    }

    /// From a name as files write it: `EPSG:2154`, `urn:ogc:def:crs:EPSG::2154`, `urn:ogc:def:crs:OGC:1.3:CRS84`,
    /// `http://www.opengis.net/def/crs/EPSG/0/2154`.
    init(name: String) {
        let parts = name.split { ":/#".contains($0) }.map(String.init)
        let isKnown = parts.count >= 2 && ["EPSG", "OGC", "IGNF"].contains { parts.dropLast().contains($0) }
        let authority = ["EPSG", "OGC", "IGNF"].first { parts.dropLast().contains($0) } ?? ""
        definition = isKnown ? "\(authority):\(parts.last ?? "")" : name
        self.name = definition
    }

    /// From the type of a geometry column: `GEOMETRY('EPSG:2154')`, or a PROJJSON between the quotes.
    init?(columnType: String) {
        guard columnType.hasPrefix("GEOMETRY("), let start = columnType.firstIndex(of: "'"),
            let end = columnType.lastIndex(of: "'"), start < end
        else { return nil }
        let text = columnType[columnType.index(after: start)..<end].replacing("''", with: "'")
        let described = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        self.init(definition: String(text), name: described?["name"] as? String ?? String(text))
    }
}
