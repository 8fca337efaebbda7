internal import Territory

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
            let same = free.filter { $0.plainLetters == label.plainLetters }
            let near =
                same.isEmpty
                ? free.filter { NearestName.distance($0.plainLetters, label.plainLetters) <= 2 && $0.count >= 6 } : same
            guard near.count == 1, strange.filter({ $0.plainLetters == label.plainLetters }).count == 1,
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
}
