internal import Territory

/// Digits with blanks, points or dashes between them, in a field of so many digits.
struct Separators: Mend {
    static let name = "separators"
    static let what = Bilingual(fr: "séparateurs retirés entre les chiffres", en: "separators removed between digits")

    static func proposal(for field: FieldDescriptor, of schema: SchemaDescriptor) -> Proposal? {
        guard Digits.count(in: field, of: schema) != nil else { return nil }
        return Proposal(value: "CASE WHEN regexp_full_match(text, '[0-9][0-9 ._-]+[0-9]') THEN \(Digits.bare) END")
    }
}

/// Fields of a fixed number of digits.
enum Digits {
    /// SQL: the digits of a text.
    static let bare = "regexp_replace(text, '[^0-9]', '', 'g')"

    /// How many digits a field takes, from its checks, its pattern or its length.
    static func count(in field: FieldDescriptor, of schema: SchemaDescriptor) -> Int? {
        guard field.type == StringType.name else { return nil }
        for (check, count) in [(SIRET.name, 14), (SIREN.name, 9)] {
            if schema.customChecks.contains(where: { $0.name == check && $0.parameters["column"]?.text == field.name }) {
                return count
            }
        }
        guard let pattern = field.constraints["pattern"]?.text,
            let found = pattern.wholeMatch(of: #/\^?\(?(?:\\d|\[0-9\])\{(\d{1,2})\}\)?\$?/#)
        else { return nil }
        return Int(found.1)
    }

    /// Whether so many digits end with a Luhn key.
    static func haveKey(_ count: Int) -> Bool { count == 14 || count == 9 }
}
