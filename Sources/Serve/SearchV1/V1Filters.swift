internal import Query

/// What a v1 request keeps of the rows.
extension V1Request {
    /// Everything together.
    func filter() throws -> Predicate { try conditions().and(Refinement.predicate(try refinements())) }

    /// `q`, `q.<name>`, `rq`, the filters on the map, and the mark of a place that a map was given.
    func conditions() throws -> Predicate {
        var filter = Predicate.everything
        for query in texts("q") + prefixed("q.").map(\.value) + texts("rq") {
            filter = filter.and(try SearchV1.predicate(query, over: table, now: now, zone: setting.zone))
        }
        for (kind, text) in prefixed("geofilter.") where ["distance", "polygon", "bbox"].contains(kind) {
            filter = filter.and(try GeoFilter.predicate(kind, text, over: table))
        }
        for mark in texts("geo_digest") + prefixed("geo_digest.").map(\.value) {
            guard let identifier = table.hidden.first(where: { $0.column == table.identifier }) else { continue }
            filter = filter.and(.compare(.field(identifier), .equal, .value(.text(mark))))
        }
        return filter
    }

    /// `refine.X` and `exclude.X`. Several values of a field narrow the answer, unless `disjunctive.X=true`.
    func refinements() throws -> [Refinement] {
        try [("refine.", false), ("exclude.", true)].flatMap { prefix, isExcluded in
            try prefixed(prefix).map { name, value in
                let field = try field(name, in: prefix + name)
                if field.type.isGeographic || value.utf8.count > 10_000 || value.utf8.contains(0) {
                    throw QueryFault(
                        .malformed, "Cannot refine on \(name)", fr: "affinage impossible sur \(name)", clause: prefix + name)
                }
                return Refinement(field, path: value, isExcluded: isExcluded, isDisjunctive: isDisjunctive(field))
            }
        }
    }

    func isDisjunctive(_ field: QueryField) -> Bool {
        field.isDisjunctive || text("disjunctive.\(field.name)")?.lowercased() == "true"
    }
}
