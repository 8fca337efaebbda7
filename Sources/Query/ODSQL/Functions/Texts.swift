internal import DuckDB

extension ScalarFunction {
    static let length = ScalarFunction("length", gives: .int) { arguments, _ in "length(\(arguments[0]))" }
    static let lower = ScalarFunction("lower", gives: .text) { arguments, _ in "lower(\(arguments[0]))" }
    static let upper = ScalarFunction("upper", gives: .text) { arguments, _ in "upper(\(arguments[0]))" }
    /// The first that is there.
    static let coalesce = ScalarFunction("coalesce", gives: nil) { arguments, _ in "coalesce(\(arguments.joined(", ")))" }
    /// The same of days: a constant beside them does not make them times.
    static let coalesceDays = ScalarFunction("coalesce_days", gives: .date) { arguments, _ in
        "CAST(coalesce(\(arguments.joined(", "))) AS DATE)"
    }
    /// A text that is JSON, or null.
    static let json = ScalarFunction("json", gives: .jsonBlob) { arguments, _ in
        let fallback: SQL = arguments.count > 1 ? " ELSE CAST(to_json(\(arguments[1])) AS VARCHAR)" : ""
        return "CASE WHEN json_valid(\(arguments[0])) THEN \(arguments[0])\(fallback) END"
    }
    /// A number for each row that looks drawn by lot, always the same for a seed.
    static func lot(_ seed: Int64) -> ScalarFunction {
        ScalarFunction("lot:\(seed)", gives: .double) { _, scope in
            "hash(\(scope.rowOrder ?? "1"), CAST(\(value: .integer(seed)) AS BIGINT))"
        }
    }
}

extension Call {
    @Sendable static func textLength(_ call: Call) throws(QueryFault) -> Expression {
        try call.expect(1...1)
        return .call(.length, [try call.value(0) { $0.isText }])
    }

    @Sendable static func lowerCase(_ call: Call) throws(QueryFault) -> Expression {
        try call.expect(1...1)
        return .call(.lower, [try call.value(0) { $0.isText }])
    }

    @Sendable static func upperCase(_ call: Call) throws(QueryFault) -> Expression {
        try call.expect(1...1)
        return .call(.upper, [try call.value(0) { $0.isText }])
    }

    @Sendable static func ifNull(_ call: Call) throws(QueryFault) -> Expression {
        try call.expect(2...2)
        let value = try call.value(0) { !$0.isGeographic }
        let other = try call.expression(1)
        guard case .value(let literal) = other else {
            guard other.type == value.type, !other.isMultivalued else {
                throw call.fault("its arguments are of different types", fr: "ses arguments sont de types différents")
            }
            return .call(.coalesce, [value, other])
        }
        let function: ScalarFunction = value.type == .date ? .coalesceDays : .coalesce
        return .call(function, [value, .value(try call.resolver.coerced(literal, to: value.type))])
    }

    /// `json_format(text[, fallback])`
    @Sendable static func jsonFormat(_ call: Call) throws(QueryFault) -> Expression {
        try call.expect(1...2)
        let text = try call.value(0) { $0.isText }
        return .call(.json, call.arguments.count == 1 ? [text] : [text, .value(.text(try call.text(1)))])
    }

    @Sendable static func random(_ call: Call) throws(QueryFault) -> Expression {
        try call.expect(1...1)
        guard call.resolver.clause == "order_by" else {
            throw call.fault("it is only allowed in order_by", fr: "permis seulement dans order_by")
        }
        return .call(.lot(try call.integer(0, in: .min ... .max)), [])
    }
}
