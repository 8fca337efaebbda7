internal import Territory

/// A sheet of cells. `number` counts all tabs, charts included.
struct Sheet: Sendable, Hashable {
    let name: String
    let isHidden: Bool
    let number: Int
}

/// A workbook of any format: its sheets, and their rows as a stream.
protocol Workbook {
    /// What people know the file by.
    var subject: String { get }
    /// The sheets in the order of their tabs.
    var sheets: [Sheet] { get }

    /// Hands over the rows of a sheet that hold a value, in their order. What `take` throws ends the reading and comes out.
    func read(_ sheet: Sheet, _ take: @escaping (SheetRow) throws -> Void) throws -> SheetTally
}

/// What a sheet holds besides values.
struct SheetTally {
    /// More ranges than this are no table.
    static let rangeLimit = 1_000_000

    var merged: [MergedRange] = []
    var hiddenColumns: [ClosedRange<Int>] = []
    var formulas = 0
    var formulasWithoutValue = 0
}

/// Cells shown as one; the value stands in the first.
struct MergedRange: Hashable {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
}
