internal import Territory

/// Blanks too many: at the ends, doubled, unbreakable.
struct Spaces: Mend {
    static let name = "spaces"
    static let what = Bilingual(fr: "espaces en trop retirés", en: "blanks too many removed")

    static func proposal(for field: FieldDescriptor, of schema: SchemaDescriptor) -> Proposal? { Proposal(value: "text") }
}
