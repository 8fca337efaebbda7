internal import Territory

/// Values compared with a schema's list, case, accents and punctuation left aside.
enum ValueList {
    /// A value of the file, and what the list calls it.
    struct Pair: Sendable {
        let old: String
        let new: String
    }

    /// The values to be written otherwise, and those that the list does not know.
    static func comparison(
        of values: [String], with field: TargetSchema.Field
    ) -> (mapped: [Pair], outside: [String]) {
        let official = Dictionary(field.values.map { ($0.plainLetters, $0) }) { first, _ in first }
        let synonyms = Dictionary(Synonyms.values(field.name).map { ($0.key.plainLetters, $0.value) }) { first, _ in first }
        var mapped: [Pair] = [], outside: [String] = []
        for value in values where !field.values.contains(value) {
            if let known = official[value.plainLetters] ?? synonyms[value.plainLetters], field.values.contains(known) {
                mapped.append(Pair(old: value, new: known))
            } else {
                outside.append(value)
            }
        }
        return (mapped, outside)
    }
}
