internal import DuckDB

extension RowPlace {
    /// A GeoJSON geometry in a system, its axes in the order of the system, with no more decimals than are worth it.
    package func geoJSON(in system: ReferenceSystem) -> Expression {
        let place = self
        let written = ScalarFunction("geojson:\(system.code)", gives: .geoShape) { values, _ in
            system.projection == nil && !place.isShape
                ? place.pointText(values, system) : place.shapeText(values, system)
        }
        return .call(written, arguments)
    }

    private func pointText(_ values: [SQL], _ system: ReferenceSystem) -> SQL {
        let (longitude, latitude) = degrees(values)
        let (first, second) = system.isNorthFirst ? (latitude, longitude) : (longitude, latitude)
        return """
            CASE WHEN \(longitude) IS NOT NULL AND \(latitude) IS NOT NULL THEN \
            concat('{"type":"Point","coordinates":[', round(\(first), 7), ',', round(\(second), 7), ']}') END
            """
    }

    private func shapeText(_ values: [SQL], _ system: ReferenceSystem) -> SQL {
        let isAsStored = system == .longitudeLatitude
        let text: SQL =
            isAsStored
            ? "CASE WHEN json_valid(\(values[0])) THEN \(values[0]) END" : "ST_AsGeoJSON(\(geometry(values, in: system)))"
        return "regexp_replace(\(text), '(\\.[0-9]{\(.trusted(String(system.decimals)))})[0-9]+', '\\1', 'g')"
    }

    /// Longitude and latitude of each row, doubles; nil for shapes.
    package var coordinates: (longitude: Expression, latitude: Expression)? {
        if isShape { return nil }
        func coordinate(_ name: String, _ value: @escaping @Sendable ((longitude: SQL, latitude: SQL)) -> SQL) -> Expression {
            .call(ScalarFunction(name, gives: .double) { values, _ in value(degrees(values)) }, arguments)
        }
        return (coordinate("longitude") { $0.longitude }, coordinate("latitude") { $0.latitude })
    }

    /// One edge of the rectangle around all rows, degrees.
    package func edge(_ edge: Aggregate.Edge) -> Expression {
        switch self {
        case .shape(let field), .point(let field): .aggregate(.edge(edge), .field(field))
        case .degrees(let longitude, let latitude):
            switch edge {
            case .west: .aggregate(.least, .field(longitude))
            case .east: .aggregate(.greatest, .field(longitude))
            case .south: .aggregate(.least, .field(latitude))
            case .north: .aggregate(.greatest, .field(latitude))
            }
        }
    }

    /// The GeoJSON name of the kind of geometry of a row: `Polygon`.
    package var kind: Expression {
        let isShape = isShape
        let written = ScalarFunction("kind", gives: .text) { values, _ in
            isShape
                ? "CASE WHEN json_valid(\(values[0])) THEN json_extract_string(\(values[0]), '$.type') END"
                : "CASE WHEN \(values[0]) IS NOT NULL THEN 'Point' END"
        }
        return .call(written, arguments)
    }
}

extension Expression {
    /// The number of a row in its version, from 0: what pages follow.
    package static let rowNumber = Expression.call(ScalarFunction("row", gives: .int) { _, _ in "t.rowid" }, [])
}
