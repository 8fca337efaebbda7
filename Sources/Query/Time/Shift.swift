/// How far `now` is shifted, and what of it is set.
struct Shift {
    static let units: [String: Int64] = [
        "days": CivilTime.day, "hours": 3_600_000_000, "minutes": 60_000_000, "seconds": 1_000_000, "microseconds": 1,
        "weeks": 7 * CivilTime.day,
    ]
    static let weekdays = ["mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"]

    private static let limits: [String: ClosedRange<Int64>] = [
        "year": 1...9999, "month": 1...12, "day": 1...31, "hour": 0...23, "minute": 0...59, "second": 0...59,
        "microsecond": 0...999_999, "weekday": 0...6,
    ]

    static func bounds(of name: String) -> ClosedRange<Int64>? {
        if let limit = limits[name] { return limit }
        if ["hours", "minutes", "seconds", "microseconds"].contains(name) { return -1_000_000_000...1_000_000_000 }
        let isShift = ["years", "months", "weeks", "days"].contains(name) || weekdays.contains(name)
        return isShift ? -1_000_000...1_000_000 : nil
    }

    private let numbers: [String: Int64]

    init(_ numbers: [String: Int64]) { self.numbers = numbers }

    /// An argument as the v1 language writes it: `years`, `-1`, or `weekday`, `MO(2)`; nil when it is none.
    static func argument(_ name: String, _ value: String) -> (String, Int64)? {
        let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        if name == "weekday", let day = days.firstIndex(of: String(value.prefix(2)).uppercased()) {
            let count = value.dropFirst(2).filter { $0 != "(" && $0 != ")" }
            guard let number = count.isEmpty ? 1 : Int64(count), (-1_000...1_000).contains(number) else { return nil }
            return (weekdays[day], number)
        }
        guard let number = Int64(value), bounds(of: name)?.contains(number) == true else { return nil }
        return (name, number)
    }

    func applied(to now: CivilTime) -> CivilTime? {
        guard let set = settled(now) else { return nil }
        let months = 12 * (numbers["years"] ?? 0) + (numbers["months"] ?? 0)
        guard var moment = set.adding(months: Int(months)) else { return nil }
        for (name, unit) in Shift.units { moment = moment.adding(unit * (numbers[name] ?? 0)) }
        if let weekday = numbers["weekday"] { moment = moment.onWeekday(Int(weekday), 1) }
        for (day, name) in Shift.weekdays.enumerated() {
            if let count = numbers[name], count != 0 { moment = moment.onWeekday(day, count) }
        }
        return (1...9999).contains(moment.date.year) ? moment : nil
    }

    private func settled(_ now: CivilTime) -> CivilTime? {
        let (year, month, day) = now.date
        let newYear = Int(numbers["year"] ?? Int64(year))
        let newMonth = Int(numbers["month"] ?? Int64(month))
        let newDay = min(Int(numbers["day"] ?? Int64(day)), CivilTime.days(in: newMonth, of: newYear))
        let seconds = now.timeOfDay / CivilTime.second
        return CivilTime(
            newYear, newMonth, newDay, Int(numbers["hour"] ?? seconds / 3_600), Int(numbers["minute"] ?? seconds / 60 % 60),
            Int(numbers["second"] ?? seconds % 60), Int(numbers["microsecond"] ?? now.timeOfDay % CivilTime.second))
    }
}

extension CivilTime {
    /// The nth such weekday on or after this day; before it when n is negative.
    fileprivate func onWeekday(_ weekday: Int, _ count: Int64) -> CivilTime {
        let ahead = Int64((weekday - self.weekday + 7) % 7)
        let days = count > 0 ? ahead + 7 * (count - 1) : -((7 - ahead) % 7) + 7 * (count + 1)
        return adding(days * CivilTime.day)
    }
}
