internal import DuckDB
internal import Foundation
internal import Query

/// What an analysis is grouped by: a field, or parts of a date.
struct AnalysisAxis: Sendable {
    let field: QueryField
    /// `year`, `month`…; none for the value itself.
    var parts: [String]

    /// The parts of a date and the ODSQL that gives each.
    private static let calls = [
        "year": "year", "month": "month", "day": "day", "hour": "hour", "minute": "minute", "weekday": "dayofweek",
        "yearday": "date_format",
    ]

    /// `precision periodic` and the parts it stands for, as the widgets have them.
    static let scales: [String: [String]] = [
        "year": ["year"], "month": ["year", "month"], "day": ["year", "month", "day"], "hour": ["year", "month", "day", "hour"],
        "minute": ["year", "month", "day", "hour", "minute"], "month month": ["month"], "day day": ["day"],
        "day weekday": ["weekday"], "hour weekday": ["weekday", "hour"], "day month": ["yearday"], "hour hour": ["hour"],
        "day month year": ["month", "day"], "month year": ["month"], "day year": ["yearday"], "day week": ["weekday"],
        "hour day": ["hour"],
    ]

    /// Reads `field` or `date.month`.
    init(_ text: String, _ request: V1Request) throws {
        if let field = request.table.field(text) {
            self.field = field
            parts = []
        } else if let dot = text.lastIndex(of: "."), let field = request.table.field(String(text[..<dot])), field.type.isTemporal,
            Self.calls[String(text[text.index(after: dot)...])] != nil
        {
            self.field = field
            parts = [String(text[text.index(after: dot)...])]
        } else {
            field = try request.field(text, in: "x")
            parts = []
        }
        if field.type.isGeographic {
            throw QueryFault(
                .malformed, "Cannot analyze by \(field.name)", fr: "analyse impossible par \(field.name)", clause: "x")
        }
    }

    /// The keys of the groups in ODSQL.
    var keys: [String] {
        let name = ODSQL.name(field.name)
        if parts.isEmpty { return [name] }
        return parts.map { part in
            part == "yearday" ? "date_format(\(name), 'D')" : "\(Self.calls[part] ?? part)(\(name))"
        }
    }

    /// The value of `x` from the keys of a group.
    func value(_ keys: ArraySlice<SQLValue>) -> JSON {
        if parts.isEmpty { return keys.first.map { JSON($0) } ?? .null }
        return .object(
            zip(parts, keys).map { part, key in
                let number = key.integer ?? key.text.flatMap { Int($0) } ?? 0
                // Monday is 0.
                return JSON.Member(name: part, value: .integer(part == "weekday" ? number - 1 : number))
            })
    }
}

extension JSON {
    /// A value of the engine.
    init(_ value: SQLValue) {
        switch value {
        case .null: self = .null
        case .boolean(let flag): self = .boolean(flag)
        case .integer(let number): self = .integer(Int(number))
        case .double(let number): self = .double(number)
        case .decimal(let text): self = Int(text).map { .integer($0) } ?? Double(text).map { .double($0) } ?? .raw(text)
        case .list(let values): self = .list(values.map { JSON($0) })
        default: self = .text(value.text ?? "")
        }
    }
}
