internal import Foundation

/// Reads the XML of one sheet and hands over its rows that hold a value, in their order. What surrounds the rows is counted.
/// The `dimension` element is ignored: programs leave it wrong or out.
///
/// A value whose state changes in place: `SheetListener` lends it to the parser. As a class, each look at each property was
/// checked for exclusive access, a tenth of the time of a sheet.
struct XlsxSheetReader: SheetParser {
    private enum Mark { case row, cell, value, phonetic, other }
    private enum CellType { case number, shared, text, boolean, error, date }

    /// Excel holds 32,767 characters in a cell; a hand-made file may not fill the memory with one.
    private static let valueLimit = 16 << 20

    private(set) var tally = SheetTally()
    private let strings: SharedStrings
    private let styles: XlsxStyles
    private let dates: CellDate
    private let beyondTheGrid: CollectFault
    private let tooLong: CollectFault
    private let tooManyRanges: CollectFault
    private let take: (SheetRow) throws -> Void

    private var open: [Mark] = []
    private var row = SheetRow()
    private var column = 0
    private var type = CellType.number
    private var style = 0
    private var isFormula = false
    private var value: [UInt8] = []

    init(_ workbook: XlsxWorkbook, _ take: @escaping (SheetRow) throws -> Void) {
        strings = workbook.strings
        styles = workbook.styles
        dates = CellDate(from1904: workbook.from1904)
        beyondTheGrid = workbook.archive.unreadable(SheetMessages.beyondTheGrid)
        tooLong = CollectFault(.tooLarge, subject: workbook.archive.subject, ["limit": SheetMessages.valueLimit])
        tooManyRanges = CollectFault(
            .tooLarge, subject: workbook.archive.subject, ["limit": SheetMessages.rangeLimit])
        self.take = take
    }

    mutating func start(_ element: XMLStream.Element) throws {
        let mark = open.last
        switch element.name {
        case "c" where mark == .row: try startCell(element)
        case "v" where mark == .cell: open.append(.value)
        case "f" where mark == .cell:
            isFormula = true
            open.append(.other)
        case "t" where open.contains(.cell) && !open.contains(.phonetic): open.append(.value)
        case "rPh": open.append(.phonetic)
        case "row": try startRow(element)
        default:
            try count(element)
            open.append(.other)
        }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard open.last == .value else { return }
        value.append(contentsOf: bytes)
        guard value.count <= Self.valueLimit else { throw tooLong }
    }

    mutating func end() throws {
        switch open.popLast() {
        case .cell: endCell()
        case .row: if !row.cells.isEmpty { try take(row) }
        default: break
        }
    }

    private mutating func count(_ element: XMLStream.Element) throws {
        if element.name == "mergeCell", let range = element["ref"].flatMap(Self.range) {
            guard tally.merged.count < SheetTally.rangeLimit else { throw tooManyRanges }
            tally.merged.append(range)
        } else if element.name == "col", element.isTrue("hidden"), let first = element["min"].flatMap({ Int($0) }),
            let last = element["max"].flatMap({ Int($0) }), first <= last
        {
            tally.hiddenColumns.append(first...last)
        }
    }

    private mutating func startRow(_ element: XMLStream.Element) throws {
        let number = element.bytes("r").map(Self.number) ?? row.number + 1
        guard (1...SheetRow.lastRow).contains(number) else { throw beyondTheGrid }
        row.restart(number: number, isHidden: element.isTrue("hidden"))
        column = 0
        open.append(.row)
    }

    private mutating func startCell(_ element: XMLStream.Element) throws {
        column = element.bytes("r").map(Self.column) ?? column + 1
        guard (1...SheetRow.lastColumn).contains(column) else { throw beyondTheGrid }
        style = element.bytes("s").map(Self.number) ?? 0
        type = element.bytes("t").map(Self.type) ?? .number
        isFormula = false
        value.removeAll(keepingCapacity: true)
        open.append(.cell)
    }

    private mutating func endCell() {
        if isFormula {
            tally.formulas += value.isEmpty ? 0 : 1
            tally.formulasWithoutValue += value.isEmpty && type != .text ? 1 : 0
        }
        guard !value.isEmpty else { return }
        let start = row.bytes.count
        switch type {
        case .number: appendNumber()
        case .shared: row.bytes.append(contentsOf: strings[value.withUnsafeBufferPointer(Self.number)])
        case .text: appendText(from: start)
        case .boolean: row.bytes.append(contentsOf: Array((value == [UInt8(ascii: "0")] ? "false" : "true").utf8))
        case .date: row.bytes.append(contentsOf: Array(CellDate.text(iso: String(decoding: value, as: UTF8.self)).utf8))
        case .error:
            row.errors += 1
            row.bytes.append(contentsOf: value)
        }
        row.endCell(column: column, from: start, isText: type == .shared || type == .text)
    }

    private mutating func appendText(from start: Int) {
        row.bytes.append(contentsOf: value)
        EscapedText.resolve(&row.bytes, from: start)
    }

    private mutating func appendNumber() {
        let kind = styles[style]
        if kind != .number, let serial = Double(String(decoding: value, as: UTF8.self)),
            let text = dates.text(serial, as: kind)
        {
            row.bytes.append(contentsOf: Array(text.utf8))
        } else {
            CellText.appendNumber(value, to: &row.bytes)
        }
    }

    /// The range of a reference such as `B5:N5`.
    private static func range(_ reference: String) -> MergedRange? {
        let ends = reference.split(separator: ":").map { end in
            (column: Array(end.utf8).withUnsafeBufferPointer(column), row: Int(end.drop { !$0.isNumber }) ?? 0)
        }
        guard let first = ends.first, let last = ends.last, first.column > 0, first.row > 0, first.column <= last.column,
            first.row <= last.row, last.column <= SheetRow.lastColumn, last.row <= SheetRow.lastRow
        else { return nil }
        return MergedRange(rows: first.row...last.row, columns: first.column...last.column)
    }

    /// A whole number without sign; -1 when it is none, or larger than any in a sheet.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard (1...10).contains(bytes.count) else { return -1 }
        var number = 0
        for byte in bytes {
            guard byte &- 0x30 < 10 else { return -1 }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }

    private static func type(_ bytes: UnsafeBufferPointer<UInt8>) -> CellType {
        switch (bytes.first, bytes.count) {
        case (UInt8(ascii: "s"), 1): .shared
        case (UInt8(ascii: "s"), 3), (UInt8(ascii: "i"), 9): .text
        case (UInt8(ascii: "b"), 1): .boolean
        case (UInt8(ascii: "e"), 1): .error
        case (UInt8(ascii: "d"), 1): .date
        default: .number
        }
    }

    /// The column of a reference: 28 for `AB12`; 0 when there is none.
    private static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int {
        var column = 0
        for byte in reference {
            let letter = Int(byte | 0x20) - 0x60
            guard (1...26).contains(letter), column <= SheetRow.lastColumn else { break }
            column = column * 26 + letter
        }
        return column
    }
}

extension XMLStream.Element {
    /// Whether a truth value is given and true: `1` or `true`.
    func isTrue(_ attribute: StaticString) -> Bool {
        bytes(attribute).map { $0.elementsEqual("1".utf8) || $0.elementsEqual("true".utf8) } ?? false
    }
}
