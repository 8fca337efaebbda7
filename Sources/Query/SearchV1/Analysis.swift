/// The v1 `analyze` call: values of one or several `x`, and a series of figures for each.
package struct Analysis: Sendable {
    /// One `y.<name>`.
    package struct Series: Sendable, Hashable {
        package let name: String
        /// COUNT, AVG, SUM, MIN, MAX, STDDEV or QUANTILES, in any case.
        package let function: String
        /// A field or arithmetic over fields; not needed by COUNT.
        package let expression: String?
        /// For QUANTILES: 0…100.
        package let percent: Double

        package init(name: String, function: String, expression: String? = nil, percent: Double = 50) {
            self.name = name
            self.function = function
            self.expression = expression
            self.percent = percent
        }
    }

    package var x: [String]
    package var series: [Series]
    /// The finest part of a date: year, month, day, hour, minute.
    package var precision: String?
    /// The coarsest part, for what comes back every year, week or day: month, weekday, day, hour, minute.
    package var periodic: String?
    /// `x`, or the name of a series; the largest first, a minus before it the smallest.
    package var sort: String?
    package var filter: Predicate = .everything
    package var setting = Setting()
    /// How many rows at most; ask for one more to know whether the answer was cut.
    package var limit: Int?

    package init(x: [String], series: [Series]) {
        self.x = x
        self.series = series
    }

    /// Groups named `x`, `x.<field>` when there are several, or `x.year`, `x.<field>.month` for parts of a date: the dots say how
    /// the answer is nested. Then a column for each series.
    package func plan(over table: QueryTable, now: CivilTime) throws(QueryFault) -> QueryPlan {
        var plan = QueryPlan(outputs: [], filter: filter, limit: limit)
        plan.setting = setting
        for name in x {
            guard let field = table.field(name) else { throw QueryFault.unknownField(name, in: table).located(in: "x") }
            plan.groups += try keys(of: field, named: x.count == 1 ? "x" : "x.\(name)")
        }
        let resolver = Resolver(table: table, setting: setting, now: now, clause: "y")
        for one in series { plan.outputs.append(Output(one.name, try one.resolved(resolver))) }
        plan.order = try order(plan)
        if Set((plan.groups + plan.outputs).map(\.name)).count < plan.groups.count + plan.outputs.count {
            throw resolver.fault("a series is named twice", fr: "une série est nommée deux fois")
        }
        return plan
    }

    private func keys(of field: QueryField, named name: String) throws(QueryFault) -> [Output] {
        if field.type.isGeographic {
            throw SearchV1.fault("Cannot group by \(field.name)", fr: "regroupement impossible par \(field.name)", "x")
        }
        guard field.type.isTemporal, !field.isMultivalued else { return [Output(name, .field(field))] }
        return try parts().map { Output("\(name).\($0)", Analysis.part($0, of: field)) }
    }

    private static let levels = ["year", "month", "day", "hour", "minute"]

    private func parts() throws(QueryFault) -> [String] {
        let finest = precision?.lowercased() ?? "day"
        guard let last = Analysis.levels.firstIndex(of: finest) else {
            throw SearchV1.fault(
                "precision is year, month, day, hour or minute", fr: "precision vaut year, month, day, hour ou minute",
                "precision")
        }
        guard let periodic = periodic?.lowercased(), !periodic.isEmpty else { return Array(Analysis.levels[...last]) }
        if periodic == "weekday" || periodic == "week" {
            // A week has no day of its own: hours and minutes may follow.
            return ["weekday"] + (last > 2 ? Analysis.levels[3...last] : [])
        }
        guard let first = Analysis.levels.firstIndex(of: periodic) else {
            throw SearchV1.fault(
                "periodic is month, weekday, day, hour or minute", fr: "periodic vaut month, weekday, day, hour ou minute",
                "periodic")
        }
        return Array(Analysis.levels[first...max(first, last)])
    }

    /// Monday is 0 here.
    private static func part(_ name: String, of field: QueryField) -> Expression {
        if name == "weekday" {
            let day = Expression.call(.part(.dayofweek, of: field.type), [.field(field)])
            return .arithmetic(day, .minus, .value(.int(1)))
        }
        return .call(.part(DatePart(rawValue: name) ?? .year, of: field.type), [.field(field)])
    }

    private func order(_ plan: QueryPlan) throws(QueryFault) -> [Ordering] {
        guard let sort, !sort.isEmpty else { return [] }
        let isAscending = sort.hasPrefix("-")
        let name = isAscending ? String(sort.dropFirst()) : sort
        if name == "x" || name.hasPrefix("x.") {
            return plan.groups.filter { $0.name == name || $0.name.hasPrefix(name + ".") }
                .map { Ordering($0.expression, isDescending: !isAscending) }
        }
        guard let output = plan.outputs.first(where: { $0.name == name }) else {
            throw SearchV1.fault("Unknown series: \(name.prefix(100))", fr: "série inconnue : \(name.prefix(100))", "sort")
        }
        return [Ordering(output.expression, isDescending: !isAscending)]
    }
}

extension Analysis.Series {
    /// The aggregate it stands for.
    func resolved(_ resolver: Resolver) throws(QueryFault) -> Expression {
        let function = function.uppercased()
        guard let text = expression, !text.isBlank else {
            if function == "COUNT" { return .aggregate(.count, nil) }
            throw resolver.fault("\(name) needs an expression", fr: "\(name) demande une expression")
        }
        let value = try resolver.expression(try Parser.call(text, clause: "y"))
        if function == "COUNT" { return .aggregate(.count, value) }
        guard value.type.isNumber, !value.isMultivalued, !value.isAggregate, !value.isGrouping else {
            throw resolver.fault("\(text.prefix(100)) is not a number", fr: "\(text.prefix(100)) n'est pas un nombre")
        }
        let aggregates: [String: Aggregate] = [
            "AVG": .average, "SUM": .sum, "MIN": .least, "MAX": .greatest, "STDDEV": .deviation,
            "QUANTILES": .percentile(min(100, max(0, percent))),
        ]
        guard let aggregate = aggregates[function] else {
            throw resolver.fault("Unknown function: \(function.prefix(50))", fr: "fonction inconnue : \(function.prefix(50))")
        }
        return .aggregate(aggregate, value)
    }
}
