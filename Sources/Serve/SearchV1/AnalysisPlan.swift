internal import Query

/// An analysis as a plan: written in ODSQL, which reads names and calculations, and nothing else.
struct AnalysisPlan: Sendable {
    let axes: [AnalysisAxis]
    let series: [AnalysisSeries]
    private(set) var plan: QueryPlan

    /// Series of the map, which have no axis.
    init(series request: V1Request) throws {
        series = try Self.series(request)
        axes = []
        plan = try Self.plan([], series, request)
    }

    init(_ request: V1Request) throws {
        series = try Self.series(request)
        var axes: [AnalysisAxis] = []
        for text in request.list("x") {
            let axis = try AnalysisAxis(text, request)
            // The parts of one date are one axis.
            if let known = axes.firstIndex(where: { $0.field == axis.field && !$0.parts.isEmpty && !axis.parts.isEmpty }) {
                axes[known].parts += axis.parts
            } else {
                axes.append(axis)
            }
        }
        self.axes = axes.map { Self.scaled($0, request) }
        var plan = try Self.plan(self.axes.flatMap(\.keys), series, request)
        // What has no value on an axis is not on the chart.
        for axis in axes { plan.filter = plan.filter.and(.not(.missing(.field(axis.field)))) }
        self.plan = plan
        self.plan.order = try order(plan, request)
    }

    /// How many values of a row a series takes.
    var widths: [Int] { series.map(\.aggregates.count) }

    private static func series(_ request: V1Request) throws -> [AnalysisSeries] {
        var names: [String] = []
        for item in request.prefixed("y.") {
            guard let dot = item.name.lastIndex(of: "."), dot > item.name.startIndex else { continue }
            let name = String(item.name[..<dot])
            if !names.contains(name) { names.append(name) }
        }
        guard names.count <= 50 else { throw Refusal.parameter("Too many series.") }
        return try names.map { try AnalysisSeries($0, request) }
    }

    /// A date whole takes `precision` and `periodic`, days unless told.
    private static func scaled(_ axis: AnalysisAxis, _ request: V1Request) -> AnalysisAxis {
        guard axis.field.type.isTemporal, axis.parts.isEmpty else { return axis }
        let precision = request.text("precision") ?? axis.field.precision?.rawValue ?? "day"
        let scale = [precision, request.text("periodic") ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        var axis = axis
        axis.parts = AnalysisAxis.scales[scale] ?? AnalysisAxis.scales[precision] ?? ["year", "month", "day"]
        return axis
    }

    private static func plan(_ keys: [String], _ series: [AnalysisSeries], _ request: V1Request) throws -> QueryPlan {
        let aggregates = series.flatMap(\.aggregates)
        var clauses = ODSQL.Request(now: request.now)
        clauses.setting = request.setting
        clauses.groupBy = keys.enumerated().map { "\($1) as x\($0)" }.joined(separator: ", ")
        clauses.select = (aggregates.isEmpty ? ["count(*)"] : aggregates).enumerated().map { "\($1) as y\($0)" }
            .joined(separator: ", ")
        var plan = try ODSQL.plan(clauses, over: request.table)
        guard plan.groups.count == keys.count, plan.outputs.count == max(1, aggregates.count),
            plan.outputs.allSatisfy(\.expression.isAggregate)
        else { throw Refusal.parameter("An expression of a series cannot be read.") }
        plan.filter = try request.filter()
        return plan
    }

    /// `sort`: `x` and its fields rise and `y.<name>` falls, unless `-` stands before; the axes rise when nothing is said.
    private func order(_ plan: QueryPlan, _ request: V1Request) throws -> [Ordering] {
        var order: [Ordering] = []
        for text in request.list("sort") {
            let isTurned = text.hasPrefix("-"), name = isTurned ? String(text.dropFirst()) : text
            if name.hasPrefix("y."), let index = series.firstIndex(where: { "y.\($0.name)" == name }) {
                let place = widths.prefix(index).reduce(0, +)
                order.append(Ordering(plan.outputs[place].expression, isDescending: !isTurned))
            } else if name == "x" || name.hasPrefix("x.") {
                let axis = name == "x" ? nil : try AnalysisAxis(String(name.dropFirst(2)), request)
                order += keys(of: axis).map { Ordering(plan.groups[$0].expression, isDescending: isTurned) }
            } else {
                throw Refusal.parameter("Cannot sort on \(text.prefix(100)): x, x.<field> or y.<series> is expected.")
            }
        }
        return order
    }

    /// The groups that an axis of `sort` means: all of them for a plain `x`.
    private func keys(of wanted: AnalysisAxis?) -> [Int] {
        let all = axes.flatMap { axis in axis.parts.isEmpty ? [(axis, "")] : axis.parts.map { (axis, $0) } }
        guard let wanted else { return Array(all.indices) }
        return all.indices.filter { index in
            all[index].0.field == wanted.field && (wanted.parts.isEmpty || wanted.parts.contains(all[index].1))
        }
    }
}
