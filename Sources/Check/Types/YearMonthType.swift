/// `yearmonth`: a year and a month, `2020-05`.
struct YearMonthType: ValueType {
    static let name = "yearmonth"
    static let constraints = ConstraintNames.ordered

    init(_ field: FieldDescriptor) {}

    func reading(of text: String) -> Reading {
        let blank = Piece.blank
        let pattern = #"\#(blank)*\+?\#(Piece.digits)\#(blank)*-\#(blank)*\+?0*(?:[1-9]|1[0-2])\#(blank)*"#
        let year = "TRY_CAST(split_part(\(text), '-', 1) AS HUGEINT)", month = "TRY_CAST(split_part(\(text), '-', 2) AS HUGEINT)"
        return Reading(text, matching: pattern, value: "\(year) * 12 + \(month)")
    }
}
