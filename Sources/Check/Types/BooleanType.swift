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
        let isTrue = isOne(text, of: trueValues.map { constant($0) })
        let isFalse = isOne(text, of: falseValues.map { constant($0) })
        return Reading(
            isRefused: "NOT coalesce(\(isTrue), false) AND NOT coalesce(\(isFalse), false)",
            // A word of both lists is false: the second list is read last.
            value: "CASE WHEN \(isFalse) THEN false WHEN \(isTrue) THEN true END")
    }

    func text(of column: String, type: String) -> String {
        guard type == "BOOLEAN" else { return "CAST(\(column) AS VARCHAR)" }
        return "CASE WHEN \(column) THEN \(constant(trueValues.first ?? "")) WHEN NOT \(column) "
            + "THEN \(constant(falseValues.first ?? "")) END"
    }
}
