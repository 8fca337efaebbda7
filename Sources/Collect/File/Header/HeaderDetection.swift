/// Finds the row of column titles among the first rows of a table.
///
/// It is the first row with two titles or more that is as wide as what follows. Titles of the sheet (one cell), lines of
/// `name: value` and upper levels of a header ("2023" over three columns) are narrower than the table, so they are passed.
enum HeaderDetection {
    /// A row that holds something: what its cells look like, by column.
    struct Line {
        let number: Int
        let kinds: [Int: CellKind]

        init(number: Int, cells: [Int: String]) {
            self.number = number
            kinds = cells.mapValues { CellKind($0) }.filter { $0.value != .empty }
        }

        /// Texts; years as well, beside texts.
        fileprivate var titles: Int {
            let texts = kinds.values.count { $0 == .text }
            return texts == 0 ? 0 : texts + kinds.values.count { $0 == .year }
        }
    }

    /// What was found.
    enum Header: Hashable {
        case titles(row: Int, isCertain: Bool)
        /// There are no titles: the data start at this row.
        case absent(from: Int)
    }

    /// How many rows with values are looked at.
    static let rows = 50
    /// How many rows after a candidate tell the width of the table.
    private static let following = 10

    /// The header of a sheet; nothing when there is no row at all.
    static func header(in lines: [Line]) -> Header? {
        if let index = lines.indices.first(where: { looksLikeHeader(lines, $0) }) {
            return .titles(row: lines[index].number, isCertain: true)
        }
        guard let index = lines.firstIndex(where: { $0.kinds.count > 1 }) ?? lines.indices.first else { return nil }
        let row = lines[index].number
        return looksLikeData(lines, index) ? .absent(from: row) : .titles(row: row, isCertain: false)
    }

    private static func looksLikeHeader(_ lines: [Line], _ index: Int) -> Bool {
        let columns = Set(lines[index].kinds.keys)
        let after = lines[(index + 1)...].prefix(following).map { Set($0.kinds.keys) }
        guard lines[index].titles >= 2, let next = after.first, !looksLikeData(lines, index) else { return false }
        let widths = after.map(\.count).sorted()
        // Most of the next rows are less than twice as wide as the candidate, and one of the nearest fills a third of its columns.
        let isWide = columns.count * 2 > widths[widths.count / 2]
        let isFilled = after.prefix(5).contains { $0.intersection(columns).count * 3 >= columns.count }
        return isWide && (isFilled || next.count >= columns.count)
    }

    /// Whether a row is no title at all: it holds numbers or dates above numbers or dates, and nowhere a text above them.
    /// Figures that count up (`1`, `2`, `3`) are titles too.
    static func looksLikeData(_ lines: [Line], _ index: Int) -> Bool {
        let after = lines[(index + 1)...].prefix(following * 2)
        var figures = 0
        for (column, kind) in lines[index].kinds {
            let below = after.compactMap { $0.kinds[column] }
            guard !below.isEmpty, below.count(where: { $0.isFigure || $0 == .year }) * 2 > below.count else { continue }
            if kind == .text { return false }
            figures += kind.isFigure && below.contains(kind) ? 1 : 0
        }
        return figures > 0
    }
}
