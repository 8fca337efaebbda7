/// `datetime`: ISO 8601 to the second by default.
struct DateTimeType: MomentType {
    static let name = "datetime"
    /// What may stand after the hours and minutes: a fraction, an offset.
    static let tail = #"(?:[.,][0-9]+)?(?:[zZ]|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)?"#
    /// Hours, minutes and seconds; midnight at the end of the day too.
    static let clock = #"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\#(tail)|24:00:00(?:[.,]0+)?(?:[zZ])?)"#

    private let format: String

    init(_ field: FieldDescriptor) { format = field.format }

    func reading(of text: String) -> Reading {
        switch format {
        case "default": Self.iso(text)
        case "any": free(text)
        default: DatePattern(format).reading(of: text, as: "TIMESTAMP")
        }
    }

    /// Any one character parts the date from the time. Offsets are tested, not applied: bounds compare local times.
    private static func iso(_ text: String) -> Reading {
        let calendar = #"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[^0-9]\#(clock)"#
        let week = #"[0-9]{4}-W(?:0[1-9]|[1-4][0-9]|5[0-3])-[1-7][^0-9]\#(clock)"#
        let date = "TRY_CAST(left(\(text), 10) AS TIMESTAMP)"
        let time =
            "to_seconds(TRY_CAST(substr(\(text), 12, 2) AS INTEGER) * 3600 + TRY_CAST(substr(\(text), 15, 2) AS INTEGER) * 60 "
            + "+ TRY_CAST(substr(\(text), 18, 2) AS INTEGER))"
        let value =
            "CASE WHEN regexp_full_match(\(text), \(constant(calendar))) AND NOT starts_with(\(text), '0000') "
            + "THEN \(date) + \(time) END"
        return Reading(
            isRefused: "\(text) IS NOT NULL AND (\(value)) IS NULL AND NOT regexp_full_match(\(text), \(constant(week)))",
            value: value)
    }

    private func free(_ text: String) -> Reading {
        let value = "coalesce(TRY_CAST(\(text) AS TIMESTAMP), try_strptime(\(text), ['%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S']))"
        return Reading(isRefused: "\(text) IS NOT NULL AND (\(value)) IS NULL", value: value)
    }
}
