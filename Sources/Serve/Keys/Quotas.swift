internal import Foundation
internal import Synchronization

/// Counts the calls of a day, UTC: one count for each key, one for all who have none. Nobody's address is kept. The counts
/// begin again when the server does.
final class Quotas: Sendable {
    private struct State {
        var day = 0
        var calls: [String: Int] = [:]
    }

    private let state = Mutex(State())
    private let anonymous: Int

    init(anonymous: Int) { self.anonymous = anonymous }

    /// What is left after a call.
    struct Count: Sendable {
        let limit: Int
        let remaining: Int
        /// The next midnight, seconds since 1970.
        let reset: Int
        let isAnonymous: Bool
        var isExceeded: Bool { remaining < 0 }
    }

    /// Counts a call.
    func count(_ caller: Caller, at seconds: Int) -> Count {
        let day = seconds / 86_400
        let limit = caller.key.map { $0.quota ?? anonymous } ?? anonymous
        let used = state.withLock { state in
            if state.day != day { state = State(day: day) }
            state.calls[caller.key?.id ?? "", default: 0] += 1
            return state.calls[caller.key?.id ?? "", default: 0]
        }
        return Count(limit: limit, remaining: limit - used, reset: (day + 1) * 86_400, isAnonymous: caller.key == nil)
    }
}

/// A moment as the headers and bodies of the API write it.
enum Moment {
    /// `2026-10-01 00:00:00` from seconds since 1970, UTC; `separator` between day and time.
    static func text(_ seconds: Int, separator: String = " ") -> String {
        var time = time_t(seconds), parts = tm()
        gmtime_r(&time, &parts)
        let numbers = [
            Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday), Int(parts.tm_hour), Int(parts.tm_min),
            Int(parts.tm_sec),
        ]
        let words = numbers.enumerated().map { index, number in
            let text = String(number), width = index == 0 ? 4 : 2
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return words[0...2].joined(separator: "-") + separator + words[3...5].joined(separator: ":")
    }

    /// Seconds since 1970 of `2025-03-31 08:00:00.123`, UTC.
    static func seconds(_ text: String) -> Int? {
        let numbers = text.split(whereSeparator: { !$0.isNumber }).prefix(6).compactMap { Int32($0) }
        guard numbers.count >= 3 else { return nil }
        var parts = tm()
        parts.tm_year = numbers[0] - 1900
        parts.tm_mon = numbers[1] - 1
        parts.tm_mday = numbers[2]
        if numbers.count >= 6 { (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5]) }
        return Int(timegm(&parts))
    }

    /// `Mon, 31 Mar 2025 08:00:00 GMT` (RFC 9110 §5.6.7).
    static func http(_ seconds: Int) -> String {
        var time = time_t(seconds), parts = tm()
        gmtime_r(&time, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let text = Self.text(seconds)
        return
            "\(days[Int(parts.tm_wday)]), \(text.dropFirst(8).prefix(2)) \(months[Int(parts.tm_mon)]) \(text.prefix(4)) \(text.suffix(8)) GMT"
    }
}
