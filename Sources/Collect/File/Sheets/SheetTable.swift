internal import DuckDB
internal import Territory

/// A sheet as it was read.
struct SheetTable: Sendable {
    /// Text columns named by the header, then `_source` and `_row`.
    let relation: Relation
    let sheet: Sheet
    /// The rows of the titles, as the spreadsheet counts; none when there are none.
    let headerRows: [Int]
    let rows: Int
    /// The titles as they stand in the sheet; empty where a column has none.
    let titles: [String]
    /// What was detected or is worth saying.
    let notes: [Bilingual]
    private let opening: [FileLayout.Line]
    private let mergedRanges: Int

    init(
        _ sheet: Sheet, _ intake: SheetIntake, _ grid: GridTable, _ tally: SheetTally, fillsMerged: Bool, source: String,
        first: [Bilingual]
    ) {
        let levels = intake.levels.map { level in
            let merged = tally.merged.filter { $0.rows.lowerBound == level.row && $0.columns.count > 1 }.map(\.columns)
            return HeaderLevels.Level(titles: level.titles, merged: merged)
        }
        let joined = HeaderLevels.joined(levels)
        let columns = SheetColumns.names(titles: joined, filled: grid.filled, known: grid.columns)
        let cells = columns.map { "c\($0.column) AS \(identifier($0.name))" }
        let all = (cells + ["CAST(? AS VARCHAR) AS _source", "_row"]).joined(separator: ", ")
        relation = Relation(
            sql: "SELECT \(all) FROM \(intake.destination.work.table(intake.name))", parameters: [.text(source)],
            columns: columns.map { Relation.Column($0.name) })
        titles = columns.map { joined[$0.column] ?? "" }
        self.sheet = sheet
        headerRows = intake.levels.map(\.row)
        rows = grid.rows
        opening = intake.opening
        mergedRanges = tally.merged.count
        let hiddenColumns = columns.count { named in tally.hiddenColumns.contains { $0.contains(named.column) } }
        notes = first + Self.notes(sheet, intake) + Self.notes(tally, grid, hiddenColumns, fillsMerged: fillsMerged)
    }

    /// What was detected, as a source would declare it.
    func layout(among sheets: [Sheet]) -> FileLayout {
        FileLayout(
            options: [.init("sheet", sheet.name), .init("header", rows: headerRows)], opening: opening,
            sheets: sheets.map(\.name), mergedRanges: mergedRanges)
    }

    /// What was chosen and why.
    private static func notes(_ sheet: Sheet, _ intake: SheetIntake) -> [Bilingual] {
        let row = intake.levels.first?.row ?? 0
        let header: Bilingual? =
            switch intake.origin {
            case .detected: SheetMessages.headerDetected(row)
            case .supposed: SheetMessages.headerSupposed(row)
            case .absent: SheetMessages.headerAbsent
            case .given: nil
            }
        return [sheet.isHidden ? SheetMessages.sheetHidden(sheet) : nil, header].compactMap { $0 }
    }

    /// What the text columns do not show.
    private static func notes(
        _ tally: SheetTally, _ grid: GridTable, _ hiddenColumns: Int, fillsMerged: Bool
    ) -> [Bilingual] {
        var notes: [Bilingual] = []
        if !tally.merged.isEmpty { notes.append(SheetMessages.merged(tally.merged.count, areFilled: fillsMerged)) }
        if grid.hiddenRows + hiddenColumns > 0 {
            notes.append(SheetMessages.hidden(rows: grid.hiddenRows, columns: hiddenColumns))
        }
        if tally.formulas > 0 { notes.append(SheetMessages.formulas(tally.formulas)) }
        if tally.formulasWithoutValue > 0 { notes.append(SheetMessages.formulasWithoutValue(tally.formulasWithoutValue)) }
        if grid.errors > 0 { notes.append(SheetMessages.errors(grid.errors)) }
        return notes
    }
}
