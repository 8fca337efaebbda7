/// `duration`: ISO 8601, section 4.4.3, in either form.
struct DurationType: ValueType {
    static let name = "duration"
    static let constraints = ConstraintNames.listed

    init(_ field: FieldDescriptor) {}

    func reading(of text: String) -> Reading {
        let part = { (unit: String) in #"(?:[0-9]+(?:[.,][0-9]+)?\#(unit))?"# }
        let date = ["Y", "M", "W", "D"].map(part).joined(), time = ["H", "M", "S"].map(part).joined()
        let pattern = #"[+-]?P(?:[0-9].*|T.*)"#
        let shape = #"[+-]?P\#(date)(?:T\#(time))?|P[0-9]{4}-?[0-9]{2}-?[0-9]{2}T[0-9]{2}:?[0-9]{2}:?[0-9]{2}"#
        let matches = "(regexp_full_match(\(text), \(constant(pattern))) AND regexp_full_match(\(text), \(constant(shape))))"
        return Reading(isRefused: "NOT \(matches)", value: "CASE WHEN \(matches) THEN \(text) END")
    }
}
