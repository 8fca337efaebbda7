/// `integer`, as Python reads one: a sign, blanks around, underscores between digits.
struct IntegerType: ValueType {
    static let name = "integer"
    static let constraints = ConstraintNames.ordered
    /// The whole of a text that is a whole number.
    static let pattern = #"\#(Piece.blank)*[+-]?\#(Piece.digits)\#(Piece.blank)*"#

    private let isBare: Bool

    init(_ field: FieldDescriptor) { isBare = field.properties["bareNumber"]?.boolean ?? true }

    func reading(of text: String) -> Reading {
        let bare = isBare ? text : NumberType.bare(text)
        return Reading(bare, matching: Self.pattern, value: Self.value(bare))
    }

    /// The number; NULL beyond 38 digits and in other scripts, where no bound is tested.
    static func value(_ text: String) -> String { "TRY_CAST(\(text) AS HUGEINT)" }
}
