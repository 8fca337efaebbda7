/// The units that follow a number.
enum Units {
    /// Metres.
    static let lengths: [String: Double] = [
        "mi": 1_609.344, "yd": 0.9144, "ft": 0.3048, "m": 1, "cm": 0.01, "km": 1_000, "mm": 0.001,
    ]

    /// Case sensitive: `m` is a minute and `M` a month.
    static let times: [String: TimeUnit] = [
        "ms": .millisecond, "millisecond": .millisecond, "milliseconds": .millisecond,
        "s": .second, "second": .second, "seconds": .second,
        "m": .minute, "minute": .minute, "minutes": .minute,
        "h": .hour, "hour": .hour, "hours": .hour,
        "d": .day, "day": .day, "days": .day,
        "w": .week, "week": .week, "weeks": .week,
        "M": .month, "month": .month, "months": .month,
        "q": .quarter, "quarter": .quarter, "quarters": .quarter,
        "y": .year, "year": .year, "years": .year,
    ]

    static let all = Set(lengths.keys).union(times.keys)
}
