extension Call {
    /// `now()`, `now(year=2001, months=-1)`: singular names set, plural names shift, afterwards. A day that the month does
    /// not have is its last. The last of two equal names counts.
    @Sendable static func now(_ call: Call) throws(QueryFault) -> Expression {
        var numbers: [String: Int64] = [:]
        for argument in call.arguments {
            guard case .named(let name, .integer(let number)) = argument, let bounds = Shift.bounds(of: name) else {
                throw call.fault("an argument such as months=-1 is expected", fr: "un argument comme months=-1 est attendu")
            }
            guard bounds.contains(number) else {
                let words = "\(bounds.lowerBound)…\(bounds.upperBound)"
                throw call.fault("\(name) is expected in \(words)", fr: "\(name) est attendu dans \(words)")
            }
            numbers[name] = number
        }
        guard let moment = Shift(numbers).applied(to: call.resolver.now) else {
            throw call.fault("the date is out of range", fr: "la date est hors de portée")
        }
        return .value(.moment(Moment(instant: moment)))
    }
}
