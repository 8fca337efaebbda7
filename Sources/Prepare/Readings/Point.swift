internal import DuckDB
internal import Territory

/// A point as a field of type `geo_point_2d` is stored: longitude and latitude in degrees of WGS 84.
enum Point {
    /// The type Check gives such a field.
    static let type = "STRUCT(lon DOUBLE, lat DOUBLE)"

    /// The point of two expressions, null unless both are degrees.
    static func made(_ longitude: SQL, _ latitude: SQL) -> SQL {
        """
        CASE WHEN \(longitude) BETWEEN -180 AND 180 AND \(latitude) BETWEEN -90 AND 90
        THEN {'lon': \(longitude), 'lat': \(latitude)} END
        """
    }
}

/// Where France is: enough to see that a latitude stands where a longitude should.
enum France {
    /// Metropolis, Guadeloupe, Martinique, Guyane, La Réunion, Mayotte: west, south, east, north. The boxes of Validata's
    /// check french-gps-coordinates.
    private static let boxes = [
        ("-5.141277", "41.333571", "9.560091", "51.088989"), ("-61.809839", "15.832041", "-61.001959", "16.514488"),
        ("-61.229033", "14.388646", "-60.809655", "14.878723"), ("-54.60239", "2.111055", "-51.619041", "5.748138"),
        ("55.216526", "-21.389631", "55.836654", "-20.8718"), ("45.01833", "-13.005254", "45.299985", "-12.63659"),
    ]

    /// Whether the point is in France only once its two halves are swapped.
    static func isSwapped(_ longitude: SQL, _ latitude: SQL) -> SQL {
        "(NOT \(holds(longitude, latitude)) AND \(holds(latitude, longitude)))"
    }

    private static func holds(_ longitude: SQL, _ latitude: SQL) -> SQL {
        let tests = boxes.map { box -> SQL in
            """
            (\(longitude) BETWEEN \(.trusted(box.0)) AND \(.trusted(box.2)) \
            AND \(latitude) BETWEEN \(.trusted(box.1)) AND \(.trusted(box.3)))
            """
        }
        return "(\(tests.joined(" OR ")))"
    }
}
