internal import DuckDB
internal import Query

/// One series of an analysis: `y.<name>.func`, `y.<name>.expr`, `y.<name>.subsets`, `y.<name>.cumulative`.
struct AnalysisSeries: Sendable {
    let name: String
    let isCumulative: Bool
    private let function: String
    private let expression: String?
    private let subsets: [Double]

    private static let plain = ["SUM": "sum", "AVG": "avg", "MIN": "min", "MAX": "max"]

    init(_ name: String, _ request: V1Request) throws {
        self.name = name
        let function = (request.text("y.\(name).func") ?? "COUNT").uppercased(), text = request.text("y.\(name).expr")
        isCumulative = request.text("y.\(name).cumulative")?.lowercased() == "true"
        subsets = (request.text("y.\(name).subsets") ?? "50").split(separator: ",").compactMap { Double($0) }
        // A field by its name, whatever is in it; otherwise a calculation.
        expression = text.map { request.table.field($0) == nil ? $0 : ODSQL.name($0) }
        self.function = function
        let isKnown = Self.plain[function] != nil || ["COUNT", "STDDEV", "SUMSQUARES", "QUANTILES"].contains(function)
        guard isKnown, subsets.allSatisfy({ (0...100).contains($0) }), !subsets.isEmpty, subsets.count <= 20 else {
            throw Refusal.parameter("Unknown function for series \(name): \(function.prefix(50)).")
        }
        guard expression != nil || function == "COUNT" else {
            throw Refusal.parameter("The series \(name) needs an expression: y.\(name).expr.")
        }
    }

    /// The aggregates in ODSQL that its value is made of.
    var aggregates: [String] {
        guard let expression else { return ["count(*)"] }
        switch function {
        case "COUNT": return ["count(\(expression))"]
        case "STDDEV": return ["avg((\(expression)) * (\(expression)))", "avg(\(expression))"]
        case "SUMSQUARES": return ["sum((\(expression)) * (\(expression)))"]
        case "QUANTILES": return subsets.map { "percentile(\(expression), \($0))" }
        default: return ["\(Self.plain[function] ?? "sum")(\(expression))"]
        }
    }

    /// Its value from them.
    func value(_ values: ArraySlice<SQLValue>) -> JSON {
        switch function {
        case "STDDEV":
            let numbers = values.compactMap { JSON($0).number }
            return numbers.count == 2 ? .double(max(0, numbers[0] - numbers[1] * numbers[1]).squareRoot()) : .null
        case "QUANTILES":
            return .object(zip(subsets, values).map { JSON.Member(name: String($0), value: JSON($1)) })
        default: return values.first.map { JSON($0) } ?? .null
        }
    }
}
