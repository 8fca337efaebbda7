internal import DuckDB

/// Repeats the value of merged cells over their range, inside the engine: one statement for each column that a range covers.
struct MergedCells {
    /// The table of the sheet: `_row`, `c1`, `c2`…
    let table: String
    /// The columns that are repeated into: those that hold values of their own.
    let columns: Set<Int>
    let destination: SheetReading.Destination

    private var ranges: String { destination.work.table("\(table)_merged") }
    private var sheet: String { destination.work.table(table) }

    func fill(_ merged: [MergedRange]) throws {
        let wanted = merged.filter { columns.contains($0.columns.lowerBound) && !columns.isDisjoint(with: $0.columns) }
        guard !wanted.isEmpty else { return }
        try write(wanted)
        // Values are taken before any is repeated: a range may begin where another ends.
        for column in Set(wanted.map(\.columns.lowerBound)) {
            try connection.execute(
                """
                UPDATE \(ranges) SET value = s.c\(column) FROM \(sheet) s
                WHERE s._row = first_row AND first_column = \(column)
                """)
        }
        for column in columns.sorted() where wanted.contains(where: { $0.columns.contains(column) }) {
            try connection.execute(
                """
                UPDATE \(sheet) SET c\(column) = r.value FROM \(ranges) r
                WHERE _row BETWEEN r.first_row AND r.last_row AND \(column) BETWEEN r.first_column AND r.last_column
                  AND c\(column) IS NULL
                """)
        }
    }

    private var connection: Connection { destination.connection }

    private func write(_ merged: [MergedRange]) throws {
        try connection.execute(
            """
            CREATE TABLE \(ranges) (first_row BIGINT, last_row BIGINT, first_column BIGINT, last_column BIGINT, value VARCHAR)
            """)
        let appender = try destination.work.appender(to: "\(table)_merged", on: connection)
        for range in merged {
            for bound in [range.rows.lowerBound, range.rows.upperBound, range.columns.lowerBound, range.columns.upperBound] {
                try appender.append(Int64(bound))
            }
            try appender.appendNull()
            try appender.endRow()
        }
        try appender.close()
    }
}
