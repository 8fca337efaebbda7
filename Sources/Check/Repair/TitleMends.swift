internal import Foundation

/// Titles that a field nearly bears: another case, accents left out, a letter too many.
package struct TitleMends: Sendable {
    /// A title and the name it should be.
    package struct Mend: Sendable, Encodable {
        package let old: String
        package let new: String
        /// Whether only case, accents, blanks and punctuation differ.
        package let isSafe: Bool
    }

    package let mends: [Mend]

    /// - Parameter labels: the titles of the file, without blanks at their ends.
    package init(_ labels: [String], _ schema: SchemaDescriptor) {
        let free = schema.fields.map(\.name).filter { !labels.contains($0) }
        let strange = labels.filter { label in !label.isEmpty && schema.field(label) == nil }
        var taken: Set<String> = []
        mends = strange.compactMap { label in
            let same = free.filter { Self.folded($0) == Self.folded(label) }
            let near =
                same.isEmpty ? free.filter { Self.distance(Self.folded($0), Self.folded(label)) <= 2 && $0.count >= 6 } : same
            guard near.count == 1, strange.filter({ Self.folded($0) == Self.folded(label) }).count == 1,
                taken.insert(near[0]).inserted
            else { return nil }
            return Mend(old: label, new: near[0], isSafe: !same.isEmpty)
        }
    }

    /// The titles once mended.
    package func applied(to labels: [String], withLikely: Bool) -> [String] {
        let names = Dictionary(
            mends.filter { $0.isSafe || withLikely }.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
        return labels.map { names[$0] ?? $0 }
    }

    private static func folded(_ title: String) -> String {
        title.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).filter { $0.isLetter || $0.isNumber }
    }

    /// Letters to change, to add or to remove (Levenshtein).
    private static func distance(_ one: String, _ other: String) -> Int {
        var line = Array(0...other.count)
        for (row, letter) in one.enumerated() {
            var diagonal = line[0]
            line[0] = row + 1
            for (column, second) in other.enumerated() {
                let least = letter == second ? diagonal : 1 + min(diagonal, line[column], line[column + 1])
                (diagonal, line[column + 1]) = (line[column + 1], least)
            }
        }
        return line[other.count]
    }
}
