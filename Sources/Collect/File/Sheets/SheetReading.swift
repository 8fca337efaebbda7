internal import DuckDB
internal import Territory

/// Reads the sheets that a source means out of a workbook of any format, as text, without losing a digit.
///
/// A reader of our own rather than the engine's `read_xlsx`: that one takes a title line for the only header, gives dates as
/// serial numbers, and cannot tell which row of the sheet a row came from.
struct SheetReading {
    /// Where the rows go.
    struct Destination {
        /// The name of the table to make; several sheets number theirs.
        let table: String
        let work: WorkArea
        let connection: Connection
    }

    let workbook: any Workbook
    let options: SheetOptions
    let destination: Destination

    /// - Throws: `collect.unreadable-file`, `collect.file-too-large`, `collect.sheet-not-found`, `collect.no-header`.
    func tables() throws -> [SheetTable] {
        let (sheets, isUnion) = try options.sheet.sheets(of: workbook)
        if options.sheet == .detect { return [try detected(among: sheets)] }
        return try sheets.enumerated().map { index, sheet in
            let name = isUnion ? "\(destination.table)_\(index)" : destination.table
            return try table(sheet, into: name, source: isUnion ? "\(workbook.subject)#\(sheet.name)" : workbook.subject)
        }
    }

    /// The sheets as one relation.
    func collect() throws -> Collected {
        Union.byName(
            try tables().map { table in
                Collected(
                    relation: table.relation, notes: table.notes, layouts: [table.layout(among: workbook.sheets)],
                    titles: table.titles)
            })
    }

    private func detected(among all: [Sheet]) throws -> SheetTable {
        let visible = all.filter { !$0.isHidden }
        let sheets = visible.isEmpty ? all : visible
        let probes = sheets.count > 1 ? try sheets.map { try SheetProbe($0, of: workbook, header: options.header) } : []
        guard let best = SheetProbe.best(of: probes) else { return try first(of: sheets) }
        let notes = SheetMessages.sheetDetected(best, among: probes)
        return try table(best.sheet, into: destination.table, source: workbook.subject, notes: notes)
    }

    /// No sheet looks like a table: the first that holds something is read all the same.
    private func first(of sheets: [Sheet]) throws -> SheetTable {
        for sheet in sheets {
            do {
                let notes = sheets.count > 1 ? [SheetMessages.sheetSupposed(sheet)] : []
                return try table(sheet, into: destination.table, source: workbook.subject, notes: notes)
            } catch is SheetIntake.NoTable {}
        }
        throw CollectFault(.unreadable, subject: workbook.subject, ["reason": SheetMessages.noTable])
    }

    private func table(_ sheet: Sheet, into name: String, source: String, notes: [Bilingual] = []) throws -> SheetTable {
        let intake = SheetIntake(header: options.header, into: name, of: destination, subject: workbook.subject)
        let tally = try workbook.read(sheet) { try intake.take($0) }
        do {
            let grid = try intake.finish()
            if options.fillsMerged {
                try MergedCells(table: name, columns: Set(grid.columns), destination: destination).fill(tally.merged)
            }
            return SheetTable(sheet, intake, grid, tally, fillsMerged: options.fillsMerged, source: source, first: notes)
        } catch is SheetIntake.NoTable where options.sheet != .detect {
            throw CollectFault(.unreadable, subject: workbook.subject, ["reason": SheetMessages.emptySheet(sheet.name)])
        }
    }
}
