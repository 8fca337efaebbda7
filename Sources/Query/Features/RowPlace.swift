internal import DuckDB
package import Territory

/// Where the rows of a dataset lie: a field of shapes, a field of points, or two fields of degrees.
package enum RowPlace: Sendable, Hashable {
    case shape(QueryField)
    case point(QueryField)
    case degrees(longitude: QueryField, latitude: QueryField)

    /// Shapes say more than points; two fields of degrees count when the dataset's `views` name them
    /// (`map: { latitude: LAT, longitude: LON }`).
    package init?(_ dataset: Dataset, _ table: QueryTable) {
        let single = table.fields.filter { !$0.isMultivalued }
        if let shape = single.first(where: { $0.type == .geoShape }) {
            self = .shape(shape)
        } else if let point = single.first(where: { $0.type == .geoPoint }) {
            self = .point(point)
        } else if let (longitude, latitude) = dataset.degrees,
            let east = single.first(where: { $0.name == longitude && $0.type == .double }),
            let north = single.first(where: { $0.name == latitude && $0.type == .double })
        {
            self = .degrees(longitude: east, latitude: north)
        } else {
            return nil
        }
    }

    /// The field that is nothing but the place.
    package var field: QueryField? {
        switch self {
        case .shape(let field), .point(let field): field
        case .degrees: nil
        }
    }

    package var isShape: Bool { if case .shape = self { true } else { false } }

    /// What its expressions are made of.
    var arguments: [Expression] {
        switch self {
        case .shape(let field), .point(let field): [.field(field)]
        case .degrees(let longitude, let latitude): [.field(longitude), .field(latitude)]
        }
    }

    /// Longitude and latitude of a point.
    func degrees(_ values: [SQL]) -> (longitude: SQL, latitude: SQL) {
        if case .degrees = self, values.count == 2 { return (values[0], values[1]) }
        return ("\(values[0]).lon", "\(values[0]).lat")
    }

    /// As the geometry of the spatial extension, longitude first; a shape that cannot be read is null.
    func geometry(_ values: [SQL]) -> SQL {
        if isShape { return ValueType.geoShape.geometry(values[0]) }
        let (longitude, latitude) = degrees(values)
        return "ST_Point(\(longitude), \(latitude))"
    }

    /// The same in another system, its axes in the order of the system; null where it cannot be had.
    func geometry(_ values: [SQL], in system: ReferenceSystem, swapsAxes: Bool = true) -> SQL {
        let geometry = geometry(values)
        if system.projection == nil { return system.isNorthFirst && swapsAxes ? "ST_FlipCoordinates(\(geometry))" : geometry }
        return "TRY(ST_Transform(\(geometry), 'OGC:CRS84', \(.constant(system.code)), true))"
    }

    /// Whether a row has a place.
    package var isThere: Predicate {
        .all(arguments.map { .not(.missing($0)) })
    }
}

extension Dataset {
    /// The fields of degrees that a view of it names.
    package var degrees: (longitude: String, latitude: String)? {
        for case let view? in views.map({ $0.entries?.first }) where ["map", "choropleth"].contains(view.key) {
            if let longitude = view.value["longitude"]?.text, let latitude = view.value["latitude"]?.text {
                return (longitude, latitude)
            }
        }
        return nil
    }
}
