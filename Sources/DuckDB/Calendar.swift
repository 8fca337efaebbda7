internal import CDuckDB

/// Dates and timestamps as the engine would print them; the civil date comes from the engine's own function.
package enum Calendar {
    /// `2026-03-03`, so many days after 1970-01-01.
    package static func text(days: Int32) -> String {
        let date = date(days: days)
        return "\(padded(Int64(date.year), 4))-\(padded(Int64(date.month), 2))-\(padded(Int64(date.day), 2))"
    }

    /// The date so many days after 1970-01-01.
    package static func date(days: Int32) -> (year: Int, month: Int, day: Int) {
        let date = duckdb_from_date(duckdb_date(days: days))
        return (Int(date.year), Int(date.month), Int(date.day))
    }

    /// How many days after 1970-01-01 a date is. The date must exist.
    package static func days(year: Int32, month: Int8, day: Int8) -> Int32 {
        duckdb_to_date(duckdb_date_struct(year: year, month: month, day: day)).days
    }

    static func text(ticks: Int64, perSecond: Int64) -> String {
        let (seconds, fraction) = floored(ticks, by: perSecond)
        let (days, second) = floored(seconds, by: 86_400)
        let time = [second / 3_600, second / 60 % 60, second % 60].map { padded($0, 2) }.joined(separator: ":")
        let base = "\(text(days: Int32(truncatingIfNeeded: days))) \(time)"
        guard fraction != 0 else { return base }
        let digits = String(perSecond).count - 1
        var decimals = Substring(padded(fraction, digits))
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return "\(base).\(decimals)"
    }

    private static func floored(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// Fixed-point numbers, digit by digit: no value passes through a binary fraction.
enum Fixed {
    static func text(_ value: Int128, scale: Int) -> String {
        var digits = String(value.magnitude)
        let sign = value < 0 ? "-" : ""
        guard scale > 0 else { return sign + digits }
        if digits.count <= scale { digits = String(repeating: "0", count: scale + 1 - digits.count) + digits }
        return sign + digits.dropLast(scale) + "." + digits.suffix(scale)
    }
}
