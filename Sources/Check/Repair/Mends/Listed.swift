internal import Territory

/// A value of a list but for case, accents, blanks and punctuation.
struct Listed: Mend {
    static let name = "listed"
    static let what = Bilingual(fr: "valeur écrite exactement comme dans la liste", en: "value written exactly as in the list")

    static func proposal(for field: FieldDescriptor, of schema: SchemaDescriptor) -> Proposal? {
        values(of: field).map { "list_filter([\($0)], lambda v: \(Fold.sql("v")) = \(Fold.sql("text")))" }.map {
            Proposal(value: "CASE WHEN length(\(Fold.sql("text"))) > 0 AND len(\($0)) = 1 THEN (\($0))[1] END")
        }
    }

    /// The values of a field of text, as constants; nil when it has no list.
    static func values(of field: FieldDescriptor) -> String? {
        guard field.type == StringType.name, let list = field.constraints["enum"]?.list?.compactMap(\.text), !list.isEmpty else {
            return nil
        }
        return list.map { constant($0) }.joined(separator: ", ")
    }
}

/// The nearest value of a list, two letters away at most, when no other is as near.
struct Nearest: Mend {
    static let name = "nearest"
    static let what = Bilingual(fr: "valeur la plus proche de la liste", en: "nearest value of the list")

    static func proposal(for field: FieldDescriptor, of schema: SchemaDescriptor) -> Proposal? {
        guard let values = Listed.values(of: field) else { return nil }
        let near = "list_filter([\(values)], lambda v: levenshtein(\(Fold.sql("v")), \(Fold.sql("text"))) <= 2)"
        return Proposal(value: "CASE WHEN length(text) >= 5 AND len(\(near)) = 1 THEN (\(near))[1] END", isSafe: "false")
    }
}
