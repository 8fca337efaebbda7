/// Finds the row of column titles among the first rows of a sheet.
///
/// It is the first row with two titles or more that is as wide as what follows. Titles of the sheet (one cell), lines of
/// `name: value` and upper levels of a header ("2023" over three columns) are narrower than the table, so they are passed.
struct HeaderDetection {
    /// How many rows with values are looked at.
    static let rows = 50
    /// How many rows after a candidate tell the width of the table.
    private static let following = 10

    /// The number of the header row, and whether it looks like one or is only supposed.
    static func header(in rows: [SheetRow]) -> (row: Int, isCertain: Bool)? {
        if let index = rows.indices.first(where: { looksLikeHeader(rows, $0) }) { return (rows[index].number, true) }
        return (rows.first { $0.filledColumns.count > 1 } ?? rows.first).map { ($0.number, false) }
    }

    private static func looksLikeHeader(_ rows: [SheetRow], _ index: Int) -> Bool {
        let columns = rows[index].filledColumns
        let after = rows[(index + 1)...].prefix(following).map(\.filledColumns)
        guard rows[index].titles >= 2, let next = after.first else { return false }
        let widths = after.map(\.count).sorted()
        // Most of the next rows are no wider than twice the candidate, and one of the nearest fills half of its columns.
        let isWide = columns.count * 2 >= widths[widths.count / 2]
        let isFilled = after.prefix(5).contains { $0.intersection(columns).count * 2 >= columns.count }
        return isWide && (isFilled || next.count >= columns.count)
    }
}

extension SheetRow {
    /// The columns that hold more than spaces.
    fileprivate var filledColumns: Set<Int> {
        Set(cells.filter { cell in bytes[cell.start..<cell.end].contains { $0 > 0x20 } }.map(\.column))
    }

    /// How many cells are texts with a letter in them.
    fileprivate var titles: Int {
        cells.filter { $0.isText && text($0).contains(where: \.isLetter) }.count
    }
}
