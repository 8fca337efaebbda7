internal import DuckDB
internal import HTTPTypes
internal import Query

/// `/api/records/1.0/analyze/`: series over axes, for charts and tables.
struct AnalyzeEndpoint: V1Endpoint {
    let pattern = "api/records/1.0/analyze"

    func reply(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let format = V1Format(ask)
        try format.expect("json", "csv")
        let copy = try await serving.copy(ask), request = try V1Request(ask, over: copy.table)
        let analysis = try AnalysisPlan(request)
        let most = try request.number("maxpoints", default: 0, in: 0...V1.groups)
        var plan = analysis.plan
        // Without an axis there is one row.
        plan.limit = analysis.axes.isEmpty ? 1 : most > 0 ? most : V1.groups + 1
        let query = try plan.compiled(over: copy.table)
        let rows = try await serving.shelf.engine.read(deadline: serving.deadline) { try $0.rows(query.sql, query.parameters) }
        let isCut = rows.count > V1.groups
        let points = Self.points(rows.prefix(V1.groups), analysis)
        let totals = AnalysisTotals(request, points)
        var answer =
            if format.name == "csv" {
                AnalysisValues.csv(points, analysis, separator: request.text("csv_separator") ?? ";")
            } else if let totals {
                Answer.json(.members(["results": .list(points.map { .object($0) }), "aggregations": totals.json]))
            } else {
                Answer.json(.list(points.map { .object($0) }))
            }
        if isCut, let name = HTTPField.Name("ODS-Analyze-Truncated") { answer.headers[name] = "true" }
        return answer
    }

    /// `x`, then the series, of each row.
    private static func points(_ rows: ArraySlice<Row>, _ analysis: AnalysisPlan) -> [[JSON.Member]] {
        var sums: [Double] = analysis.series.map { _ in 0 }
        return rows.map { row in
            var values = row.values[...], members: [JSON.Member] = []
            let axes = analysis.axes.map { axis -> JSON.Member in
                let width = max(1, axis.parts.count)
                defer { values = values.dropFirst(width) }
                return JSON.Member(name: axis.field.name, value: axis.value(values.prefix(width)))
            }
            if axes.count == 1 { members.append(JSON.Member(name: "x", value: axes[0].value)) }
            if axes.count > 1 { members.append(JSON.Member(name: "x", value: .object(axes))) }
            for (index, series) in analysis.series.enumerated() {
                var value = series.value(values.prefix(analysis.widths[index]))
                values = values.dropFirst(analysis.widths[index])
                if series.isCumulative, let number = value.number {
                    sums[index] += number
                    value = .double(sums[index])
                }
                members.append(JSON.Member(name: series.name, value: value))
            }
            return members
        }
    }
}

/// `agg.<name>.func` and `agg.<name>.expr`: figures taken over a series.
struct AnalysisTotals: Sendable {
    let json: JSON

    /// Nil when none is asked for.
    init?(_ request: V1Request, _ points: [[JSON.Member]]) {
        let wanted = request.prefixed("agg.").filter { $0.name.hasSuffix(".func") }
        if wanted.isEmpty { return nil }
        json = .object(
            wanted.map { item in
                let name = String(item.name.dropLast(5)), series = request.text("agg.\(name).expr") ?? name
                let numbers = points.compactMap { $0.first { $0.name == series }?.value.number }
                let figures = item.value.split(separator: ",").map { function in
                    JSON.Member(name: function.lowercased(), value: Self.figure(function.uppercased(), numbers))
                }
                return JSON.Member(name: name, value: .object(figures))
            })
    }

    private static func figure(_ function: String, _ numbers: [Double]) -> JSON {
        let sum = numbers.reduce(0, +)
        switch function {
        case "MIN": return numbers.min().map { .double($0) } ?? .null
        case "MAX": return numbers.max().map { .double($0) } ?? .null
        case "SUM": return .double(sum)
        case "COUNT": return .integer(numbers.count)
        case "AVG": return numbers.isEmpty ? .null : .double(sum / Double(numbers.count))
        default: return .null
        }
    }
}

/// An analysis as comma-separated values.
enum AnalysisValues {
    static func csv(_ points: [[JSON.Member]], _ analysis: AnalysisPlan, separator: String) -> Answer {
        var form = ValuesForm()
        if ValuesForm.separators.contains(separator) { form.separator = separator }
        let titles = (analysis.axes.isEmpty ? [] : ["x"]) + analysis.series.map(\.name)
        let lines = points.map { point in form.titles(point.map { text($0.value) }) }
        return .text(form.titles(titles) + lines.joined(), type: "text/csv; charset=utf-8").named("analyze.csv")
    }

    private static func text(_ value: JSON) -> String {
        switch value {
        case .null: ""
        case .text(let text): text
        case .object(let members): members.map { text($0.value) }.joined(separator: "-")
        default: value.line
        }
    }
}
