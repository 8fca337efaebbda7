/// What the maps of the v1 API ask.
package enum MapPlans {
    /// One row: `count`, then `west`, `south`, `east`, `north`, null when nothing is on the map.
    package static func bounds(over table: QueryTable, filter: Predicate) throws(QueryFault) -> QueryPlan {
        let field = try place(table)
        let located = filter.and(.not(.missing(.field(field))))
        let edges = Aggregate.Edge.allCases.map { Output($0.rawValue, .aggregate(.edge($0), .field(field))) }
        return QueryPlan(outputs: [Output("count", .aggregate(.count, nil))] + edges, filter: located)
    }

    /// How many rows have each kind of geometry: `type`, `count`.
    package static func geometries(over table: QueryTable, filter: Predicate) throws(QueryFault) -> QueryPlan {
        let field = try place(table)
        var plan = QueryPlan(
            outputs: [Output("count", .aggregate(.count, nil))], filter: filter.and(.not(.missing(.field(field)))))
        plan.groups = [Output("type", .call(.geometryType(of: field.type), [.field(field)]))]
        return plan
    }

    private static func place(_ table: QueryTable) throws(QueryFault) -> QueryField {
        let places = table.fields.filter { $0.type.isGeographic && !$0.isMultivalued }
        guard let field = places.first(where: { $0.type == .geoPoint }) ?? places.first else { throw noPlace() }
        return field
    }

    private static func noPlace() -> QueryFault {
        SearchV1.fault("the dataset has no place", fr: "le jeu de données n'a pas de lieu", "dataset")
    }
}
