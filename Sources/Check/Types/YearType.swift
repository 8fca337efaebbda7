/// `year`: four characters that are a whole number from 0 to 9999.
struct YearType: ValueType {
    static let name = "year"
    static let constraints = ConstraintNames.ordered

    init(_ field: FieldDescriptor) {}

    func reading(of text: String) -> Reading {
        let isYear =
            "(length(\(text)) = 4 AND regexp_full_match(\(text), "
            + "\(constant(#"\#(Piece.blank)*\+?\#(Piece.digits)\#(Piece.blank)*|-000"#))))"
        return Reading(isRefused: "NOT \(isYear)", value: "CASE WHEN \(isYear) THEN \(IntegerType.value(text)) END")
    }
}
