internal import DuckDB
internal import Territory

/// Takes the rows of one sheet: finds the header among the first ones, then lets the others through to the table.
final class SheetIntake {
    /// The sheet holds nothing.
    struct NoTable: Error {}

    /// How the header came to be known.
    enum Origin { case given, detected, supposed, absent }

    let name: String
    let destination: SheetReading.Destination
    /// The rows of titles, from the top; none when there are none.
    private(set) var levels: [(row: Int, titles: [Int: String])] = []
    private(set) var origin = Origin.given
    private(set) var table: GridTable?
    /// The rows down to the titles.
    private(set) var opening: [FileLayout.Line] = []

    private let choice: HeaderChoice
    private let subject: String
    /// The first rows, while the header is looked for.
    private var first: [SheetRow] = []

    init(header choice: HeaderChoice, into name: String, of destination: SheetReading.Destination, subject: String) {
        self.choice = choice
        self.name = name
        self.destination = destination
        self.subject = subject
    }

    func take(_ row: SheetRow) throws {
        if let table { return try table.append(row) }
        switch choice {
        case .rows(let rows): try take(row, under: rows)
        case .absent: try begin([], .absent, columns: Set(row.cells.map(\.column))).append(row)
        case .detect:
            first.append(row)
            if first.count == HeaderDetection.rows { try detect() }
        }
    }

    /// Ends the sheet.
    /// - Returns: the table, with all rows written.
    func finish() throws -> GridTable {
        if table == nil {
            if case .rows(let rows) = choice { throw noHeader(rows.first { row in !levels.contains { $0.row == row } } ?? 0) }
            try detect()
        }
        guard let table else { throw NoTable() }
        try table.close()
        return table
    }

    private func take(_ row: SheetRow, under rows: [Int]) throws {
        guard rows.contains(row.number) else {
            if row.number > rows.last ?? 0 { throw noHeader(rows.first { row in !levels.contains { $0.row == row } } ?? 0) }
            return
        }
        levels.append((row.number, titles(row)))
        if levels.count == rows.count { try begin(levels, .given, columns: []) }
    }

    private func detect() throws {
        guard let found = HeaderDetection.header(in: first.map { HeaderDetection.Line($0) }) else { throw NoTable() }
        let rows: ArraySlice<SheetRow>
        var levels: [(row: Int, titles: [Int: String])] = []
        let origin: Origin
        switch found {
        case .titles(let number, let isCertain):
            let index = first.firstIndex { $0.number == number } ?? 0
            levels = [(number, titles(first[index]))]
            rows = first[(index + 1)...]
            opening = first[...index].map(line)
            origin = isCertain ? .detected : .supposed
        case .absent(let number):
            rows = first.drop { $0.number < number }
            origin = .absent
        }
        let table = try begin(levels, origin, columns: Set(rows.flatMap { $0.cells.map(\.column) }))
        for row in rows { try table.append(row) }
        first = []
    }

    /// A row as a list of cells, empty ones included.
    private func line(_ row: SheetRow) -> FileLayout.Line {
        let texts = titles(row)
        return FileLayout.Line(number: row.number, cells: (1...max(1, texts.keys.max() ?? 1)).map { texts[$0] ?? "" })
    }

    private func titles(_ row: SheetRow) -> [Int: String] {
        Dictionary(row.cells.map { ($0.column, row.text($0)) }) { _, last in last }
    }

    @discardableResult
    private func begin(_ levels: [(row: Int, titles: [Int: String])], _ origin: Origin, columns: Set<Int>) throws -> GridTable {
        self.levels = levels
        self.origin = origin
        let table = try GridTable(
            name, columns: columns.union(levels.flatMap(\.titles.keys)), work: destination.work, destination.connection,
            subject: subject)
        self.table = table
        return table
    }

    private func noHeader(_ row: Int) -> CollectFault {
        CollectFault(.noHeader, subject: subject, ["header": Bilingual(String(row))])
    }
}
