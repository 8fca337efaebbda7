internal import Foundation
internal import Query
internal import Territory

/// A moment as the headers and bodies of the API write it: whole seconds since 1970, UTC.
enum Moment {
    /// `2026-10-01 00:00:00`; `separator` between day and time.
    static func text(_ seconds: Int, separator: String = " ") -> String { civil(seconds).text.replacing(" ", with: separator) }

    /// Of `2025-03-31 08:00:00.123`.
    static func seconds(_ text: String) -> Int? {
        let numbers = text.split(whereSeparator: { !$0.isNumber }).prefix(6).compactMap { Int($0) }
        guard numbers.count >= 3 else { return nil }
        let clock = numbers.count == 6 ? Array(numbers[3...]) : [0, 0, 0]
        let time = CivilTime(numbers[0], numbers[1], numbers[2], clock[0], clock[1], clock[2])
        return time.map { Int($0.microseconds / 1_000_000) }
    }

    /// `Mon, 31 Mar 2025 08:00:00 GMT` (RFC 9110 §5.6.7).
    static func http(_ seconds: Int) -> String {
        let time = civil(seconds), (year, month, day) = time.date
        let names = (CalendarNames.shortDays[time.weekday].english, CalendarNames.shortMonths[month - 1].english)
        return "\(names.0), \(day < 10 ? "0" : "")\(day) \(names.1) \(year) \(time.text.dropFirst(11)) GMT"
    }

    private static func civil(_ seconds: Int) -> CivilTime { CivilTime(microseconds: Int64(seconds) * 1_000_000) }
}

extension CivilTime {
    /// A moment of the clock, UTC.
    init(_ date: Date) { self.init(microseconds: Int64(date.timeIntervalSince1970 * 1_000_000)) }
}
