package import DuckDB
package import Query

/// What a chart asks of a table: the measure of each part, the largest first, or in the order of time.
package struct ChartQuestion: Sendable {
    package let chart: ChartDeclaration
    /// The parts chosen so far, from the whole down: `["Sport"]` shows what sport is made of.
    package let chosen: [String]

    /// Parts read at most: beyond them no one can tell them apart.
    private static let limit = 2_000
    /// Points drawn at most.
    private static let points = 500

    package init(_ chart: ChartDeclaration, chosen: [String] = []) {
        self.chart = chart
        self.chosen = Array(chosen.prefix(max(0, chart.levels.count - 1)))
    }

    /// The level that is shown, from 0.
    var level: Int { chosen.count }

    package var plan: QueryPlan {
        if chart.kind == .scatter { return points }
        let field = chart.levels[level].query
        var plan = QueryPlan(outputs: [Output("measure", measure)], limit: Self.limit)
        plan.groups = [Output("part", .field(field))] + (chart.series.map { [Output("series", .field($0.query))] } ?? [])
        plan.filter = zip(chart.levels, chosen).reduce(chart.condition) { filter, part in
            filter.and(.under(part.0.query, path: part.1))
        }
        plan.order =
            chart.kind.hasAxis ? [Ordering(.field(field))] : [Ordering(measure, isDescending: true), Ordering(.field(field))]
        return plan
    }

    /// The rows themselves: two numbers and a name.
    private var points: QueryPlan {
        guard case .sum(let height) = chart.measure else { return QueryPlan(outputs: [], filter: .nothing) }
        let fields = [chart.levels[0].query, height.query] + (chart.series.map { [$0.query] } ?? [])
        return QueryPlan(outputs: fields.map { Output($0) }, filter: chart.condition, limit: Self.points)
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
            if chart.kind == .scatter {
                guard let place = row[0].text.flatMap({ Double($0) }), let value = row[1].text.flatMap({ Double($0) }) else {
                    return nil
                }
                return ChartPart(name: row.values.count > 2 ? row[2].text : nil, value: value, place: place)
            }
            guard row.values.count >= 2, let value = row.values.last?.text.flatMap({ Double($0) }) else { return nil }
            return ChartPart(name: row[0].text, value: value, series: chart.series == nil ? nil : row[1].text ?? "")
        }
    }
}

/// One part of a chart; a part without name gathers the rows where the field is empty.
package struct ChartPart: Sendable, Hashable {
    package let name: String?
    package let value: Double
    /// What the part is known by in an address, when that is not its name.
    package let key: String?
    /// What it is told apart by along its axis; empty when the field is.
    let series: String?
    /// Where a point stands along the axis below.
    let place: Double?

    package init(name: String?, value: Double, key: String? = nil, series: String? = nil, place: Double? = nil) {
        self.series = series
        self.place = place
        self.name = name
        self.value = value
        self.key = key
    }
}
