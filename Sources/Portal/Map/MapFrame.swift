package import DuckDB
internal import Foundation

/// The part of the world that a map shows, in degrees on WGS 84, and how it is laid on a drawing (Web Mercator).
package struct MapFrame: Sendable, Hashable {
    static let width = 720.0
    static let height = 480.0
    /// Places nearer than this many pixels are one.
    static let radius = 44.0
    /// Web Mercator ends there.
    private static let edge = 85.0

    let west: Double
    let south: Double
    let east: Double
    let north: Double

    init?(west: Double, south: Double, east: Double, north: Double) {
        guard [west, south, east, north].allSatisfy(\.isFinite), west < east, south < north, west >= -180, east <= 180,
            south >= -90,
            north <= 90
        else { return nil }
        func short(_ number: Double) -> Double { (number * 1e6).rounded() / 1e6 }
        (self.west, self.south, self.east, self.north) = (short(west), short(south), short(east), short(north))
    }

    /// The frame that an address asks for; nil when it asks for none, or for one that cannot be.
    package init?(_ state: PageState) {
        let numbers = Self.names.map { state[$0].flatMap { Double($0.replacing(",", with: ".")) } }
        guard let west = numbers[0], let south = numbers[1], let east = numbers[2], let north = numbers[3] else { return nil }
        self.init(west: west, south: south, east: east, north: north)
    }

    /// A frame around all places, from the row of `MapSource.extent`; nil when there are none.
    package init?(extent row: Row?) {
        let numbers = (row?.values ?? []).map { $0.text.flatMap { Double($0) } }
        guard numbers.count == 4, let west = numbers[0], let south = numbers[1], let east = numbers[2], let north = numbers[3]
        else {
            return nil
        }
        let margin = max(0.002, max(east - west, north - south) * 0.06)
        self.init(
            west: max(-180, west - margin), south: max(-Self.edge, south - margin), east: min(180, east + margin),
            north: min(Self.edge, north + margin))
    }

    static let names = ["ouest", "sud", "est", "nord"]

    var state: PageState {
        PageState(zip(Self.names, [west, south, east, north]).map { PageState.Item($0, String($1)) })
    }

    /// A quarter of the width around a place: one step nearer.
    func nearer(_ latitude: Double, _ longitude: Double) -> MapFrame? {
        let (width, height) = ((east - west) / 8, (north - south) / 8)
        return MapFrame(
            west: max(-180, longitude - width), south: max(-Self.edge, latitude - height), east: min(180, longitude + width),
            north: min(Self.edge, latitude + height))
    }

    // MARK: The drawing

    private static func mercator(_ latitude: Double) -> Double {
        let held = min(max(latitude, -edge), edge) * .pi / 180
        return log(tan(.pi / 4 + held / 2)) * 180 / .pi
    }

    /// Pixels for a degree of longitude: the whole frame fits.
    private var scale: Double {
        min(Self.width / (east - west), Self.height / max(1e-9, Self.mercator(north) - Self.mercator(south)))
    }

    /// Where a place stands on the drawing.
    func place(_ latitude: Double, _ longitude: Double) -> (x: Double, y: Double) {
        let middle = (Self.mercator(north) + Self.mercator(south)) / 2
        return (
            Self.width / 2 + (longitude - (east + west) / 2) * scale, Self.height / 2 - (Self.mercator(latitude) - middle) * scale
        )
    }

    /// The zoom of a map of 256-pixel tiles that shows as much.
    var zoom: Int { min(18, max(0, Int(log2(scale * 360 / 256).rounded()))) }

    /// The degrees within which places are one.
    var cell: (width: Double, height: Double) {
        let width = Self.radius / scale
        return (width, width * max(0.05, cos((north + south) / 2 * .pi / 180)))
    }

    /// Metres on the ground for a pixel, in the middle.
    var metresByPixel: Double { 111_320 * cos((north + south) / 2 * .pi / 180) / scale }
}
