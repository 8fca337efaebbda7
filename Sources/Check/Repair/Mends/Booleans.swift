internal import Territory

/// Yes and no in the words of the schema.
struct Booleans: Mend {
    static let name = "boolean"
    static let what = Bilingual(
        fr: "oui et non écrits comme le schéma les veut", en: "yes and no written as the schema wants them")

    private static let yes = ["oui", "o", "vrai", "v", "true", "t", "yes", "y", "1", "x", "ok"]
    private static let no = ["non", "n", "faux", "f", "false", "no", "0"]

    static func proposal(for field: FieldDescriptor, of schema: SchemaDescriptor) -> Proposal? {
        guard field.type == BooleanType.name else { return nil }
        let isTrue = field.properties["trueValues"]?.texts.first ?? "true"
        let isFalse = field.properties["falseValues"]?.texts.first ?? "false"
        let word = Fold.sql("text")
        return Proposal(
            value: """
                CASE WHEN \(word) IN (\(list(yes))) THEN \(constant(isTrue)) WHEN \(word) IN (\(list(no))) THEN \(constant(isFalse)) END
                """, isSafe: "\(word) NOT IN ('x', 'ok', 'v', 't', 'f')")
    }

    private static func list(_ words: [String]) -> String { words.map { constant($0) }.joined(separator: ", ") }
}
