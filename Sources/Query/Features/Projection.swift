internal import Foundation

/// The way back from a plane to degrees, in closed form: what bounds a search before the engine compares.
enum Projection: Sendable, Hashable {
    case mercator
    case conic(Conic)

    /// The radius of the web's sphere, metres.
    static let radius = 6_378_137.0

    static func mercatorDegrees(_ east: Double, _ north: Double) -> Geometry.Position {
        Geometry.Position(
            longitude: east / radius * 180 / .pi, latitude: atan(sinh(north / radius)) * 180 / .pi)
    }
}

/// A conformal conic plane of two parallels on GRS 80, Greenwich plus 3°, as France has them (IGN, NTG 71).
struct Conic: Sendable, Hashable {
    private let exponent: Double
    private let constant: Double
    private let origin: Double
    private let east: Double
    private let north: Double

    private static let axis = 6_378_137.0
    private static let eccentricity = (2 / 298.257222101 - 1 / (298.257222101 * 298.257222101)).squareRoot()
    private static let meridian = 3.0

    init(latitude: Double, parallels: (Double, Double), east: Double, north: Double) {
        let radians = Double.pi / 180
        let (one, other) = (parallels.0 * radians, parallels.1 * radians)
        let (first, second) = (Self.isometric(one), Self.isometric(other))
        exponent = log(Self.normal(other) * cos(other) / (Self.normal(one) * cos(one))) / (first - second)
        constant = Self.normal(one) * cos(one) / exponent * exp(exponent * first)
        origin = constant * exp(-exponent * Self.isometric(latitude * radians))
        self.east = east
        self.north = north
    }

    func degrees(_ x: Double, _ y: Double) -> Geometry.Position {
        let (dx, dy) = (x - east, origin - (y - north))
        let radius = hypot(dx, dy)
        guard radius > 0 else { return Geometry.Position(longitude: Self.meridian, latitude: 90) }
        let isometric = -log(radius / constant) / exponent
        var latitude = 2 * atan(exp(isometric)) - .pi / 2
        for _ in 0..<6 {
            let sine = Self.eccentricity * sin(latitude)
            latitude = 2 * atan(exp(isometric + Self.eccentricity / 2 * log((1 + sine) / (1 - sine)))) - .pi / 2
        }
        return Geometry.Position(
            longitude: Self.meridian + atan2(dx, dy) / exponent * 180 / .pi, latitude: latitude * 180 / .pi)
    }

    /// The great normal of the ellipsoid.
    private static func normal(_ latitude: Double) -> Double {
        axis / (1 - pow(eccentricity * sin(latitude), 2)).squareRoot()
    }

    private static func isometric(_ latitude: Double) -> Double {
        let sine = eccentricity * sin(latitude)
        return log(tan(.pi / 4 + latitude / 2)) - eccentricity / 2 * log((1 + sine) / (1 - sine))
    }
}
