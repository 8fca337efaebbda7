internal import Territory

/// A number that a spreadsheet has robbed of its leading zeros. Proven by the field's own list of codes, or by the Luhn keys of a
/// SIRET or a SIREN; likely for other codes.
struct LostZeros: Mend {
    static let name = "lost-zeros"
    static let what = Bilingual(fr: "zéro de tête rendu", en: "leading zero given back")

    static func proposal(for field: FieldDescriptor, of schema: SchemaDescriptor) -> Proposal? {
        if let codes = Listed.values(of: field) { return listed(codes) }
        guard let count = Digits.count(in: field, of: schema), count > 1 else {
            // A pattern that only says which digits: the code of a commune, a postal code.
            guard field.type == StringType.name, field.constraints["pattern"] != nil else { return nil }
            return Proposal(value: "CASE WHEN regexp_full_match(text, '[0-9]{4}') THEN '0' || text END", isSafe: "false")
        }
        let padded = "lpad(\(Digits.bare), \(count), '0')"
        let least = Digits.haveKey(count) ? count - 2 : count - 1
        let value =
            "CASE WHEN regexp_full_match(text, '[0-9 .]+') AND length(\(Digits.bare)) BETWEEN \(least) AND \(count - 1) "
            + "THEN \(padded) END"
        guard Digits.haveKey(count) else { return Proposal(value: value, isSafe: "false") }
        let key = count == 14 ? LuhnKey.holdsForSiret(padded) : LuhnKey.holdsForSiren(padded)
        // Outside this condition the text may hold no number at all.
        return Proposal(
            value: value,
            isSafe: "CASE WHEN \(value) IS NOT NULL THEN length(\(Digits.bare)) = \(count - 1) AND \(key) ELSE false END")
    }

    /// The one code of a list that is the number but for zeros before it.
    private static func listed(_ codes: String) -> Proposal {
        let same = "list_filter([\(codes)], lambda v: ltrim(v, '0') = ltrim(text, '0') AND length(v) > length(text))"
        return Proposal(value: "CASE WHEN regexp_full_match(text, '[0-9]+') AND len(\(same)) = 1 THEN (\(same))[1] END")
    }
}
