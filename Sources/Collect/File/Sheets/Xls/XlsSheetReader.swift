internal import Foundation

/// Reads the records of one sheet of an XLS workbook ([MS-XLS] 2.1.7.20.5) and hands over its rows that hold a value, in their
/// order. Cells are sorted first: not every program writes them row after row.
struct XlsSheetReader {
    private struct Cell {
        let row: Int
        let column: Int
        let start: Int
        let end: Int
        let isText: Bool
    }

    /// A text that a formula gives comes in a record of its own.
    private typealias Pending = (row: Int, column: Int)

    private(set) var tally = SheetTally()
    private let globals: XlsGlobals
    private let dates: CellDate
    private var cells: [Cell] = []
    private var bytes: [UInt8] = []
    private var hiddenRows: Set<Int> = []
    private var errors: [Int: Int] = [:]
    private var pending: Pending?
    private var depth = 0

    init(_ globals: XlsGlobals) {
        self.globals = globals
        dates = CellDate(from1904: globals.from1904)
    }

    /// Reads the records from `start` to the end of the sheet.
    /// - Throws: `CompoundFile.Damaged` when the end is missing, or what `take` throws.
    mutating func read(_ stream: [UInt8], from start: Int, _ take: (SheetRow) throws -> Void) throws {
        for record in BiffRecords(stream, from: start) {
            if record.kind == .begin { depth += 1 }
            if record.kind == .end { depth -= 1 }
            if depth == 0 { break }
            // A chart inside the sheet has records of its own.
            if depth == 1 { read(record) }
        }
        guard depth == 0 else { throw CompoundFile.Damaged(detail: "EOF") }
        try handOver(take)
    }

    private mutating func read(_ record: BiffRecords.Record) {
        let body = record.body
        let row = body.short(0), column = body.short(2), style = body.short(4)
        switch record.kind {
        case .number: append(body.double(6), row, column, style)
        case .shortNumber: append(Self.short(body.word(6)), row, column, style)
        case .manyNumbers:
            for index in 0..<max(0, (body.count - 6) / 6) {
                append(Self.short(body.word(6 + 6 * index)), row, column + index, body.short(4 + 6 * index))
            }
        case .sharedText:
            let number = body.word(6)
            if globals.texts.indices.contains(number) { append(globals.texts[number][...], row, column, isText: true) }
        case .text, .richText: append(text(record, at: 6)[...], row, column, isText: true)
        case .boolean: append(boolean: body.byte(6), isError: body.byte(7) != 0, row, column)
        case .formula: readFormula(body, row, column, style)
        case .formulaText:
            if let pending { append(text(record, at: 0)[...], pending.row, pending.column, isText: true) }
            pending = nil
        case .row: if body.short(12) & 0x20 != 0 { hiddenRows.insert(row) }
        case .columnFormat:
            if body.short(8) & 1 != 0, row <= column { tally.hiddenColumns.append((row + 1)...(column + 1)) }
        case .merged: readMerged(body)
        default: break
        }
    }

    /// A formula by the value that was saved with it ([MS-XLS] 2.5.133).
    private mutating func readFormula(_ body: LittleEndian, _ row: Int, _ column: Int, _ style: Int) {
        tally.formulas += 1
        guard body.short(12) == 0xFFFF else { return append(body.double(6), row, column, style) }
        switch body.byte(6) {
        case 0: pending = (row, column)
        case 1, 2: append(boolean: body.byte(8), isError: body.byte(6) == 2, row, column)
        default: break
        }
    }

    private mutating func readMerged(_ body: LittleEndian) {
        for index in 0..<min(body.short(0), max(0, (body.count - 2) / 8)) {
            let at = 2 + 8 * index
            let rows = (body.short(at), body.short(at + 2)), columns = (body.short(at + 4), body.short(at + 6))
            guard rows.0 <= rows.1, columns.0 <= columns.1, tally.merged.count < SheetTally.rangeLimit else { continue }
            tally.merged.append(
                MergedRange(rows: (rows.0 + 1)...(rows.1 + 1), columns: (columns.0 + 1)...(columns.1 + 1)))
        }
    }

    private func text(_ record: BiffRecords.Record, at offset: Int) -> [UInt8] {
        let body = record.body
        guard globals.isUnicode else { return globals.decoded(body.part(offset + 2, body.short(offset))) }
        var text = BiffText(record.parts, skipping: offset)
        return text.next(lengthBytes: 2)
    }

    /// A number in four bytes: the high half of a double, or a whole number, perhaps a hundred times too large
    /// ([MS-XLS] 2.5.217).
    private static func short(_ word: Int) -> Double {
        let value =
            word & 2 != 0
            ? Double(Int32(truncatingIfNeeded: word) >> 2) : Double(bitPattern: UInt64(word & 0xFFFF_FFFC) << 32)
        return word & 1 != 0 ? value / 100 : value
    }

    private mutating func append(_ number: Double, _ row: Int, _ column: Int, _ style: Int) {
        let kind = globals.kind(style: style)
        let start = bytes.count
        if kind != .number, let date = dates.text(number, as: kind) {
            bytes += Array(date.utf8)
        } else {
            CellText.appendNumber(Array("\(number)".utf8), to: &bytes)
        }
        end(row, column, from: start, isText: false)
    }

    private mutating func append(_ text: ArraySlice<UInt8>, _ row: Int, _ column: Int, isText: Bool) {
        let start = bytes.count
        bytes += text
        end(row, column, from: start, isText: isText)
    }

    private static let errorTexts = [
        0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    ]

    private mutating func append(boolean value: Int, isError: Bool, _ row: Int, _ column: Int) {
        errors[row, default: 0] += isError ? 1 : 0
        let text = isError ? Self.errorTexts[value] ?? "#N/A" : value == 0 ? "false" : "true"
        append(Array(text.utf8)[...], row, column, isText: false)
    }

    private mutating func end(_ row: Int, _ column: Int, from start: Int, isText: Bool) {
        guard bytes.count > start, column < SheetRow.lastColumn else { return }
        cells.append(Cell(row: row, column: column, start: start, end: bytes.count, isText: isText))
    }

    private mutating func handOver(_ take: (SheetRow) throws -> Void) throws {
        cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        var row = SheetRow()
        for cell in cells {
            if row.number != cell.row + 1 {
                if !row.cells.isEmpty { try take(row) }
                row.restart(number: cell.row + 1, isHidden: hiddenRows.contains(cell.row))
                row.errors = errors[cell.row] ?? 0
            }
            let start = row.bytes.count
            row.bytes += bytes[cell.start..<cell.end]
            row.endCell(column: cell.column + 1, from: start, isText: cell.isText)
        }
        if !row.cells.isEmpty { try take(row) }
    }
}
