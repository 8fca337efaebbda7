/// `any`: everything is a value.
struct AnyType: ValueType {
    static let name = "any"
    static let constraints = ConstraintNames.listed

    init(_ field: FieldDescriptor) {}

    func reading(of text: String) -> Reading { Reading(isRefused: "false", value: text) }
}
