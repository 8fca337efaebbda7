/// `date`: ISO by default, free with `any`, else a `strptime` pattern.
struct DateType: MomentType {
    static let name = "date"

    private let format: String

    init(_ field: FieldDescriptor) { format = field.format }

    func reading(of text: String) -> Reading {
        switch format {
        case "default", "%Y-%m-%d": Self.iso(text)
        case "any": free(text)
        default: DatePattern(format).reading(of: text, as: "DATE")
        }
    }

    func text(of column: String, type: String) -> String {
        guard type == "DATE" || type.hasPrefix("TIMESTAMP") else { return "CAST(\(column) AS VARCHAR)" }
        return "strftime(\(column), \(constant(format.contains("%") ? format : "%Y-%m-%d")))"
    }

    /// `2020-01-05`, `2020-1-5`: years from 1 to 9999, a day that exists.
    private static func iso(_ text: String) -> Reading {
        let shape = "[0-9]{4}-(?:1[0-2]|0?[1-9])-(?:3[01]|[12][0-9]|[0 ]?[1-9])"
        let value =
            "CASE WHEN regexp_full_match(\(text), \(constant(shape))) AND NOT starts_with(\(text), '0000') "
            + "THEN TRY_CAST(replace(\(text), ' ', '0') AS DATE) END"
        return Reading(isRefused: "\(text) IS NOT NULL AND (\(value)) IS NULL", value: value)
    }

    /// The usual ways to write a date, the month first when both would do.
    private func free(_ text: String) -> Reading {
        let formats = ["%Y-%m-%d", "%Y/%m/%d", "%m/%d/%Y", "%d/%m/%Y", "%m-%d-%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%Y%m%d"]
        let value = "CAST(try_strptime(trim(\(text)), [\(formats.map { constant($0) }.joined(separator: ", "))]) AS DATE)"
        return Reading(isRefused: "\(text) IS NOT NULL AND (\(value)) IS NULL", value: value)
    }
}
