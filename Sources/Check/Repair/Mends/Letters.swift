internal import Territory

/// The same letters in capitals, in small, or the first only, where a pattern asks for it.
struct Letters: Mend {
    static let name = "letters"
    static let what = Bilingual(fr: "majuscules et minuscules comme la forme les veut", en: "capitals as the pattern wants them")

    static func proposal(for field: FieldDescriptor, of schema: SchemaDescriptor) -> Proposal? {
        guard field.type == StringType.name, let pattern = field.constraints["pattern"]?.text, Pattern.isSound(pattern)
        else { return nil }
        let portable = PortablePattern("^\(pattern)$")
        guard let expression = portable.expression else { return nil }
        let ways = ["upper(text)", "lower(text)", "upper(text[1]) || lower(text[2:])"].map {
            "WHEN regexp_matches(\($0), \(constant(#"\A(?:\#(expression))"#))) THEN \($0)"
        }
        return Proposal(value: "CASE \(ways.joined(separator: " ")) END", isSafe: "false")
    }
}
