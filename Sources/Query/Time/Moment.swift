/// A date or a time as a person wrote it: `2020`, `2020-08`, `2020-08-14T08:02+02:00`. What is left out makes it a period:
/// `2020` begins with the year and ends with it.
package struct Moment: Sendable, Hashable {
    package enum Precision: Int, Sendable, Hashable, Comparable {
        case year, month, day, hour, minute, second
        package static func < (one: Precision, other: Precision) -> Bool { one.rawValue < other.rawValue }
    }

    /// The beginning, on the clock of `offset`.
    let wall: CivilTime
    let precision: Precision
    /// Microseconds ahead of UTC, when written; otherwise the clock is that of the request's time zone.
    let offset: Int64?

    package init(wall: CivilTime, precision: Precision = .second, offset: Int64? = nil) {
        self.wall = wall
        self.precision = precision
        self.offset = offset
    }

    /// An instant, known in UTC.
    package init(instant: CivilTime) { self.init(wall: instant, offset: 0) }

    /// Whether it is a period and not an instant.
    var isPeriod: Bool { precision < .second }

    /// The wall clock at the end of the period, which is no longer part of it. An instant ends where it begins.
    var wallEnd: CivilTime {
        switch precision {
        case .year: wall.adding(months: 12) ?? wall
        case .month: wall.adding(months: 1) ?? wall
        case .day: wall.adding(CivilTime.day)
        case .hour: wall.adding(3_600 * CivilTime.second)
        case .minute: wall.adding(60 * CivilTime.second)
        case .second: wall
        }
    }

    /// The beginning in UTC.
    package func start(in zone: Zone) -> CivilTime { offset.map { wall.adding(-$0) } ?? zone.instant(wall) }

    /// The end in UTC.
    package func end(in zone: Zone) -> CivilTime { offset.map { wallEnd.adding(-$0) } ?? zone.instant(wallEnd) }

    /// Whether it begins and ends at midnight of its own clock: it can then be compared with days.
    var isOfDays: Bool { offset == nil && wall.timeOfDay == 0 && wallEnd.timeOfDay == 0 }
}
