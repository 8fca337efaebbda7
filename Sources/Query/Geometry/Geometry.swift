/// A geometry given in a query: longitude and latitude in degrees on WGS 84.
package indirect enum Geometry: Sendable, Hashable {
    package struct Position: Sendable, Hashable {
        package let longitude: Double
        package let latitude: Double

        package init(longitude: Double, latitude: Double) {
            self.longitude = longitude
            self.latitude = latitude
        }
    }

    case point(Position)
    case line([Position])
    /// The outer ring, then holes; each closed.
    case polygon([[Position]])
    case points([Position])
    case lines([[Position]])
    case polygons([[[Position]]])
    case collection([Geometry])

    /// Every position, to bound it.
    var positions: [Position] {
        switch self {
        case .point(let position): [position]
        case .line(let positions), .points(let positions): positions
        case .polygon(let rings), .lines(let rings): rings.flatMap(\.self)
        case .polygons(let polygons): polygons.flatMap { $0.flatMap(\.self) }
        case .collection(let parts): parts.flatMap(\.positions)
        }
    }

    /// Nil when there is no position in it.
    var box: BoundingBox? {
        let all = positions
        guard let first = all.first else { return nil }
        return all.reduce(BoundingBox(first, first)) { $0.extended(to: $1) }
    }
}

/// A rectangle of longitudes and latitudes.
package struct BoundingBox: Sendable, Hashable {
    package let west: Double
    package let south: Double
    package let east: Double
    package let north: Double

    /// From two opposite corners, in any order.
    package init(_ one: Geometry.Position, _ other: Geometry.Position) {
        west = min(one.longitude, other.longitude)
        east = max(one.longitude, other.longitude)
        south = min(one.latitude, other.latitude)
        north = max(one.latitude, other.latitude)
    }

    func extended(to position: Geometry.Position) -> BoundingBox {
        BoundingBox(
            Geometry.Position(longitude: min(west, position.longitude), latitude: min(south, position.latitude)),
            Geometry.Position(longitude: max(east, position.longitude), latitude: max(north, position.latitude)))
    }
}
