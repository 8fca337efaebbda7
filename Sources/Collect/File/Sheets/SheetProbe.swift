internal import Foundation

/// A look at the first rows of a sheet, to say whether it is the table that is meant: pivot tables, notes and lists of codes
/// stand in the same workbooks.
struct SheetProbe {
    /// How many rows with values are looked at.
    private static let rows = 200
    private struct Enough: Error {}

    let sheet: Sheet
    let isPivot: Bool
    let isTable: Bool
    /// Cells that hold something, less where empty columns cut the table: what a conversion from PDF leaves.
    private let weight: Double

    init(_ sheet: Sheet, of workbook: any Workbook, header: HeaderChoice) throws {
        var lines: [HeaderDetection.Line] = []
        var words: [String] = []
        do {
            _ = try workbook.read(sheet) { row in
                lines.append(HeaderDetection.Line(row))
                if row.cells.count <= Self.pivotWidth { words += row.cells.prefix(2).map { row.text($0) } }
                if lines.count == Self.rows { throw Enough() }
            }
        } catch is Enough {}
        let titles = Self.titleRow(lines, header)
        let columns = titles.map { row in lines.first { $0.number == row }?.kinds.keys.sorted() ?? [] } ?? []
        let rows = lines.count { $0.number > titles ?? .max }
        self.sheet = sheet
        isPivot = Self.isPivot(words)
        isTable = columns.count > 1 && rows > 0
        let span = (columns.last ?? 0) - (columns.first ?? 0) + 1
        weight = Double(rows * columns.count * columns.count) / Double(span)
    }

    /// The row that titles stand in for certain, or as declared.
    private static func titleRow(_ lines: [HeaderDetection.Line], _ header: HeaderChoice) -> Int? {
        switch header {
        case .rows(let rows): return rows.last.flatMap { row in lines.contains { $0.number == row } ? row : nil }
        case .absent: return lines.first.map { $0.number - 1 }
        case .detect:
            let found = HeaderDetection.header(in: Array(lines.prefix(HeaderDetection.rows)))
            if case .titles(let row, isCertain: true) = found { return row }
            return nil
        }
    }

    private static let pivotWidth = 30
    private static let measures = [
        "somme de ", "nombre de ", "moyenne de ", "somme - ", "sum of ", "count of ", "average of ", "sum - ",
    ]
    private static let totals = ["total général", "total résultat", "grand total", "total result"]

    /// A pivot table names what it sums and ends with a total of its own (Excel, LibreOffice; French, English). The total may
    /// be far: a group's total, `Total F`, tells as well.
    private static func isPivot(_ words: [String]) -> Bool {
        let words = words.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        return words.prefix(12).contains { word in measures.contains { word.hasPrefix($0) } }
            && words.contains { word in totals.contains { word.hasPrefix($0) } || word.hasPrefix("total ") || word == "total" }
    }

    /// The best of several: the first that weighs nearly as much as the heaviest.
    static func best(of probes: [SheetProbe]) -> SheetProbe? {
        let tables = probes.filter { $0.isTable && !$0.isPivot }
        let most = tables.map(\.weight).max() ?? 0
        return tables.first { $0.weight >= most * 0.8 }
    }
}

extension HeaderDetection.Line {
    init(_ row: SheetRow) {
        self.init(number: row.number, cells: Dictionary(row.cells.map { ($0.column, row.text($0)) }) { first, _ in first })
    }
}
