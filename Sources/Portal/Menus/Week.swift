internal import DuckDB
internal import Query
internal import Territory

/// A week from Monday to Sunday, numbered as ISO 8601 numbers them: `2026-W12`.
package struct Week: Sendable, Hashable, Comparable {
    /// Days from 1970-01-01 to its Monday.
    private let monday: Int

    /// The week that a day lies in.
    /// - Parameter days: since 1970-01-01, a Thursday.
    package init(days: Int) { monday = days - ((days + 3) % 7 + 7) % 7 }

    /// `2026-W12`
    init?(_ text: String) {
        let parts = text.split(separator: "-W")
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let year = Int32(parts[0]), let number = Int(parts[1]),
            (1...53).contains(number),
            year > 0
        else { return nil }
        // The first week is the one that holds the 4th of January.
        self.init(days: Int(Calendar.days(year: year, month: 1, day: 4)) + (number - 1) * 7)
        guard self.text == text else { return nil }
    }

    /// The week of a date written `2026-03-16`.
    init?(date: String) {
        let parts = date.prefix(10).split(separator: "-")
        guard parts.count == 3, let year = Int32(parts[0]), let month = Int8(parts[1]), (1...12).contains(month),
            let day = Int8(parts[2]),
            (1...31).contains(day)
        else { return nil }
        self.init(days: Int(Calendar.days(year: year, month: month, day: day)))
    }

    package static func < (one: Week, other: Week) -> Bool { one.monday < other.monday }

    /// `2026-W12`
    var text: String {
        let year = Calendar.date(days: Int32(monday + 3)).year
        let first = Week(days: Int(Calendar.days(year: Int32(year), month: 1, day: 4)))
        let number = (monday - first.monday) / 7 + 1
        return "\(year)-W\(number < 10 ? "0" : "")\(number)"
    }

    /// Its dates from Monday to Sunday, `2026-03-16`.
    var dates: [String] { (0..<7).map { Calendar.text(days: Int32(monday + $0)) } }

    /// `du 16 au 20 mars 2026`
    func words(_ site: Site) -> String {
        let dates = dates, long = DateText(language: site.language)
        let last = long.long(dates[4])
        let isOneMonth = dates[0].prefix(7) == dates[4].prefix(7)
        let first =
            isOneMonth
            ? long.long(dates[0]).split(separator: " ").first.map(String.init) ?? "" : Self.withoutYear(long.long(dates[0]))
        return site.pick("du \(first) au \(last)", "\(first) to \(last)")
    }

    private static func withoutYear(_ text: String) -> String { text.split(separator: " ").dropLast().joined(separator: " ") }

    /// `lundi 16 mars`
    static func day(_ date: String, _ language: Language) -> String {
        guard let week = Week(date: date), let place = week.dates.firstIndex(of: String(date.prefix(10))) else { return date }
        let name = CalendarNames.days[place].text(in: language)
        return "\(name) \(withoutYear(DateText(language: language).long(date)))"
    }
}
