internal import Foundation

/// Names for columns that the data itself names.
enum ColumnNames {
    /// More columns than this are a mistake of the recipe, or of the data.
    static let limit = 1_000

    /// As the collectors make them: broken lines and runs of spaces are one space, what has no name is named after its
    /// position, repetitions are numbered: `Nom`, `Nom (2)`. Case does not tell names apart.
    /// - Parameter others: names of columns that stand beside.
    static func unique(_ titles: [String], beside others: [String] = []) -> [String] {
        var taken = StepInput.reserved.union(others.map { $0.lowercased() })
        return titles.enumerated().map { index, title in
            let words = plain(title)
            let name = words.isEmpty ? "colonne_\(index + 1)" : words
            var free = name, number = 2
            while !taken.insert(free.lowercased()).inserted {
                free = "\(name) (\(number))"
                number += 1
            }
            return free
        }
    }

    /// Broken lines and runs of spaces become one space; the edges are trimmed.
    static func plain(_ title: String) -> String {
        title.split { $0.isWhitespace || $0.isNewline || "\u{FEFF}\u{200B}\u{2060}\0".contains($0) }.joined(separator: " ")
    }
}
