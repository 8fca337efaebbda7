internal import Territory

/// Reads one sheet out of the XML of an ODS workbook and hands over its rows that hold a value, in their order. Rows and cells
/// that are written once and repeated come as often as they are, empty ones cost nothing: a sheet may end with a million.
struct OdsSheetReader: SheetParser {
    static let tables = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    static let texts = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    /// Ends the reading after the sheet.
    struct Finished: Error {}

    private enum Mark { case table, row, cell, paragraph, other }

    /// What one written cell may become by repetition.
    private static let repeatLimit = 1 << 30

    private(set) var tally = SheetTally()
    private let wanted: Int
    private let subject: String
    private let take: (SheetRow) throws -> Void

    private var open: [Mark] = []
    /// How deep the reader is in something that is no part of the sheet: another sheet, a comment, a drawing.
    private var ignored = 0
    private var table = 0
    private var row = SheetRow()
    private var rowRepeat = 1
    private var nextRow = 1
    private var nextColumn = 1
    private var columns = 1
    private var cell = OdsCell()
    private var repeatedBytes = 0

    init(_ sheet: Int, subject: String, _ take: @escaping (SheetRow) throws -> Void) {
        wanted = sheet
        self.subject = subject
        self.take = take
    }

    mutating func start(_ element: XMLStream.Element) throws {
        guard ignored == 0, !isForeign(element) else { return ignored += 1 }
        switch element.name {
        case "table" where element.namespace == Self.tables: open.append(.table)
        case "table-column": startColumn(element)
        case "table-row": startRow(element)
        case "table-cell" where open.last == .row: try startCell(element, isCovered: false)
        case "covered-table-cell" where open.last == .row: try startCell(element, isCovered: true)
        case "p" where open.contains(.cell), "h" where open.contains(.cell):
            cell.startParagraph()
            open.append(.paragraph)
        default:
            if open.contains(.paragraph), !cell.appendSpace(element) { throw tooLarge(SheetMessages.valueLimit) }
            open.append(.other)
        }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard ignored == 0, open.contains(.paragraph) else { return }
        cell.append(bytes)
        guard cell.text.count <= OdsCell.limit else { throw tooLarge(SheetMessages.valueLimit) }
    }

    mutating func end() throws {
        if ignored > 0 { return ignored -= 1 }
        switch open.popLast() {
        case .cell: try endCell()
        case .row: try endRow()
        case .table: throw Finished()
        default: break
        }
    }

    /// Whether an element is no part of the sheet that is read: another sheet, a table in a cell, a comment, a drawing.
    private mutating func isForeign(_ element: XMLStream.Element) -> Bool {
        if element.name == "table", element.namespace == Self.tables {
            guard !open.contains(.table) else { return true }
            table += 1
            return table != wanted
        }
        guard open.contains(.table) else { return false }
        if open.contains(.cell) { return element.namespace != Self.texts }
        return element.namespace != Self.tables || element.name == "shapes"
    }

    private mutating func startColumn(_ element: XMLStream.Element) {
        let last = min(columns + element.count("number-columns-repeated"), SheetRow.lastColumn + 1)
        if element.isHidden, columns < last { tally.hiddenColumns.append(columns...(last - 1)) }
        columns = last
        open.append(.other)
    }

    private mutating func startRow(_ element: XMLStream.Element) {
        rowRepeat = element.count("number-rows-repeated")
        row.restart(number: nextRow, isHidden: element.isHidden)
        nextRow = min(nextRow + rowRepeat, SheetRow.lastRow + 1)
        nextColumn = 1
        open.append(.row)
    }

    private mutating func startCell(_ element: XMLStream.Element, isCovered: Bool) throws {
        cell.restart(element, column: nextColumn, isCovered: isCovered)
        nextColumn = min(nextColumn + cell.repeated, SheetRow.lastColumn + 1)
        open.append(.cell)
        guard let range = cell.range(in: row.number, of: element) else { return }
        guard tally.merged.count < SheetTally.rangeLimit else { throw tooLarge(SheetMessages.rangeLimit) }
        tally.merged.append(range)
    }

    private mutating func endCell() throws {
        let start = row.bytes.count
        cell.write(to: &row.bytes)
        let length = row.bytes.count - start
        if cell.isFormula {
            tally.formulas += length > 0 ? cell.repeated : 0
            tally.formulasWithoutValue += length == 0 && !cell.isTyped ? cell.repeated : 0
        }
        guard length > 0 else { return }
        guard row.number <= SheetRow.lastRow, cell.column + cell.repeated - 1 <= SheetRow.lastColumn else {
            throw CollectFault(.unreadable, subject: subject, ["reason": SheetMessages.beyondTheGrid])
        }
        try countRepeated(length, times: cell.repeated)
        row.errors += cell.isError ? cell.repeated : 0
        for column in cell.column..<(cell.column + cell.repeated) {
            row.endCell(column: column, from: start, isText: cell.isText)
        }
    }

    private mutating func endRow() throws {
        guard !row.cells.isEmpty else { return }
        let length = row.cells.reduce(0) { $0 + $1.end - $1.start }
        try countRepeated(length, times: min(rowRepeat, SheetRow.lastRow))
        for number in row.number..<min(row.number + min(rowRepeat, SheetRow.lastRow), SheetRow.lastRow + 1) {
            row.number = number
            try take(row)
        }
    }

    private mutating func countRepeated(_ length: Int, times: Int) throws {
        repeatedBytes += length * (times - 1)
        guard repeatedBytes <= Self.repeatLimit else { throw tooLarge(SheetMessages.repeatLimit) }
    }

    private func tooLarge(_ limit: Bilingual) -> CollectFault {
        CollectFault(.tooLarge, subject: subject, ["limit": limit])
    }
}
