internal import DuckDB
internal import Foundation
internal import Territory

/// The rows of a sheet in an engine table: `_row`, then `c5` for the sheet's column 5, for each column that ever held a value.
///
/// The table grows when a column shows up late: one pass over the sheet, one write per cell. Cells in long form with a PIVOT
/// afterwards were measured at 0.15 s and 120 MB more per 800,000 cells; a pass for the width alone reads the whole XML twice.
/// A lone value in the last column of the sheet makes one more column here, not 16,384.
final class GridTable {
    private static let cellLimit = 300_000_000

    private(set) var rows = 0
    private(set) var hiddenRows = 0
    private(set) var errors = 0
    private let name: String
    private let work: WorkArea
    private let connection: Connection
    private let tooLarge: CollectFault
    private var appender: Appender
    /// The sheet columns that have a place, in the order they came.
    private(set) var columns: [Int]
    /// The place of a sheet column in `columns`, -1 when it has none.
    private var places = [Int](repeating: -1, count: SheetRow.lastColumn + 1)
    /// The cell of the current row at each place, -1 for none.
    private var cells: [Int]
    private var isFilled: [Bool]
    private var lastRow = 0

    /// Makes the table with the columns that are known already.
    init(_ name: String, columns: Set<Int>, work: WorkArea, _ connection: Connection, subject: String) throws {
        self.name = name
        self.work = work
        self.connection = connection
        self.columns = columns.sorted()
        tooLarge = CollectFault(.tooLarge, subject: subject, ["limit": SheetMessages.cellLimit])
        isFilled = [Bool](repeating: false, count: columns.count)
        cells = [Int](repeating: -1, count: columns.count)
        for (place, column) in self.columns.enumerated() { places[column] = place }
        let definitions = ["_row BIGINT"] + self.columns.map { "c\($0) VARCHAR" }
        try connection.execute("CREATE TABLE \(work.table(name)) (\(definitions.joined(separator: ", ")))")
        appender = try work.appender(to: name, on: connection)
    }

    /// The sheet columns that hold a value.
    var filled: Set<Int> { Set(columns.indices.filter { isFilled[$0] }.map { columns[$0] }) }

    /// Appends a row, and the empty ones between it and the one before.
    func append(_ row: SheetRow) throws {
        let places = places
        if row.cells.contains(where: { places[$0.column] < 0 }) { try grow(row) }
        if rows > 0 { while lastRow + 1 < row.number { try appendEmpty(lastRow + 1) } }
        hiddenRows += row.isHidden ? 1 : 0
        errors += row.errors
        try appendCells(row)
        try endRow(row.number)
    }

    private func appendCells(_ row: SheetRow) throws {
        // Each property is looked at once for a row: every look at a property of a class costs a check.
        let appender = appender, places = places, rowCells = row.cells
        try appender.append(Int64(row.number))
        try cells.withUnsafeMutableBufferPointer { cells in
            for index in rowCells.indices { cells[places[rowCells[index].column]] = index }
            try isFilled.withUnsafeMutableBufferPointer { isFilled in
                try row.bytes.withUnsafeBufferPointer { bytes in
                    for place in cells.indices {
                        let index = cells[place]
                        guard index >= 0 else {
                            try appender.appendNull()
                            continue
                        }
                        let cell = rowCells[index]
                        try appender.append(utf8: UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end]))
                        cells[place] = -1
                        isFilled[place] = true
                    }
                }
            }
        }
    }

    /// Writes what is pending.
    func close() throws { try appender.close() }

    private func appendEmpty(_ number: Int) throws {
        try appender.append(Int64(number))
        for _ in columns { try appender.appendNull() }
        try endRow(number)
    }

    private func endRow(_ number: Int) throws {
        try appender.endRow()
        lastRow = number
        rows += 1
        if rows > Self.cellLimit / (columns.count + 1) { throw tooLarge }
    }

    private func grow(_ row: SheetRow) throws {
        try appender.close()
        for column in row.cells.map(\.column) where places[column] < 0 {
            try connection.execute("ALTER TABLE \(work.table(name)) ADD COLUMN c\(column) VARCHAR")
            places[column] = columns.count
            columns.append(column)
            cells.append(-1)
            isFilled.append(false)
        }
        appender = try work.appender(to: name, on: connection)
    }
}
