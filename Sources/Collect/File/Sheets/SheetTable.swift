internal import DuckDB
internal import Territory

/// A sheet as it was read.
struct XlsxTable: Sendable {
    /// Text columns named by the header row, then `_source` and `_row`.
    let relation: Relation
    let sheet: XlsxReader.Sheet
    /// The row of the column titles, as the spreadsheet counts.
    let headerRow: Int
    let rows: Int
    /// What was detected or is worth saying.
    let notes: [Bilingual]

    /// How many data columns there are.
    var width: Int { relation.columns.count }
}

extension XlsxTable {
    init(
        _ sheet: XlsxReader.Sheet, of workbook: XlsxWorkbook, _ choice: SheetChoice, _ intake: XlsxIntake, _ grid: GridTable,
        _ tally: XlsxSheetReader.Tally, _ destination: XlsxIntake.Destination, _ source: String
    ) {
        let columns = SheetColumns.names(titles: intake.titles, filled: grid.filled)
        let cells = columns.map { "c\($0.column) AS \(identifier($0.name))" }
        let all = (cells + ["CAST(? AS VARCHAR) AS _source", "_row"]).joined(separator: ", ")
        relation = Relation(
            sql: "SELECT \(all) FROM \(destination.work.table(destination.table))", parameters: [.text(source)],
            columns: columns.map { Relation.Column($0.name) })
        self.sheet = sheet
        headerRow = intake.header?.row ?? 0
        rows = grid.rows
        let hiddenColumns = columns.filter { named in tally.hiddenColumns.contains { $0.contains(named.column) } }.count
        notes = Self.notes(sheet, workbook, choice, intake) + Self.notes(tally, grid, hiddenColumns)
    }

    /// What was chosen and why.
    private static func notes(
        _ sheet: XlsxReader.Sheet, _ workbook: XlsxWorkbook, _ choice: SheetChoice, _ intake: XlsxIntake
    ) -> [Bilingual] {
        var notes: [Bilingual] = []
        if case .detect = choice, workbook.sheets.count > 1 {
            notes.append(SheetMessages.sheetDetected(sheet, among: workbook.sheets))
        }
        if sheet.isHidden { notes.append(SheetMessages.sheetHidden(sheet)) }
        switch intake.header?.origin {
        case .detected: notes.append(SheetMessages.headerDetected(intake.header?.row ?? 0))
        case .supposed: notes.append(SheetMessages.headerSupposed(intake.header?.row ?? 0))
        case .given, nil: break
        }
        return notes
    }

    /// What the text columns do not show.
    private static func notes(_ tally: XlsxSheetReader.Tally, _ grid: GridTable, _ hiddenColumns: Int) -> [Bilingual] {
        var notes: [Bilingual] = []
        if tally.mergedRanges > 0 { notes.append(SheetMessages.merged(tally.mergedRanges)) }
        if grid.hiddenRows + hiddenColumns > 0 {
            notes.append(SheetMessages.hidden(rows: grid.hiddenRows, columns: hiddenColumns))
        }
        if tally.formulas > 0 { notes.append(SheetMessages.formulas(tally.formulas)) }
        if tally.formulasWithoutValue > 0 { notes.append(SheetMessages.formulasWithoutValue(tally.formulasWithoutValue)) }
        if grid.errors > 0 { notes.append(SheetMessages.errors(grid.errors)) }
        return notes
    }
}
