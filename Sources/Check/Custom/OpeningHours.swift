internal import Territory

/// `opening-hours-value`: the grammar of OpenStreetMap's `opening_hours`.
/// <https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification>
struct OpeningHours: CustomCheck {
    static let name = "opening-hours-value"
    static let kinds = [invalid]
    static let invalid = FindingKind(
        code: "check.opening-hours", severity: .error,
        what: Bilingual(
            fr: "« {value} » ne se lit pas comme des horaires d'ouverture dans « {field} »",
            en: "\"{value}\" cannot be read as opening hours in \"{field}\""),
        remedy: Bilingual(
            fr:
                "Suivez la notation d'OpenStreetMap, heures à deux chiffres : Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off",
            en: "Follow OpenStreetMap's notation, hours on two digits: Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off"))

    static func compile(_ parameters: Parameters, in view: inout CellView) -> CompiledCheck {
        guard let cell = parameters.cell(in: view) else { return .none }
        return CompiledCheck(
            rules: [Rule(invalid, cell, where: "NOT regexp_full_match(\(cell.text), \(constant(OpeningHoursGrammar.whole)))")])
    }
}

/// The grammar has no recursion: it is one pattern, put together here from its parts, and the engine runs it.
enum OpeningHoursGrammar {
    /// Rules one after the other; nothing at all is allowed.
    static let whole = #"\s*(?:\#(rule)(?:(?: ?; |, | ?\|\| )\#(rule))*)?\s*"#

    private static let comment = #""[^"]*""#
    private static let modifier = "(?:(?:open|closed|off|unknown)(?: ?\(comment))?|\(comment))"
    private static let selector = "(?:24/7|(?:\(wide)|\(comment):)(?::? ?\(small))?|(?:\(wide)):|\(small))"
    private static let rule = "(?:\(selector)(?: ?\(modifier))?|\(modifier))"

    // Hours: an end may fall on the next day.
    private static let minutes = "[0-5][0-9]"
    private static let hour = "(?:[01][0-9]|2[0-4]):\(minutes)"
    private static let event = #"(?:(?:dawn|sunrise|sunset|dusk)|\((?:dawn|sunrise|sunset|dusk)[+-]\#(hour)\))"#
    private static let span =
        #"(?:\#(hour)|\#(event))-(?:(?:[0-3][0-9]|4[0-8]):\#(minutes)|\#(event))(?:\+|/(?:\#(hour)|\#(minutes)))?"#
    private static let small = "(?:\(days)(?: \(span)(?:, ?\(span))*)?|\(span)(?:, ?\(span))*)"

    // Days of the week, of which month's number one may be, and holidays.
    private static let weekday = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
    private static let offset = "(?: [+-][0-9]+ days?)"
    private static let rank = #"\[[1-5](?:-[1-5])?(?:,[1-5](?:-[1-5])?)*\]"#
    private static let day = "(?:\(weekday)(?:-\(weekday)|\(rank)\(offset)?)?|PH\(offset)?|SH)"
    private static let days = "\(day)(?:, ?\(day))*"

    // Years, months, dates and weeks.
    private static let year = "(?:19|[2-9][0-9])[0-9]{2}"
    private static let years = #"\#(year)(?:-\#(year)(?:/[0-9]+)?|\+)?(?:,\#(year)(?:-\#(year)(?:/[0-9]+)?|\+)?)*"#
    private static let month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    private static let number = "(?:0[1-9]|[12][0-9]|3[01]|[1-9])"
    private static let date = "(?:(?:\(year) )?(?:\(month) \(number)|easter)\(offset)?)"
    private static let dates = #"(?:\#(date)(?:-(?:\#(date)|\#(number))|\+)?|\#(month)(?:-\#(month))?)"#
    private static let week = "(?:0[1-9]|[1-4][0-9]|5[0-3])"
    private static let weeks = "week\(week)(?:-\(week)(?:/[0-9]+)?)?(?:,\(week)(?:-\(week))?)*"
    private static let wide = "(?:(?:\(years)(?:\(dates)(?:,\(dates))*)?|\(dates)(?:,\(dates))*)(?:\(weeks))?|\(weeks))"
}
