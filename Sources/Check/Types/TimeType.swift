/// `time`: hours, minutes and seconds of ISO 8601 by default.
struct TimeType: MomentType {
    static let name = "time"

    private let format: String

    init(_ field: FieldDescriptor) { format = field.format }

    func reading(of text: String) -> Reading {
        switch format {
        case "default":
            // 24:00:00 is the same moment as 00:00:00.
            Reading(
                text, matching: DateTimeType.clock,
                value: "TRY_CAST(CASE WHEN starts_with(\(text), '24') THEN '00:00:00' ELSE left(\(text), 8) END AS TIME)")
        case "any": free(text)
        default: DatePattern(format).reading(of: text, as: "TIME")
        }
    }

    private func free(_ text: String) -> Reading {
        let value = "TRY_CAST(\(text) AS TIME)"
        return Reading(isRefused: "\(text) IS NOT NULL AND \(value) IS NULL", value: value)
    }
}
