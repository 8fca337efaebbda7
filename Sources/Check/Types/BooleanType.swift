/// `boolean`: exactly the words of the two lists.
struct BooleanType: ValueType {
    static let name = "boolean"
    static let constraints = ConstraintNames.listed

    private let trueValues: [String]
    private let falseValues: [String]

    init(_ field: FieldDescriptor) {
        trueValues = field.properties["trueValues"]?.texts ?? ["true", "True", "TRUE", "1"]
        falseValues = field.properties["falseValues"]?.texts ?? ["false", "False", "FALSE", "0"]
    }

    func reading(of text: String) -> Reading {
        Reading(
            isRefused: "\(text) NOT IN \(constants(trueValues + falseValues))",
            // A word of both lists is false: the second list is read last.
            value:
                "CASE WHEN \(text) IN \(constants(falseValues)) THEN false WHEN \(text) IN \(constants(trueValues)) THEN true END"
        )
    }

    func text(of column: String, type: String) -> String {
        guard type == "BOOLEAN" else { return "CAST(\(column) AS VARCHAR)" }
        return "CASE WHEN \(column) THEN \(constant(trueValues.first ?? "")) WHEN NOT \(column) "
            + "THEN \(constant(falseValues.first ?? "")) END"
    }
}
