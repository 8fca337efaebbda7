internal import DuckDB
internal import Foundation
internal import Territory

/// Which sheet of a workbook to read.
enum SheetChoice: Sendable {
    case name(String)
    /// Its number among the tabs, from 1.
    case number(Int)
    /// The first visible sheet with a header and at least two rows.
    case detect
}

/// Reads an XLSX workbook as text, without losing a digit.
///
/// A reader of our own rather than the engine's `read_xlsx`: that one takes a title line for the only header, gives dates as
/// serial numbers, and cannot tell which row of the sheet a row came from.
struct XlsxReader: Sendable {
    /// A sheet of cells. `number` counts all tabs, charts included.
    struct Sheet: Sendable, Hashable {
        let name: String
        let isHidden: Bool
        let number: Int
        let part: String
    }

    private let file: URL

    init(file: URL) {
        self.file = file
    }

    /// The sheets in the order of their tabs.
    /// - Throws: `collect.unreadable-file`, `collect.unknown-format`, `collect.file-too-large`.
    func sheets() throws -> [Sheet] {
        try XlsxWorkbook(file, subject: file.lastPathComponent).sheets
    }

    /// Streams one sheet into a table of the engine.
    /// - Parameters:
    ///   - header: the row of the column titles as the spreadsheet counts; detected when absent.
    ///   - source: what `_source` says; also the subject of faults.
    ///   - table: the name of the table to make in the work area.
    /// - Throws: as `sheets`, and `collect.sheet-not-found`, `collect.no-header`.
    func read(
        sheet choice: SheetChoice, header: Int?, source: String, into table: String, work: WorkArea, _ connection: Connection
    ) throws -> XlsxTable {
        let workbook = try XlsxWorkbook(file, subject: source)
        let candidates = try workbook.sheets(choice)
        try workbook.load()
        let destination = XlsxIntake.Destination(table: table, work: work, connection: connection)
        for isStrict in candidates.count > 1 ? [true, false] : [false] {
            for sheet in candidates {
                let intake = XlsxIntake(header: header, isStrict: isStrict, into: destination, subject: source)
                let reader = XlsxSheetReader(workbook) { try intake.take($0) }
                do {
                    try workbook.archive.read(sheet.part, reader)
                    let grid = try intake.finish()
                    return XlsxTable(sheet, of: workbook, choice, intake, grid, reader.tally, destination, source)
                } catch is XlsxIntake.NoTable {
                    try connection.execute("DROP TABLE IF EXISTS \(work.table(table))")
                }
            }
        }
        throw workbook.archive.unreadable(SheetMessages.noTable)
    }
}
