/// Rows and columns for a terminal.
struct TextTable {
    private let titles: [String]
    private let rows: [[String]]

    /// - Parameter widest: characters shown of a cell or of a title.
    init(_ titles: [String], _ rows: [[String]], widest: Int = 60) {
        func cut(_ cell: String) -> String { cell.count > widest ? cell.prefix(widest - 1) + "…" : cell }
        self.titles = titles.map(cut)
        self.rows = rows.map { $0.map { cut($0.replacing("\n", with: " ")) } }
    }

    var text: String {
        let lines = ([titles] + [widths.map { String(repeating: "─", count: $0) }] + rows).map { cells in
            let padded = zip(cells, widths).map { cell, width in cell + String(repeating: " ", count: max(0, width - cell.count))
            }
            var line = Substring(padded.joined(separator: "  "))
            while line.last == " " { line.removeLast() }
            return String(line)
        }
        return lines.joined(separator: "\n")
    }

    private var widths: [Int] {
        titles.indices.map { index in ([titles] + rows).map { $0[index].count }.max() ?? 0 }
    }

    /// The first columns that a line of so many characters can hold, at least one, and always the last `keeping` ones.
    /// - Returns: the narrower table, and how many columns it leaves out.
    func fitting(_ width: Int, keeping: Int) -> (table: TextTable, left: Int) {
        let widths = widths.map { $0 + 2 }
        let free = titles.count - keeping
        var room = width + 2 - widths.suffix(keeping).reduce(0, +)
        var shown = 0
        while shown < free, shown == 0 || widths[shown] <= room {
            room -= widths[shown]
            shown += 1
        }
        func cut(_ cells: [String]) -> [String] { Array(cells[..<shown] + cells[free...]) }
        return (TextTable(cut(titles), rows.map(cut)), free - shown)
    }
}
