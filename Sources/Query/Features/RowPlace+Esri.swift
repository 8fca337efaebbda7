internal import DuckDB

extension RowPlace {
    /// The geometry as GeoServices writes it: `x` and `y`, `points`, `paths` or `rings`, outer rings clockwise.
    package func esriJSON(in system: ReferenceSystem) -> Expression {
        let place = self
        let written = ScalarFunction("esri:\(system.code)", gives: .geoShape) { values, _ in
            place.isShape ? place.esriShape(values, system) : place.esriPoint(values, system)
        }
        return .call(written, arguments)
    }

    private func esriPoint(_ values: [SQL], _ system: ReferenceSystem) -> SQL {
        let (longitude, latitude) = degrees(values)
        let point = geometry(values, in: system, swapsAxes: false)
        let x: SQL = system.projection == nil ? longitude : "ST_X(\(point))"
        let y: SQL = system.projection == nil ? latitude : "ST_Y(\(point))"
        return """
            CASE WHEN \(longitude) IS NOT NULL AND \(latitude) IS NOT NULL THEN \
            concat('{"x":', CAST(\(x) AS VARCHAR), ',"y":', CAST(\(y) AS VARCHAR), '}') END
            """
    }

    /// A shape put in its normal form has its outer rings clockwise, as Esri wants them.
    private func esriShape(_ values: [SQL], _ system: ReferenceSystem) -> SQL {
        let text: SQL = "ST_AsGeoJSON(ST_Normalize(\(geometry(values, in: system, swapsAxes: false))))"
        let parts: SQL = "CAST(json_extract(\(text), '$.coordinates') AS VARCHAR)"
        let flat: SQL = "CAST(to_json(flatten(from_json(\(parts), '[[\"JSON\"]]'))) AS VARCHAR)"
        return """
            CASE json_extract_string(\(values[0]), '$.type') \
            WHEN 'Point' THEN concat('{"x":', json_extract_string(\(text), '$.coordinates[0]'), \
            ',"y":', json_extract_string(\(text), '$.coordinates[1]'), '}') \
            WHEN 'MultiPoint' THEN concat('{"points":', \(parts), '}') \
            WHEN 'LineString' THEN concat('{"paths":[', \(parts), ']}') \
            WHEN 'MultiLineString' THEN concat('{"paths":', \(parts), '}') \
            WHEN 'Polygon' THEN concat('{"rings":', \(parts), '}') \
            WHEN 'MultiPolygon' THEN concat('{"rings":', \(flat), '}') END
            """
    }

    /// The rows whose geometry is of one of these GeoJSON kinds.
    package func isOf(_ kinds: [String]) -> Predicate {
        guard case .shape(let field) = self else { return kinds.contains("Point") ? .everything : .nothing }
        return .any(kinds.map { .located(field, .isOfType($0)) })
    }

    /// The rows whose place stands so to a geometry: `s_intersects`, `s_within`.
    package func related(_ relation: String, _ geometry: Geometry, in system: ReferenceSystem) throws(QueryFault) -> Predicate {
        let subject = CQL2.Subject(QueryTable(relation: "", fields: []), place: self)
        let meaning = CQLMeaning(subject: subject, system: system, clause: "geometry", now: CivilTime(microseconds: 0))
        guard CQLShape.isSound(geometry) else {
            throw meaning.fault("this geometry cannot be read", fr: "cette géométrie ne peut pas être lue")
        }
        return try meaning.related(relation, [.property("geometry", .none), .geometry(geometry)], .none)
    }
}

extension FeatureFilter {
    /// Rows by their numbers. The engine knows where the least and the greatest are, and looks no further.
    package static func numbered(_ rows: [Int]) -> Predicate {
        guard let first = rows.min(), let last = rows.max() else { return .nothing }
        let ends = Interval(lower: .init(.int(Int64(first))), upper: .init(.int(Int64(last))))
        return .all([.between(.rowNumber, ends), .among(.rowNumber, rows.map { .int(Int64($0)) })])
    }
}

extension Expression {
    /// The number of a row in its version, from 1: the object identifier of GeoServices.
    package static let objectIdentifier = Expression.arithmetic(.rowNumber, .plus, .value(.int(1)))
}
