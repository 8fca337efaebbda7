internal import DuckDB

extension ScalarFunction {
    /// `Point`, `Polygon`…
    static func geometryType(of type: ValueType) -> ScalarFunction {
        ScalarFunction("geometry_type", gives: .text) { arguments, _ in
            if type == .geoPoint { return "CASE WHEN \(arguments[0]) IS NOT NULL THEN 'Point' END" }
            return "CASE WHEN json_valid(\(arguments[0])) THEN json_extract_string(\(arguments[0]), '$.type') END"
        }
    }

    /// Metres to a geometry.
    static func distance(to geometry: Geometry, from type: ValueType) -> ScalarFunction {
        ScalarFunction("distance:\(geometry.wellKnownText)", gives: .double) { arguments, _ in
            Distance(from: geometry).sql(arguments[0], type)
        }
    }
}

extension Call {
    /// `distance(g, geom)` in metres.
    @Sendable static func distance(_ call: Call) throws(QueryFault) -> Expression {
        try call.expect(2...2)
        let value = try call.value(0) { $0.isGeographic }
        return .call(.distance(to: try call.geometry(1), from: value.type), [value])
    }

    /// `within_distance(g, geom, 1km)`
    @Sendable static func withinDistance(_ call: Call) throws(QueryFault) -> Predicate {
        try call.expect(3...3)
        return .located(try call.place(0), .near(try call.geometry(1), metres: try call.metres(2)))
    }

    /// `in_bbox(g, lat1, lon1, lat2, lon2)`
    @Sendable static func inBox(_ call: Call) throws(QueryFault) -> Predicate {
        try call.expect(5...5)
        let (south, west, north, east) = (
            try call.number(1), try call.number(2), try call.number(3), try call.number(4)
        )
        let box = BoundingBox(
            Geometry.Position(longitude: west, latitude: south), Geometry.Position(longitude: east, latitude: north))
        return .located(try call.place(0), .box(box))
    }

    @Sendable static func intersects(_ call: Call) throws(QueryFault) -> Predicate {
        try call.expect(2...2)
        return .located(try call.place(0), .intersects(try call.geometry(1)))
    }

    @Sendable static func disjoint(_ call: Call) throws(QueryFault) -> Predicate {
        try call.expect(2...2)
        return .located(try call.place(0), .disjoint(try call.geometry(1)))
    }

    @Sendable static func within(_ call: Call) throws(QueryFault) -> Predicate {
        try call.expect(2...2)
        return .located(try call.place(0), .within(try call.geometry(1)))
    }

    /// `geometry(g, geom[, INTERSECTS|DISJOINT|WITHIN])`
    @Sendable static func geometryMode(_ call: Call) throws(QueryFault) -> Predicate {
        try call.expect(2...3)
        guard call.arguments.count == 3 else { return try intersects(call) }
        let short = Call(name: call.name, arguments: Array(call.arguments.prefix(2)), resolver: call.resolver)
        if case .name(let mode) = call.arguments[2] {
            switch mode.lowercased() {
            case "intersects": return try intersects(short)
            case "disjoint": return try disjoint(short)
            case "within": return try within(short)
            default: break
            }
        }
        throw call.fault("INTERSECTS, DISJOINT or WITHIN is expected", fr: "INTERSECTS, DISJOINT ou WITHIN est attendu")
    }

    private func metres(_ index: Int) throws(QueryFault) -> Double {
        let metres: Double?
        if case .quantity(let number, let unit) = try argument(index) {
            metres = Units.lengths[unit].map { $0 * number }
        } else {
            metres = try number(index)
        }
        guard let metres, metres >= 0 else {
            throw fault("a distance such as 1km is expected", fr: "une distance comme 1km est attendue")
        }
        return metres
    }
}
