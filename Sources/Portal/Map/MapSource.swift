package import Query
internal import Territory

/// Where the rows of a dataset are: a field of points, or two fields of degrees that its `views` name
/// (`map: { latitude: LAT, longitude: LON, label: NOM }`).
package struct MapSource: Sendable {
    enum Position: Sendable {
        case point(QueryField)
        case degrees(latitude: QueryField, longitude: QueryField)
        /// Areas.
        case shape(QueryField)
    }

    let exhibit: Exhibit
    let position: Position
    /// What names a place.
    let label: Exhibit.Field?
    /// What shades an area.
    let value: Exhibit.Field?

    package init?(_ exhibit: Exhibit) {
        self.exhibit = exhibit
        let view = exhibit.dataset.views.lazy.compactMap { $0.entries?.first }.first { ["map", "choropleth"].contains($0.key) }?
            .value
        func field(_ key: String) -> Exhibit.Field? { (view?[key]?.text).flatMap { exhibit.field($0) } }
        label = field("label") ?? exhibit.fields.first { $0.query.type == .text && !$0.query.isMultivalued }
        value = field("value").flatMap { $0.query.type.isNumber ? $0 : nil }
        let points = [field("point")].compactMap { $0 } + exhibit.fields
        if let latitude = field("latitude"), let longitude = field("longitude"), latitude.query.type == .double,
            longitude.query.type == .double
        {
            position = .degrees(latitude: latitude.query, longitude: longitude.query)
        } else if let point = points.first(where: { $0.query.type == .geoPoint && !$0.query.isMultivalued }) {
            position = .point(point.query)
        } else if let shape = ([field("shape")].compactMap { $0 } + exhibit.fields).first(where: { $0.query.type == .geoShape }) {
            position = .shape(shape.query)
        } else {
            return nil
        }
    }

    package var isOfShapes: Bool { if case .shape = position { true } else { false } }

    /// The edges of all places: west, south, east, north.
    package var extent: QueryPlan {
        let edges: [Expression] =
            switch position {
            case .point(let field), .shape(let field):
                [.west, .south, .east, .north].map { .aggregate(.edge($0), .field(field)) }
            case .degrees(let latitude, let longitude):
                [
                    .aggregate(.least, .field(longitude)), .aggregate(.least, .field(latitude)),
                    .aggregate(.greatest, .field(longitude)),
                    .aggregate(.greatest, .field(latitude)),
                ]
            }
        return QueryPlan(outputs: zip(["west", "south", "east", "north"], edges).map { Output($0, $1) })
    }

    /// The rows within a frame, in the words of the API.
    func clause(_ frame: MapFrame) -> String {
        let (west, south, east, north) = (frame.west, frame.south, frame.east, frame.north)
        switch position {
        case .point(let field), .shape(let field):
            return "in_bbox(\(ODSQL.name(field.name)), \(south), \(west), \(north), \(east))"
        case .degrees(let latitude, let longitude):
            let (latitude, longitude) = (ODSQL.name(latitude.name), ODSQL.name(longitude.name))
            return "\(latitude) >= \(south) and \(latitude) <= \(north) and \(longitude) >= \(west) and \(longitude) <= \(east)"
        }
    }

    private func filter(_ frame: MapFrame) throws(QueryFault) -> Query.Predicate {
        var request = ODSQL.Request(now: CivilTime(microseconds: 0))
        request.filters = [clause(frame)]
        return try ODSQL.filter(request, over: exhibit.table)
    }

    /// The places within a frame, near ones together: where, how many, and the name of one.
    package func clusters(_ frame: MapFrame) throws(QueryFault) -> QueryPlan {
        let name = label.map { [Output("name", .aggregate(.greatest, .field($0.query)))] } ?? []
        let count = Output("count", .aggregate(.count, nil))
        var plan: QueryPlan
        switch position {
        case .point(let field):
            plan = QueryPlan(outputs: [count] + name)
            plan.groups = [Output("place", .cluster(Clusters(zoom: frame.zoom, radius: MapFrame.radius), field))]
        case .shape: plan = QueryPlan(outputs: [count], filter: .nothing)
        case .degrees(let latitude, let longitude):
            let middles = [("lat", latitude), ("lon", longitude)].map { Output($0.0, .aggregate(.average, .field($0.1))) }
            plan = QueryPlan(outputs: middles + [count] + name)
            plan.groups = [
                Output("y", .bucket(.width(frame.cell.height), .field(latitude))),
                Output("x", .bucket(.width(frame.cell.width), .field(longitude))),
            ]
        }
        plan.filter = try filter(frame)
        plan.limit = 500
        return plan
    }

    /// The areas that touch a frame.
    package func shapes(_ frame: MapFrame) throws(QueryFault) -> QueryPlan {
        guard case .shape(let field) = position else { return QueryPlan(outputs: [], filter: .nothing) }
        let outputs = [("shape", field as QueryField?), ("value", value?.query), ("name", label?.query)]
        return QueryPlan(
            outputs: outputs.compactMap { name, field in field.map { Output(name, .field($0)) } }, filter: try filter(frame),
            limit: 400)
    }

    /// The first rows within a frame.
    package func rows(_ frame: MapFrame) throws(QueryFault) -> QueryPlan {
        QueryPlan(of: exhibit.table, filter: try filter(frame), limit: TableQuestion.size)
    }
}
