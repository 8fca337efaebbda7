internal import Foundation

/// Rows of titles as one title for each column: `Lots` over `Montant` gives `Lots Montant`.
enum HeaderLevels {
    /// A row of titles: texts by column, and the ranges of columns that are merged in it.
    struct Level {
        var titles: [Int: String]
        var merged: [ClosedRange<Int>] = []
    }

    /// Joins the levels from the top. A group stands over the columns it is merged with; where nothing is merged, over those
    /// up to the next group.
    static func joined(_ levels: [Level]) -> [Int: String] {
        guard levels.count > 1, let lowest = levels.last else { return levels.first?.titles ?? [:] }
        let columns = Set(levels.flatMap(\.titles.keys)).union(levels.flatMap(\.merged).flatMap { $0 })
        let last = columns.max() ?? 0
        let carried = levels.dropLast().map { carry($0, to: last) } + [lowest.titles]
        return Dictionary(
            uniqueKeysWithValues: columns.map { column in
                var words: [String] = []
                for title in carried.compactMap({ plain($0[column] ?? "") }) where words.last != title { words.append(title) }
                return (column, words.joined(separator: " "))
            })
    }

    private static func carry(_ level: Level, to last: Int) -> [Int: String] {
        var titles = level.titles
        if level.merged.isEmpty {
            var group: String?
            for column in 0...max(0, last) {
                if let title = titles[column], plain(title) != nil { group = title }
                titles[column] = group
            }
        } else {
            for range in level.merged { for column in range { titles[column] = level.titles[range.lowerBound] } }
        }
        return titles
    }

    /// The words of a title, one space between them; nothing when there are none.
    private static func plain(_ title: String) -> String? {
        let words = title.split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
