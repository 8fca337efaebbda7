internal import DuckDB
internal import Foundation
internal import Territory

/// Records with named values in an engine table: `_row`, then `c0`, `c1`… for each name, in the order they first appear.
///
/// The table grows when a name shows up late: one pass over the file, whatever its records hold.
final class RecordTable {
    /// No open table comes near; a file where each record has names of its own is no table.
    static let columnLimit = 2_000
    private static let cellLimit = 300_000_000
    /// What one value may hold, as for a row of text.
    static let valueLimit = 32 << 20

    private(set) var rows = 0
    private(set) var names: [RecordName] = []
    private let table: String
    private let work: WorkArea
    private let connection: Connection
    private let subject: String
    private var places: [RecordName: Int] = [:]
    private var isFilled: [Bool] = []
    private var opened: Set<RecordName> = []
    /// How many columns the table has for values: those of the names so far, then some to spare.
    private var width = 0
    private var appender: Appender?
    /// The values of the current record, one after the other, and where each column's lies in them.
    private var bytes: [UInt8] = []
    private var cells: [Range<Int>?] = []
    /// Where the next value probably goes: records of a file mostly have the same names in the same order.
    private var expected = 0

    /// - Parameters:
    ///   - subject: the file, for faults.
    init(_ table: String, work: WorkArea, _ connection: Connection, subject: String) throws {
        (self.table, self.work, self.connection, self.subject) = (table, work, connection, subject)
        try connection.execute("CREATE OR REPLACE TABLE \(work.table(table)) (_row BIGINT)")
    }

    /// Gives a name its value in the current record; the last one given stays.
    func put(_ name: RecordName, _ value: some Collection<UInt8>) throws {
        guard value.count <= Self.valueLimit else { throw tooLarge(RecordMessages.valueLimit) }
        let place = try place(of: name)
        isFilled[place] = true
        cells[place] = bytes.count..<(bytes.count + value.count)
        bytes.append(contentsOf: value)
    }

    /// Makes a column of a name that has no value here: a field that is always empty is a field.
    func mention(_ name: RecordName) throws { _ = try place(of: name) }

    /// Tells that a name holds others: where it never held a value of its own, it is no column.
    func open(_ name: RecordName) { opened.insert(name) }

    /// Writes the current record; its number is its position in the file, from 1.
    func endRecord() throws {
        let appender = try openAppender()
        rows += 1
        guard rows <= Self.cellLimit / (names.count + 1) else { throw tooLarge(RecordMessages.cellLimit) }
        try appender.append(Int64(rows))
        try bytes.withUnsafeBufferPointer { bytes in
            for index in cells.indices {
                if let cell = cells[index] {
                    try appender.append(utf8: UnsafeBufferPointer(rebasing: bytes[cell]))
                    cells[index] = nil
                } else {
                    try appender.appendNull()
                }
            }
        }
        for _ in cells.count..<width { try appender.appendNull() }
        try appender.endRow()
        bytes.removeAll(keepingCapacity: true)
        expected = 0
    }

    /// Writes what is pending.
    /// - Parameter last: a column that is shown after the others.
    /// - Returns: the records, their columns named for people.
    func finish(last: RecordName? = nil) throws -> Relation {
        try appender?.close()
        appender = nil
        let kept = names.indices.filter { isFilled[$0] || !opened.contains(names[$0]) }
        var columns = Array(zip(kept, ColumnNames.unique(kept.map { names[$0].shown })))
        if let last, let index = columns.firstIndex(where: { names[$0.0] == last }) { columns.append(columns.remove(at: index)) }
        let cells = columns.map { "c\($0) AS \(identifier($1))" } + ["CAST(? AS VARCHAR) AS _source", "_row"]
        return Relation(
            sql: "SELECT \(cells.joined(separator: ", ")) FROM \(work.table(table))", parameters: [.text(subject)],
            columns: columns.map { Relation.Column($1) })
    }

    private func place(of name: RecordName) throws -> Int {
        if expected < names.count, names[expected] == name {
            defer { expected += 1 }
            return expected
        }
        if let known = places[name] {
            expected = known + 1
            return known
        }
        guard names.count < Self.columnLimit else { throw tooLarge(RecordMessages.columnLimit) }
        places[name] = names.count
        names.append(name)
        cells.append(nil)
        isFilled.append(false)
        expected = names.count
        return names.count - 1
    }

    private func openAppender() throws -> Appender {
        if let appender, names.count <= width { return appender }
        try appender?.close()
        try widen()
        let opened = try work.appender(to: table, on: connection)
        appender = opened
        return opened
    }

    /// Makes room for the names so far. The table at least doubles: names that come one by one copy it a few times only.
    private func widen() throws {
        let wanted = max(names.count, 2 * width)
        let more = (width..<wanted).map { "CAST(NULL AS VARCHAR) AS c\($0)" }
        let wider = work.table(table + "_wider")
        try connection.execute(
            "CREATE TABLE \(wider) AS SELECT \((["*"] + more).joined(separator: ", ")) FROM \(work.table(table))")
        try connection.execute("DROP TABLE \(work.table(table))")
        try connection.execute("ALTER TABLE \(wider) RENAME TO \(identifier(table))")
        width = wanted
    }

    private func tooLarge(_ limit: Bilingual) -> CollectFault { CollectFault(.tooLarge, subject: subject, ["limit": limit]) }
}
