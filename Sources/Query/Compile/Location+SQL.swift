internal import DuckDB
internal import Foundation

extension Location {
    /// - Parameter bounds: the rectangle around the shape, where the table has it.
    func sql(_ value: SQL, _ type: ValueType, _ bounds: BoundsSQL?) -> SQL {
        switch self {
        case .near(let geometry, let metres): return Distance(from: geometry).isWithin(metres, value, type)
        case .box(let box):
            if type == .geoPoint { return box.holds(value) }
            let exact: SQL = "ST_Intersects(\(type.geometry(value)), \(box.shape))"
            return bounds.map { "(\($0.meets(box)) AND (\($0.lies(in: box)) OR \(exact)))" } ?? exact
        case .about(let box): return type == .geoPoint ? box.holds(value) : bounds?.meets(box) ?? "TRUE"
        case .intersects(let geometry): return relation("ST_Intersects", geometry, value, type, bounds)
        case .disjoint(let geometry): return relation("ST_Disjoint", geometry, value, type, bounds)
        case .within(let geometry): return relation("ST_Within", geometry, value, type, bounds)
        case .isOfType(let name):
            if type == .geoPoint { return name == "Point" ? "\(value) IS NOT NULL" : "FALSE" }
            return "CASE WHEN json_valid(\(value)) THEN json_extract_string(\(value), '$.type') = \(text: name) END"
        }
    }

    /// Points, and shapes whose bounds are known, are first compared with the rectangle around the geometry, which costs the engine
    /// less than the geometry itself.
    private func relation(
        _ function: String, _ geometry: Geometry, _ value: SQL, _ type: ValueType, _ bounds: BoundsSQL?
    ) -> SQL {
        let call: SQL = "\(.trusted(function))(\(type.geometry(value)), \(geometry.sql))"
        guard function != "ST_Disjoint", let box = geometry.box else { return call }
        let rough = type == .geoPoint ? box.holds(value) : bounds?.meets(box)
        return rough.map { "(\($0) AND \(call))" } ?? call
    }
}

extension Geometry {
    /// As a constant. A polygon that crosses itself is mended by the engine.
    var sql: SQL { "ST_MakeValid(ST_GeomFromText(\(text: wellKnownText)))" }
}

extension BoundingBox {
    /// A point is inside or on the edge.
    func holds(_ point: SQL) -> SQL {
        """
        (\(point).lon BETWEEN \(value: .double(west)) AND \(value: .double(east)) \
        AND \(point).lat BETWEEN \(value: .double(south)) AND \(value: .double(north)))
        """
    }

    var shape: SQL {
        "ST_MakeEnvelope(\(value: .double(west)), \(value: .double(south)), \(value: .double(east)), \(value: .double(north)))"
    }
}

/// Metres between a value and a geometry. Between points: the great circle on a sphere of the mean radius of the Earth.
/// With lines and areas: on a plane whose longitudes are shortened as at the geometry, good to a few thousandths within
/// a hundred kilometres.
struct Distance {
    static let radius = 6_371_008.8
    private static let metresByDegree = radius * .pi / 180
    private let geometry: Geometry

    init(from geometry: Geometry) { self.geometry = geometry }

    func sql(_ value: SQL, _ type: ValueType) -> SQL {
        if case .point(let position) = geometry, type == .geoPoint { return Self.greatCircle(value, position) }
        let latitude = geometry.box.map { ($0.south + $0.north) / 2 } ?? 0
        let shrink = cos(latitude * .pi / 180)
        let scale: (SQL) -> SQL = { "ST_Affine(\($0), \(value: .double(shrink)), 0, 0, 1, 0, 0)" }
        return "(ST_Distance(\(scale(type.geometry(value))), \(scale(geometry.sql))) * \(value: .double(Self.metresByDegree)))"
    }

    func isWithin(_ metres: Double, _ value: SQL, _ type: ValueType) -> SQL {
        let close: SQL = "\(sql(value, type)) <= \(value: .double(metres))"
        guard type == .geoPoint, let box = geometry.box else { return close }
        // North and south hold everywhere; east and west would not near the poles and the date line.
        let degrees = metres / Self.metresByDegree * 1.001
        return """
            (\(value).lat BETWEEN \(value: .double(box.south - degrees)) AND \(value: .double(box.north + degrees)) AND \(close))
            """
    }

    /// Haversine formula.
    private static func greatCircle(_ value: SQL, _ to: Geometry.Position) -> SQL {
        let latitude: SQL = "CAST(\(value: .double(to.latitude)) AS DOUBLE)"
        let half: (SQL, SQL) -> SQL = { "pow(sin(radians(\($0) - \($1)) / 2), 2)" }
        let longitude: SQL = "CAST(\(value: .double(to.longitude)) AS DOUBLE)"
        // `least` passes nulls over: a point that is not there would be at the antipodes.
        return """
            (CASE WHEN \(value).lat IS NOT NULL THEN \(.trusted(String(2 * radius))) \
            * asin(sqrt(least(1, \(half("\(value).lat", latitude)) \
            + cos(radians(\(latitude))) * cos(radians(\(value).lat)) * \(half("\(value).lon", longitude))))) END)
            """
    }
}
