import Foundation
import Testing

/// Times as the program writes them, UTC.
enum Clock {
    /// The first whole second after a version's time, once it has passed: what is committed from now on is later.
    static func secondAfter(_ time: String) throws -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "UTC")
        format.dateFormat = "yyyy-MM-dd HH:mm:ss"
        let next = try #require(format.date(from: String(time.prefix(19)))).addingTimeInterval(1)
        while Date() <= next { usleep(20_000) }
        return format.string(from: next)
    }
}
