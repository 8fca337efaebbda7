/// How alike a column title and a field of a schema are, by their words alone: 1 is the same, less than 0.5 is nothing.
struct TitleLikeness {
    private let phrases: [(words: TitleWords, weight: Double)]
    private let description: Set<String>

    init(_ field: TargetSchema.Field) {
        let own = [field.name, field.title].compactMap(\.self).map { (TitleWords($0), 1.0) }
        description = field.description.map { TitleWords($0).set } ?? []
        phrases = own + Synonyms.of(field.name).map { (TitleWords($0), 0.92) }
    }

    func score(_ title: TitleWords) -> Double {
        let best = phrases.map { $0.weight * Self.likeness($0.words, title) }.max() ?? 0
        // A description that has all the words of a long title speaks of it, faintly.
        let isDescribed = title.set.count > 1 && title.set.isSubset(of: description)
        return max(best, isDescribed ? 0.52 : 0)
    }

    /// Same words; or all words of the phrase among more; or most words shared.
    private static func likeness(_ phrase: TitleWords, _ title: TitleWords) -> Double {
        guard !phrase.words.isEmpty, !title.words.isEmpty else { return 0 }
        if phrase.joined == title.joined { return 1 }
        let shared = phrase.set.intersection(title.set)
        if shared.count == phrase.set.count {
            return 0.5 + 0.4 * Double(shared.count) / Double(title.set.count)
        }
        let all = phrase.set.union(title.set)
        let part = Double(shared.count) / Double(all.count)
        return part >= 0.5 ? part * 0.9 : 0
    }
}
