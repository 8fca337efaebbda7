internal import DuckDB
internal import Foundation

/// The row of titles of a text file, found or told.
struct TextHeader {
    /// 1 is the first row; 0 when the file has no titles.
    let row: Int
    /// The names of the columns: trimmed, never empty, never twice the same.
    let names: [String]
    /// The titles as they stand in the file; nil when it has none.
    let titles: [String]?

    /// - Parameter declared: the row that the source says, 0 for none; nil to look for it.
    init?(records: [[String]], declared: Int?) {
        if let declared {
            guard (0...records.count).contains(declared) else { return nil }
            row = declared
        } else {
            guard let found = Self.detected(in: records) else { return nil }
            row = found
        }
        let width = records.dropFirst(max(0, row - 1)).prefix(50).map(\.count).max() ?? 1
        titles = row == 0 ? nil : records[row - 1]
        names = row == 0 ? ColumnNames.unique(Array(repeating: "", count: width)) : ColumnNames.unique(records[row - 1])
    }

    /// Titles fill most columns of the table; what stands above them (a title, a note) fills one or two cells.
    private static func detected(in records: [[String]]) -> Int? {
        let filled = records.map { cells in cells.filter { !$0.allSatisfy(\.isWhitespace) }.count }
        let sorted = filled.filter { $0 > 0 }.sorted()
        guard let usual = sorted.isEmpty ? nil : sorted[sorted.count / 2] else { return nil }
        let needed = max(1, (usual + 1) / 2)
        return (filled.firstIndex { $0 >= needed && ($0 > 1 || usual <= 1) } ?? 0) + 1
    }
}

/// Names that columns can bear.
enum ColumnNames {
    /// Trims, joins broken lines, names what has no name after its position, and numbers repetitions: `Nom`, `Nom (2)`.
    /// The names of the provenance are taken.
    static func unique(_ titles: [String]) -> [String] {
        // The engine compares names without case: `nom` and `Nom` are one column to it.
        var taken = Set(Relation.provenance.map { $0.name.lowercased() })
        return titles.enumerated().map { index, title in
            let words = title.split(whereSeparator: { $0.isWhitespace || $0.isNewline || $0 == "\u{FEFF}" || $0 == "\0" })
            let name = words.isEmpty ? "colonne_\(index + 1)" : words.joined(separator: " ")
            let candidates = [name] + (2...titles.count + 2).map { "\(name) (\($0))" }
            let free = candidates.first { !taken.contains($0.lowercased()) } ?? name
            taken.insert(free.lowercased())
            return free
        }
    }
}
