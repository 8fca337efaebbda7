/// The geographic filters of the v1 API: latitude first, everywhere.
package enum GeoFilter {
    /// `geofilter.distance`, `geofilter.polygon` or `geofilter.bbox`, on the first field of the table that lies on the map.
    package static func predicate(_ kind: String, _ value: String, over table: QueryTable) throws(QueryFault) -> Predicate {
        let field = table.fields.first { $0.type == .geoPoint } ?? table.fields.first { $0.type == .geoShape }
        guard let field else {
            throw SearchV1.fault("the dataset has no place", fr: "le jeu de données n'a pas de lieu", "geofilter.\(kind)")
        }
        switch kind {
        case "distance": return .located(field, try near(value))
        case "polygon": return .located(field, .intersects(try polygon(value)))
        case "bbox": return .located(field, .box(try box(value)))
        default: throw SearchV1.fault("Unknown filter: \(kind)", fr: "filtre inconnu : \(kind)", "geofilter.\(kind)")
        }
    }

    /// `lat,lon,metres`; without a distance, the place itself.
    static func near(_ text: String) throws(QueryFault) -> Location {
        let numbers = numbers(text)
        guard (2...3).contains(numbers.count), numbers.count < 3 || numbers[2] >= 0 else { throw unreadable(text) }
        let position = try position(numbers[0], numbers[1], text)
        return .near(.point(position), metres: numbers.count == 3 ? numbers[2] : 0)
    }

    /// `(lat1,lon1),(lat2,lon2),…`, closed or not.
    static func polygon(_ text: String) throws(QueryFault) -> Geometry {
        let numbers = numbers(text.filter { !"()".contains($0) })
        guard numbers.count >= 6, numbers.count % 2 == 0 else { throw unreadable(text) }
        var ring: [Geometry.Position] = []
        for index in stride(from: 0, to: numbers.count, by: 2) {
            ring.append(try position(numbers[index], numbers[index + 1], text))
        }
        if ring.first != ring.last { ring.append(ring[0]) }
        guard ring.count >= 4 else { throw unreadable(text) }
        return .polygon([ring])
    }

    /// `lat1,lon1,lat2,lon2`, with or without parentheses.
    static func box(_ text: String) throws(QueryFault) -> BoundingBox {
        let numbers = numbers(text.filter { !"()".contains($0) })
        guard numbers.count == 4 else { throw unreadable(text) }
        // Maps ask for more than the globe at low zooms.
        return BoundingBox(
            Geometry.Position(longitude: numbers[1], latitude: numbers[0]),
            Geometry.Position(longitude: numbers[3], latitude: numbers[2]))
    }

    private static func numbers(_ text: String) -> [Double] {
        guard text.utf8.count <= 100_000 else { return [] }
        let parts = text.split(separator: ",").map { $0.trimmingPrefix { $0.isWhitespace } }
        let numbers = parts.compactMap { Double($0.filter { !$0.isWhitespace }) }.filter(\.isFinite)
        return numbers.count == parts.count ? numbers : []
    }

    private static func position(_ latitude: Double, _ longitude: Double, _ text: String) throws(QueryFault) -> Geometry.Position
    {
        guard abs(latitude) <= 90, abs(longitude) <= 180 else { throw unreadable(text) }
        return Geometry.Position(longitude: longitude, latitude: latitude)
    }

    private static func unreadable(_ text: String) -> QueryFault {
        SearchV1.fault(
            "this place cannot be read: \(text.prefix(100))", fr: "ce lieu ne peut pas être lu : \(text.prefix(100))", "geofilter"
        )
    }
}
