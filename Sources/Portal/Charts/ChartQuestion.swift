package import DuckDB
package import Query

/// What a chart asks of a table: the measure of each part, the largest first, or in the order of time.
package struct ChartQuestion: Sendable {
    package let chart: ChartDeclaration
    /// The parts chosen so far, from the whole down: `["Sport"]` shows what sport is made of.
    package let chosen: [String]

    /// Parts read at most: beyond them no one can tell them apart.
    private static let limit = 2_000

    package init(_ chart: ChartDeclaration, chosen: [String] = []) {
        self.chart = chart
        self.chosen = Array(chosen.prefix(max(0, chart.levels.count - 1)))
    }

    /// The level that is shown, from 0.
    var level: Int { chosen.count }

    package var plan: QueryPlan {
        let field = chart.levels[level].query
        var plan = QueryPlan(outputs: [Output("measure", measure)], limit: Self.limit)
        plan.groups = [Output("part", .field(field))]
        plan.filter = zip(chart.levels, chosen).reduce(chart.condition) { filter, part in
            filter.and(.under(part.0.query, path: part.1))
        }
        plan.order =
            chart.kind == .lines ? [Ordering(.field(field))] : [Ordering(measure, isDescending: true), Ordering(.field(field))]
        return plan
    }

    private var measure: Expression {
        switch chart.measure {
        case .count: .aggregate(.count, nil)
        case .sum(let field): .aggregate(.sum, .field(field.query))
        }
    }

    /// The parts from the rows of the plan's statement.
    package func parts(_ rows: [Row]) -> [ChartPart] {
        rows.compactMap { row in
            guard row.values.count >= 2, let value = row[1].text.flatMap({ Double($0) }) else { return nil }
            return ChartPart(name: row[0].text, value: value)
        }
    }
}

/// One part of a chart; a part without name gathers the rows where the field is empty.
package struct ChartPart: Sendable, Hashable {
    package let name: String?
    package let value: Double
    /// What the part is known by in an address, when that is not its name.
    package let key: String?

    package init(name: String?, value: Double, key: String? = nil) {
        self.name = name
        self.value = value
        self.key = key
    }
}
