internal import Collect
internal import DuckDB
internal import Territory

/// The file under inspection, laid down in the engine and measured. Lives no longer than the connection it was made on.
///
/// Three tables of the work area hold it: `data` (the text columns, `_source`, `_row`); `words` (`col`, `value`, `plain`, `n`,
/// `row`): each value of a column, tidied, how often it stands there and the first row that has it; and, when a column has many
/// values, `marked` (`id`): the rows where such a column holds an odd character. Questions about values go to `words`, which
/// is small whatever the file.
struct Survey {
    /// A column, counted.
    struct Column {
        let index: Int
        let name: String
        /// Cells that are not empty; cells of spaces count as empty.
        let filled: Int
        let distinct: Int
        /// Whether `words` holds every value; otherwise those of some rows, spread over the file.
        let isWhole: Bool
        /// Filled cells that `words` stands for.
        let seen: Int
        /// Lengths in characters.
        let shortest: Int
        let longest: Int
        /// Filled cells of each form, among those seen.
        let forms: [ValueForm: Int]
        let type: ColumnType
        /// The part of the filled cells that the type fits, 0 to 1.
        let fit: Double

        /// The part of the filled cells that have one of these forms.
        func share(_ wanted: ValueForm...) -> Double {
            seen == 0 ? 0 : Double(wanted.reduce(0) { $0 + (forms[$1] ?? 0) }) / Double(seen)
        }

        /// A count among the cells seen, as a count among all.
        func scaled(_ count: Int) -> Int {
            isWhole || seen == 0 ? count : Int((Double(count) * Double(filled) / Double(seen)).rounded())
        }
    }

    /// The name of the file.
    let file: String
    let layout: FileLayout
    let notes: [Bilingual]
    let rows: Int
    /// The number of the first row.
    let firstRow: Int
    let columns: [Column]
    /// How many rows have how many filled cells.
    let widths: [Int: Int]
    /// Rows that are not cut like the others: long and short ones, as the collector told them.
    let unevenRows: [CellHits.Proof]
    let unevenCount: Int
    let connection: Connection
    let work: WorkArea

    var data: String { work.table("data") }
    var words: String { work.table("words") }
    var marked: String { work.table("marked") }

    /// How many cells of a row are filled, in SQL.
    var width: String { Self.width(columns.map(\.name), among: rows) }

    /// Cells of spaces count as empty, but for large files, where looking for them in every cell would cost a second reading.
    static func width(_ names: [String], among rows: Int) -> String {
        let cells = names.map { name in
            let cell = rows > Surveyor.manyRows ? identifier(name) : "trim(\(identifier(name)))"
            return "coalesce(\(cell) <> '', false)::INTEGER"
        }
        return cells.isEmpty ? "0" : cells.joined(separator: " + ")
    }

    /// The header row: 0 when there are no titles.
    var header: Int { HeaderRows.last(layout["header"] ?? "1") }

    /// What stands above the table: titles of the document, notes, upper levels of the column titles.
    var above: [FileLayout.Line] {
        let start = header == 0 ? firstRow : HeaderRows.first(layout["header"] ?? "1")
        return layout.opening.filter { $0.number < start }
    }

    /// The number of filled cells that most rows have at least half of.
    var usualWidth: Int {
        let half = widths.values.reduce(0, +) / 2
        var passed = 0
        for (width, count) in widths.sorted(by: { $0.key < $1.key }) {
            passed += count
            if passed > half { return width }
        }
        return columns.count
    }
}

/// Rows of titles as they are declared: `4`, or `[4, 5]` when there are several.
enum HeaderRows {
    static func first(_ text: String) -> Int { all(text).first ?? 1 }
    static func last(_ text: String) -> Int { all(text).last ?? 1 }

    private static func all(_ text: String) -> [Int] {
        text.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
    }
}
