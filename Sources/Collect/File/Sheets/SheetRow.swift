/// One row of a sheet: the cells that hold a value, their text in one block of bytes.
struct SheetRow {
    /// A value. Columns count from 1.
    struct Cell {
        let column: Int
        let start: Int
        let end: Int
        /// Whether the sheet holds a text there: not a number, a date or a truth value.
        let isText: Bool
    }

    /// The largest sheet of Excel: 1,048,576 rows, 16,384 columns.
    static let lastRow = 1 << 20
    static let lastColumn = 1 << 14

    /// The number of the row in the spreadsheet, from 1.
    var number = 0
    var isHidden = false
    /// How many of its cells are in error.
    var errors = 0
    private(set) var cells: [Cell] = []
    var bytes: [UInt8] = []

    /// Starts another row in the same memory.
    mutating func restart(number: Int, isHidden: Bool) {
        self.number = number
        self.isHidden = isHidden
        errors = 0
        cells.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Makes a cell of the bytes appended since `start`; an empty one is none.
    mutating func endCell(column: Int, from start: Int, isText: Bool) {
        guard bytes.count > start else { return }
        cells.append(Cell(column: column, start: start, end: bytes.count, isText: isText))
    }

    /// The text of a cell.
    func text(_ cell: Cell) -> String { String(decoding: bytes[cell.start..<cell.end], as: UTF8.self) }
}
