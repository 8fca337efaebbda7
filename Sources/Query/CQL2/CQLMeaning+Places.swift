internal import DuckDB

/// How two places stand to each other (06-103r4 §6.1.15).
enum CQLRelation: String, Sendable {
    case intersects = "s_intersects"
    case equals = "s_equals"
    case disjoint = "s_disjoint"
    case touches = "s_touches"
    case within = "s_within"
    case overlaps = "s_overlaps"
    case crosses = "s_crosses"
    case contains = "s_contains"

    var function: SQL {
        switch self {
        case .intersects: "ST_Intersects"
        case .equals: "ST_Equals"
        case .disjoint: "ST_Disjoint"
        case .touches: "ST_Touches"
        case .within: "ST_Within"
        case .overlaps: "ST_Overlaps"
        case .crosses: "ST_Crosses"
        case .contains: "ST_Contains"
        }
    }
}

extension CQLMeaning {
    /// The place of a row by the name of its field; `geometry` is the place of the feature.
    func place(_ name: String) -> RowPlace? {
        if let field = subject.table.field(name) {
            guard !field.isMultivalued else { return nil }
            return field.type == .geoShape ? .shape(field) : field.type == .geoPoint ? .point(field) : nil
        }
        return ["geometry", "geom", "shape"].contains(name.lowercased()) ? subject.place : nil
    }

    /// One side of a relation: where a row lies, or a geometry of the filter.
    private enum Side {
        case row(RowPlace)
        case constant(Geometry)
    }

    private func side(_ node: CQLNode, _ spot: CQLSpot) throws(QueryFault) -> Side {
        switch node {
        case .property(let name, let spot):
            if let place = place(name) { return .row(place) }
            _ = try expression(node)
            throw fault("\(name) is not a place", fr: "\(name) n'est pas un lieu", spot)
        case .geometry(let geometry): return .constant(geometry)
        case .box(let edges):
            let (x, y) = ([edges[0], edges[edges.count / 2]], [edges[1], edges[edges.count / 2 + 1]])
            let corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
            return .constant(.polygon([corners.map { Geometry.Position(longitude: x[$0.0], latitude: y[$0.1]) }]))
        default: throw fault("a place is expected", fr: "un lieu est attendu", spot)
        }
    }

    func related(_ name: String, _ arguments: [CQLNode], _ spot: CQLSpot) throws(QueryFault) -> Predicate {
        try expect(2, arguments, spot)
        guard let relation = CQLRelation(rawValue: name) else { return .nothing }
        let system = system
        func made(_ key: String, _ fields: [Expression], _ sides: @escaping @Sendable ([SQL]) -> (SQL, SQL)) -> Predicate {
            let function = ScalarFunction("\(name):\(system.code):\(key)", gives: .boolean) { values, _ in
                let (one, other) = sides(values)
                return "TRY(\(relation.function)(\(one), \(other)))"
            }
            return .holds(.call(function, fields))
        }
        switch (try side(arguments[0], spot), try side(arguments[1], spot)) {
        case (.row(let place), .constant(let geometry)):
            let exact = made("row,\(geometry.wellKnownText)", place.arguments) { values in
                (place.geometry(values), geometry.sql(in: system))
            }
            return try bounded(place, geometry, relation).and(exact)
        case (.constant(let geometry), .row(let place)):
            let exact = made("\(geometry.wellKnownText),row", place.arguments) { values in
                (geometry.sql(in: system), place.geometry(values))
            }
            return try bounded(place, geometry, relation).and(exact)
        case (.constant(let one), .constant(let other)):
            return made("\(one.wellKnownText),\(other.wellKnownText)", []) { _ in
                (one.sql(in: system), other.sql(in: system))
            }
        case (.row(let one), .row(let other)):
            let width = one.arguments.count
            return made("row,row", one.arguments + other.arguments) { values in
                (one.geometry(Array(values.prefix(width))), other.geometry(Array(values.dropFirst(width))))
            }
        }
    }

    /// Places are first compared with the rectangle around the geometry, which costs the engine less than the geometry itself.
    private func bounded(_ place: RowPlace, _ geometry: Geometry, _ relation: CQLRelation) throws(QueryFault) -> Predicate {
        guard relation != .disjoint, let box = geometry.box else { return .everything }
        return place.about(try Frame(edges: [box.west, box.south, box.east, box.north], system))
    }
}

extension Geometry {
    /// As a constant in longitude and latitude, from the coordinates of a system.
    func sql(in system: ReferenceSystem) -> SQL {
        if system.projection != nil { return "ST_Transform(\(sql), \(.constant(system.code)), 'OGC:CRS84', true)" }
        return system.isNorthFirst ? "ST_FlipCoordinates(\(sql))" : sql
    }
}
