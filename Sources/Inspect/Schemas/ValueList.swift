internal import Foundation

/// Values compared with a schema's list, case, accents and punctuation left aside.
enum ValueList {
    /// A value of the file, and what the list calls it.
    struct Pair: Sendable {
        let old: String
        let new: String
    }

    static func folded(_ value: String) -> String {
        value.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).filter { $0.isLetter || $0.isNumber }
    }

    /// The values to be written otherwise, and those that the list does not know.
    static func comparison(
        of values: [String], with field: TargetSchema.Field
    ) -> (mapped: [Pair], outside: [String]) {
        let official = Dictionary(field.values.map { (folded($0), $0) }) { first, _ in first }
        let synonyms = Dictionary(Synonyms.values(field.name).map { (folded($0.key), $0.value) }) { first, _ in first }
        var mapped: [Pair] = [], outside: [String] = []
        for value in values where !field.values.contains(value) {
            if let known = official[folded(value)] ?? synonyms[folded(value)], field.values.contains(known) {
                mapped.append(Pair(old: value, new: known))
            } else {
                outside.append(value)
            }
        }
        return (mapped, outside)
    }
}
