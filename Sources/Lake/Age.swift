package import Foundation

/// How old a version is.
package enum Age {
    /// Whole days from a time of the lake, UTC, `2025-03-31 08:00:00.123`, until now; nil when it is no time.
    package static func days(since time: String, until now: Date) -> Int? {
        guard let date = try? Date(time.prefix(10) + "T00:00:00Z", strategy: .iso8601) else { return nil }
        return max(0, Int(now.timeIntervalSince(date) / 86_400))
    }
}
