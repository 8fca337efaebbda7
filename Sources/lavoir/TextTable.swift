/// Rows and columns for a terminal.
struct TextTable {
    private let titles: [String]
    private let rows: [[String]]
    private static let widest = 60

    init(_ titles: [String], _ rows: [[String]]) {
        self.titles = titles
        self.rows = rows.map { $0.map { Self.cut($0.replacing("\n", with: " ")) } }
    }

    var text: String {
        let widths = titles.indices.map { index in ([titles] + rows).map { $0[index].count }.max() ?? 0 }
        let lines = ([titles] + [widths.map { String(repeating: "─", count: $0) }] + rows).map { cells in
            let padded = zip(cells, widths).map { cell, width in cell + String(repeating: " ", count: max(0, width - cell.count))
            }
            var line = Substring(padded.joined(separator: "  "))
            while line.last == " " { line.removeLast() }
            return String(line)
        }
        return lines.joined(separator: "\n")
    }

    private static func cut(_ cell: String) -> String {
        cell.count > widest ? cell.prefix(widest - 1) + "…" : cell
    }
}
