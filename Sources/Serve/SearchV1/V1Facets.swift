internal import DuckDB
internal import Query

/// Facets of a v1 answer.
extension V1Request {
    /// The plan of the facets asked for, and of those that are refined; nil when there are none.
    func facets() throws -> FacetPlan? {
        let refinements = try refinements()
        var fields: [QueryField] = []
        for field in try list("facet").map({ try field($0, in: "facet") }) + refinements.map(\.field)
        where !fields.contains(field) {
            if field.type.isGeographic {
                throw QueryFault(
                    .malformed, "\(field.name) cannot be a facet", fr: "\(field.name) ne peut pas être une facette",
                    clause: "facet")
            }
            fields.append(field)
        }
        if fields.isEmpty { return nil }
        let facets = fields.map { field in
            var facet = Facet(field, limit: 1_000)
            facet.isDisjunctive = isDisjunctive(field)
            if let words = text("facetsort.\(field.name)") { _ = facet.sort(by: words) }
            return facet
        }
        return FacetPlan(facets, filter: try conditions(), refinements: refinements, setting: setting)
    }
}

extension FacetPlan {
    /// `facet_groups`: the values of each facet as a tree. A facet without any value is left out.
    func groups(_ rows: [Row]) -> JSON {
        .list(
            FacetAnswer.read(rows, of: self).filter { !$0.values.isEmpty }.map { facet in
                .members(["name": .text(facet.name), "facets": .list(facet.values.map { $0.json(path: "path") })])
            })
    }
}
