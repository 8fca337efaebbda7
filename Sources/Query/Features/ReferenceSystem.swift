/// A coordinate reference system that features are asked for and answered in (OGC API – Features, Part 2). The rows themselves
/// are in degrees on WGS 84, longitude first; the engine's PROJ does the rest.
package struct ReferenceSystem: Sendable, Hashable {
    /// As the standard names it: `http://www.opengis.net/def/crs/EPSG/0/2154`.
    package let uri: String
    /// As PROJ names it: `EPSG:2154`.
    package let code: String
    /// Whether the first coordinate goes north: EPSG has latitude first.
    package let isNorthFirst: Bool
    /// Decimals worth writing: a centimetre on the ground.
    package let decimals: Int
    let projection: Projection?

    private init(epsg number: Int, isNorthFirst: Bool = false, projection: Projection?) {
        uri = "http://www.opengis.net/def/crs/EPSG/0/\(number)"
        code = "EPSG:\(number)"
        self.isNorthFirst = isNorthFirst
        decimals = projection == nil ? 7 : 2
        self.projection = projection
    }

    private init() {
        uri = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
        code = "OGC:CRS84"
        isNorthFirst = false
        decimals = 7
        projection = nil
    }

    /// Longitude, latitude in degrees: GeoJSON's, and the default.
    package static let longitudeLatitude = ReferenceSystem()
    /// Latitude, longitude in degrees.
    package static let latitudeLongitude = ReferenceSystem(epsg: 4326, isNorthFirst: true, projection: nil)
    /// The plane of web maps.
    package static let webMercator = ReferenceSystem(epsg: 3857, projection: .mercator)
    /// Lambert-93, the legal plane of metropolitan France.
    package static let lambert93 = ReferenceSystem(
        epsg: 2154, projection: .conic(Conic(latitude: 46.5, parallels: (44, 49), east: 700_000, north: 6_600_000)))
    /// The nine conic planes of France, CC42 to CC50: each is true within a degree of its parallel.
    package static let conics = (42...50).map { parallel in
        let middle = Double(parallel)
        return ReferenceSystem(
            epsg: 3_900 + parallel,
            projection: .conic(
                Conic(
                    latitude: middle, parallels: (middle - 0.75, middle + 0.75), east: 1_700_000,
                    north: Double(parallel - 41) * 1_000_000 + 200_000)))
    }

    package static let all = [longitudeLatitude, latitudeLongitude, webMercator, lambert93] + conics

    /// The system of an address; with `https`, as a safe CURIE (`[EPSG:2154]`) or as PROJ's name, it is the same one.
    package init?(_ name: String) {
        let plain = name.replacing("https://", with: "http://").trimmingPrefix("[")
        let known = Self.all.first { [$0.uri, $0.code, $0.code + "]"].contains(String(plain)) }
        guard let known else { return nil }
        self = known
    }

    /// The system of an EPSG number; 102100 and 102110 are Esri's names of the web's plane and of Lambert-93.
    package init?(epsg number: Int) {
        let number = [102_100: 3_857, 102_113: 3_857, 900_913: 3_857, 102_110: 2_154][number] ?? number
        guard let known = Self.all.first(where: { $0.code == "EPSG:\(number)" }) else { return nil }
        self = known
    }

    /// Degrees of a place in this system, near enough to look for it; what is found is compared by the engine.
    func degrees(_ first: Double, _ second: Double) -> Geometry.Position {
        switch projection {
        case nil:
            isNorthFirst
                ? Geometry.Position(longitude: second, latitude: first)
                : Geometry.Position(longitude: first, latitude: second)
        case .mercator?: Projection.mercatorDegrees(first, second)
        case .conic(let conic)?: conic.degrees(first, second)
        }
    }
}
