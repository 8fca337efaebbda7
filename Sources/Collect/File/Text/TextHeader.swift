internal import DuckDB
internal import Foundation

/// The titles of a text file, found or told.
struct TextHeader {
    /// The rows that hold titles, counted from 1; none when the file has none.
    let titleRows: [Int]
    /// Rows up to this one are no data.
    let skipped: Int
    /// The names of the columns: trimmed, never empty, never twice the same.
    let names: [String]
    /// How many columns at the end have no title.
    let untitled: Int
    /// The titles as they stand in the file; nil when it has none.
    let titles: [String]?

    /// - Parameter records: the first rows of the file, an empty one for a blank line or a comment.
    init?(records: [[String]], choice: HeaderChoice) {
        switch choice {
        case .absent: (titleRows, skipped) = ([], 0)
        case .rows(let rows):
            guard rows.allSatisfy({ (1...max(1, records.count)).contains($0) }), !records.isEmpty else { return nil }
            (titleRows, skipped) = (rows, rows.last ?? 0)
        case .detect:
            guard let found = Self.detected(in: records) else { return nil }
            switch found {
            case .titles(let row, _): (titleRows, skipped) = ([row], row)
            case .absent(let row): (titleRows, skipped) = ([], row - 1)
            }
        }
        let titles = Self.titles(titleRows.map { records[$0 - 1] })
        let width = records.dropFirst(skipped).prefix(50).map(\.count).max() ?? 1
        names = ColumnNames.unique(titleRows.isEmpty ? Array(repeating: "", count: width) : titles)
        untitled = titleRows.isEmpty ? 0 : titles.reversed().prefix { $0.allSatisfy { $0.isWhitespace } }.count
        self.titles = titleRows.isEmpty ? nil : titles
    }

    /// Names that are told, above data that start after some rows.
    init(names: [String], skipped: Int) {
        self.names = ColumnNames.unique(names)
        self.skipped = skipped
        titleRows = skipped == 0 ? [] : [skipped]
        untitled = 0
        titles = nil
    }

    /// One title for each column of the rows of titles.
    static func titles(_ rows: [[String]]) -> [String] {
        guard rows.count > 1 else { return rows.first ?? [] }
        let levels = rows.map { row in
            let titles = row.enumerated().filter { !$0.element.allSatisfy(\.isWhitespace) }
            return HeaderLevels.Level(titles: Dictionary(uniqueKeysWithValues: titles.map { ($0.offset, $0.element) }))
        }
        let titles = HeaderLevels.joined(levels)
        return (0..<max(rows.last?.count ?? 0, (titles.keys.max() ?? -1) + 1)).map { titles[$0] ?? "" }
    }

    /// Titles fill more than half of the columns; what stands above them (a title, a note, a level of titles) fills fewer. A row of figures
    /// above figures is no row of titles, and then there is none.
    private static func detected(in records: [[String]]) -> HeaderDetection.Header? {
        let filled = records.map { cells in cells.filter { !$0.allSatisfy(\.isWhitespace) }.count }
        let sorted = filled.filter { $0 > 0 }.sorted()
        guard let usual = sorted.isEmpty ? nil : sorted[sorted.count / 2] else { return nil }
        let needed = usual / 2 + 1
        let row = filled.firstIndex { $0 >= needed && ($0 > 1 || usual <= 1) } ?? 0
        let lines = records.dropFirst(row).enumerated().map { index, cells in
            HeaderDetection.Line(
                number: row + index + 1,
                cells: Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($0.offset, $0.element) }))
        }
        return HeaderDetection.looksLikeData(lines, 0) ? .absent(from: row + 1) : .titles(row: row + 1, isCertain: true)
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
