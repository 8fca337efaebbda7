internal import DuckDB

/// A wall-clock time of the proleptic Gregorian calendar, to the microsecond; no time zone.
package struct CivilTime: Sendable, Hashable, Comparable {
    /// Since 1970-01-01T00:00.
    package let microseconds: Int64

    static let second: Int64 = 1_000_000
    static let day: Int64 = 86_400 * second

    package init(microseconds: Int64) { self.microseconds = microseconds }

    /// Nil when there is no such day or time, or the year is not within 1…9999.
    package init?(
        _ year: Int, _ month: Int = 1, _ day: Int = 1, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0, _ micro: Int = 0
    ) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...CivilTime.days(in: month, of: year)).contains(day),
            (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second), (0...999_999).contains(micro)
        else { return nil }
        let days = Int64(Calendar.days(year: Int32(year), month: Int8(month), day: Int8(day)))
        microseconds =
            days * CivilTime.day + Int64(hour * 3_600 + minute * 60 + second) * CivilTime.second + Int64(micro)
    }

    package static func < (one: CivilTime, other: CivilTime) -> Bool { one.microseconds < other.microseconds }

    func adding(_ microseconds: Int64) -> CivilTime {
        let (sum, overflow) = self.microseconds.addingReportingOverflow(microseconds)
        return overflow ? self : CivilTime(microseconds: sum)
    }

    /// The same time so many months later, on the last day of the month when it is shorter. Nil beyond the calendar.
    func adding(months: Int) -> CivilTime? {
        let (year, month, day) = date
        guard abs(months) < 200_000 else { return nil }
        let index = year * 12 + month - 1 + months
        let target = index >= 0 ? index / 12 : -1
        guard (1...9999).contains(target) else { return nil }
        let last = CivilTime.days(in: index % 12 + 1, of: target)
        return CivilTime(target, index % 12 + 1, min(day, last)).map { $0.adding(timeOfDay) }
    }

    /// Microseconds since midnight.
    var timeOfDay: Int64 { microseconds - Int64(days) * CivilTime.day }
    /// Days since 1970-01-01.
    var days: Int {
        let (days, rest) = microseconds.quotientAndRemainder(dividingBy: CivilTime.day)
        return Int(rest < 0 ? days - 1 : days)
    }
    /// Monday is 0.
    package var weekday: Int { ((days + 3) % 7 + 7) % 7 }

    /// Year, month, day.
    package var date: (year: Int, month: Int, day: Int) { Calendar.date(days: Int32(clamping: days)) }

    static func days(in month: Int, of year: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// `2025-11-04 09:30:00.25`, as the engine reads a timestamp.
    package var text: String {
        let (year, month, day) = date
        let seconds = Int(timeOfDay / CivilTime.second)
        let micro = timeOfDay % CivilTime.second
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { CivilTime.padded($0, 2) }.joined(separator: ":")
        let fraction = micro == 0 ? "" : "." + CivilTime.padded(Int(micro), 6)
        return "\(CivilTime.padded(year, 4))-\(CivilTime.padded(month, 2))-\(CivilTime.padded(day, 2)) \(clock)\(fraction)"
    }

    /// `2025-11-04`.
    package var dateText: String { String(text.prefix(10)) }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
