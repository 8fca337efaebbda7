import Foundation

/// Finds the name a person meant: least edits, case and accents ignored, at most a third of the length.
package enum NearestName {
    /// The closest of `candidates`, or nothing when none is close enough. Ties go to the first.
    package static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = folded(name)
        guard !wanted.isEmpty, wanted.count <= 80 else { return nil }
        var best: (name: String, edits: Int)?
        for candidate in candidates where candidate != name {
            let letters = folded(candidate)
            let allowed = max(1, max(wanted.count, letters.count) / 3)
            guard letters.count > 1, abs(letters.count - wanted.count) <= allowed else { continue }
            let edits = distance(wanted, letters)
            if edits <= allowed, edits < best?.edits ?? .max { best = (candidate, edits) }
        }
        return best?.name
    }

    /// Damerau-Levenshtein distance (optimal string alignment): one swap of neighbours is one edit.
    package static func distance(_ one: String, _ other: String) -> Int { distance(Array(one), Array(other)) }

    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
        var before: [Int] = []
        var last = Array(0...other.count)
        for row in 1...one.count {
            var now = [row]
            for column in 1...other.count {
                let same = one[row - 1] == other[column - 1]
                var least = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
                    least = min(least, before[column - 2] + 1)
                }
                now.append(least)
            }
            before = last
            last = now
        }
        return last[other.count]
    }

    private static func folded(_ name: String) -> [Character] {
        Array(name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil))
    }
}
