internal import Territory

/// A list that commas or semicolons make, as JSON.
struct Lists: Mend {
    static let name = "list"
    static let what = Bilingual(fr: "liste écrite en JSON", en: "list written as JSON")

    static func proposal(for field: FieldDescriptor, of schema: SchemaDescriptor) -> Proposal? {
        guard field.type == ArrayType.name else { return nil }
        return Proposal(
            value: """
                CASE WHEN NOT regexp_matches(text, '[\\[\\]{}"]') AND text <> 'null'
                THEN CAST(to_json(regexp_split_to_array(text, ' ?[,;|] ?')) AS VARCHAR) END
                """, isSafe: "false")
    }
}
