internal import DuckDB

/// A number that a date holds.
package enum DatePart: String, Sendable, Hashable {
    case year, month, day, hour, minute, second, millisecond, quarter
    /// Monday is 1.
    case dayofweek

    func sql(_ wall: SQL) -> SQL {
        switch self {
        case .dayofweek: "isodow(\(wall))"
        case .millisecond: "millisecond(\(wall)) % 1000"
        default: "\(.trusted(rawValue))(\(wall))"
        }
    }
}

extension ScalarFunction {
    /// A part of a date, on the wall clock of the request.
    static func part(_ part: DatePart, of type: ValueType) -> ScalarFunction {
        ScalarFunction("part:\(part.rawValue)", gives: .int) { arguments, scope in
            part.sql(scope.wall("CAST(\(arguments[0]) AS TIMESTAMP)", type))
        }
    }

    static func dateFormat(_ format: DateFormat, of type: ValueType) -> ScalarFunction {
        ScalarFunction("date_format:\(format.text)", gives: .text) { arguments, scope in
            format.sql(scope.wall("CAST(\(arguments[0]) AS TIMESTAMP)", type), scope.setting.language)
        }
    }
}

extension Call {
    /// `year(d)` and its like.
    @Sendable static func datePart(_ call: Call) throws(QueryFault) -> Expression {
        try call.expect(1...1)
        let value = try call.value(0) { $0.isTemporal }
        return .call(.part(DatePart(rawValue: call.name) ?? .year, of: value.type), [value])
    }

    @Sendable static func dateFormat(_ call: Call) throws(QueryFault) -> Expression {
        try call.expect(2...2)
        let value = try call.value(0) { $0.isTemporal }
        let text = try call.text(1)
        guard let format = DateFormat(text) else {
            throw call.fault("unknown date format: \(text)", fr: "format de date inconnu : \(text)")
        }
        return .call(.dateFormat(format, of: value.type), [value])
    }
}
