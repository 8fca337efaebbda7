/// `number`, as a decimal is written, with the options that undo local habits.
struct NumberType: ValueType {
    static let name = "number"
    static let constraints = ConstraintNames.ordered
    /// The whole of a text that is a number, infinities and NaN included.
    static let pattern =
        #"(?i)\#(Piece.blank)*[+-]?(?:(?:\#(Piece.digit)[\p{Nd}_]*\.?[\p{Nd}_]*|\.[\p{Nd}_]*\#(Piece.digit)[\p{Nd}_]*)"#
        + #"(?:e[+-]?[\p{Nd}_]+)?|inf(?:inity)?|s?nan\p{Nd}*)\#(Piece.blank)*"#

    private let group: String?
    private let decimal: String?
    private let isBare: Bool

    init(_ field: FieldDescriptor) {
        group = field.properties["groupChar"]?.text
        decimal = field.properties["decimalChar"]?.text
        isBare = field.properties["bareNumber"]?.boolean ?? true
    }

    func reading(of text: String) -> Reading {
        var bare = text
        if let group, !group.isEmpty { bare = "replace(\(bare), \(constant(group)), '')" }
        if let decimal, !decimal.isEmpty, decimal != "." { bare = "replace(\(bare), \(constant(decimal)), '.')" }
        if !isBare { bare = Self.bare(bare) }
        return Reading(bare, matching: Self.pattern, value: "TRY_CAST(replace(lower(\(bare)), 'snan', 'nan') AS DOUBLE)")
    }

    func text(of column: String, type: String) -> String {
        guard let decimal else { return "CAST(\(column) AS VARCHAR)" }
        return "replace(CAST(\(column) AS VARCHAR), '.', \(constant(decimal)))"
    }

    /// Without what stands before the first digit and after the last.
    static func bare(_ text: String) -> String { #"regexp_replace(\#(text), '^\P{Nd}*|\P{Nd}*$', '', 'g')"# }
}
