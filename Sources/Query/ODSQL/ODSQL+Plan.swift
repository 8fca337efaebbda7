extension ODSQL {
    /// Reads the clauses over a table.
    /// - Throws: `QueryFault` with the clause it stands in.
    package static func plan(_ request: Request, over table: QueryTable) throws(QueryFault) -> QueryPlan {
        let reader = PlanReader(request, table)
        let selected = try reader.selected()
        var plan = QueryPlan(outputs: [], filter: try filter(request, over: table))
        plan.groups = try reader.groups(selected)
        plan.outputs = try reader.outputs(selected, plan.groups)
        plan.order = try reader.order(selected, plan)
        plan.limit = request.limit
        plan.offset = request.offset
        plan.setting = request.setting
        return plan
    }

    /// Every condition of a request together: `where`, `refine`, `exclude`, `qv1`.
    package static func filter(_ request: Request, over table: QueryTable) throws(QueryFault) -> Predicate {
        try conditions(request, over: table).and(Refinement.predicate(try refinements(request, over: table)))
    }

    /// The conditions that are not refinements.
    static func conditions(_ request: Request, over table: QueryTable) throws(QueryFault) -> Predicate {
        let resolver = Resolver(table: table, setting: request.setting, now: request.now, clause: "where")
        var filter = Predicate.everything
        for clause in request.filters where !clause.isBlank {
            filter = filter.and(try resolver.predicate(try Parser.condition(clause, clause: "where")))
        }
        for query in request.legacy where !query.isBlank {
            filter = filter.and(try SearchV1.predicate(query, over: table, now: request.now, zone: request.setting.zone))
        }
        return filter
    }

    /// `refine` and `exclude`.
    static func refinements(_ request: Request, over table: QueryTable) throws(QueryFault) -> [Refinement] {
        var refinements: [Refinement] = []
        for (values, isExcluded) in [(request.refine, false), (request.exclude, true)] {
            for value in values where !value.isBlank {
                refinements.append(
                    try RefinementReader.read(value, clause: isExcluded ? "exclude" : "refine", isExcluded: isExcluded, table))
            }
        }
        return refinements
    }
}

extension String {
    /// Whether there is nothing in it but white space.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
