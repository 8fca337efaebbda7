/// Types written by a calendar or a clock: ISO 8601 by default, free with `any`, else a `strptime` pattern.
protocol MomentType: ValueType {}

extension MomentType {
    static var formats: [String] { ["any"] }
    static var constraints: [String] { ConstraintNames.ordered }
    static func takes(format: String) -> Bool { ["default", "any"].contains(format) || format.contains("%") }
}
