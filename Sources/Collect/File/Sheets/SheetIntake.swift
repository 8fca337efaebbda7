internal import DuckDB
internal import Territory

/// Takes the rows of one sheet: finds the header among the first ones, then lets the others through to the table.
final class XlsxIntake {
    /// The sheet does not hold a table where one was looked for.
    struct NoTable: Error {}

    /// How the header row came to be known.
    enum Header { case given, detected, supposed }

    /// Where the rows go.
    struct Destination {
        let table: String
        let work: WorkArea
        let connection: Connection
    }

    private(set) var header: (row: Int, origin: Header)?
    private(set) var titles: [Int: String] = [:]
    private(set) var table: GridTable?

    private let given: Int?
    /// Whether a sheet without a certain header and two rows is refused: another may hold the table.
    private let isStrict: Bool
    private let destination: Destination
    private let subject: String
    /// The first rows, while the header is looked for.
    private var first: [SheetRow] = []

    init(header given: Int?, isStrict: Bool, into destination: Destination, subject: String) {
        self.given = given
        self.isStrict = isStrict
        self.destination = destination
        self.subject = subject
    }

    func take(_ row: SheetRow) throws {
        if let table { return try table.append(row) }
        if let given {
            if row.number == given { try begin(row, .given, columns: []) }
            if row.number > given { throw noHeader(given) }
            return
        }
        first.append(row)
        if first.count == HeaderDetection.rows { try detect() }
    }

    /// Ends the sheet.
    /// - Returns: the table, with all rows written.
    func finish() throws -> GridTable {
        if table == nil, let given { throw noHeader(given) }
        if table == nil { try detect() }
        guard let table, !isStrict || table.rows >= 2 else { throw NoTable() }
        try table.close()
        return table
    }

    private func detect() throws {
        guard let found = HeaderDetection.header(in: first), let index = first.firstIndex(where: { $0.number == found.row }),
            found.isCertain || !isStrict
        else { throw NoTable() }
        let rows = first[(index + 1)...]
        let columns = Set(rows.flatMap { $0.cells.map(\.column) })
        let table = try begin(first[index], found.isCertain ? .detected : .supposed, columns: columns)
        for row in rows { try table.append(row) }
        first = []
    }

    @discardableResult
    private func begin(_ row: SheetRow, _ origin: Header, columns: Set<Int>) throws -> GridTable {
        header = (row.number, origin)
        titles = Dictionary(row.cells.map { ($0.column, row.text($0)) }) { _, last in last }
        let table = try GridTable(
            destination.table, columns: columns.union(titles.keys), work: destination.work, destination.connection,
            subject: subject)
        self.table = table
        return table
    }

    private func noHeader(_ row: Int) -> any Error {
        if isStrict { return NoTable() }
        return CollectFault(.noHeader, subject: subject, ["header": Bilingual(String(row))])
    }
}
