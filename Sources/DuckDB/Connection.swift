internal import CDuckDB

/// A conversation with the engine, lent to one thread at a time. Never Sendable: it does not leave the closure that
/// receives it, nor does anything it returns but values.
package final class Connection {
    private var handle: duckdb_connection?
    /// Where the engine's extensions are.
    private let extensionFolder: String
    /// Says why to stop before the next statement starts; the running one is interrupted from outside.
    var stopReason: () -> EngineFault? = { nil }

    init(_ handle: duckdb_connection, extensionFolder: String) {
        self.handle = handle
        self.extensionFolder = extensionFolder
    }

    deinit { duckdb_disconnect(&handle) }

    /// A handle for `duckdb_interrupt`, the one call that may come from another thread.
    var interrupter: Interrupter { Interrupter(handle: handle) }

    /// Runs one statement and forgets its rows.
    /// - Returns: how many rows it changed.
    @discardableResult
    package func execute(_ sql: String, _ parameters: [SQLValue] = []) throws(EngineFault) -> Int {
        try statement(sql, parameters).execute { Int(duckdb_rows_changed(&$0)) }
    }

    /// Runs one statement and keeps its rows: for small answers.
    package func rows(_ sql: String, _ parameters: [SQLValue] = []) throws(EngineFault) -> [Row] {
        let statement = try statement(sql, parameters)
        return try statement.execute { result throws(EngineFault) in
            let names = Statement.columnNames(&result)
            var rows: [Row] = []
            while let chunk = try Statement.nextChunk(of: &result, sql: sql) {
                chunk.read { contents in
                    for index in 0..<contents.count {
                        rows.append(Row(values: contents.columns.map { $0.value(at: index) }, names: names))
                    }
                }
            }
            return rows
        }
    }

    /// The first row of a small answer.
    package func row(_ sql: String, _ parameters: [SQLValue] = []) throws(EngineFault) -> Row? {
        try rows(sql, parameters).first
    }

    /// Runs one statement and hands over its rows chunk by chunk (2,048 rows at most each), as they are produced: the
    /// answer is never whole in memory. A chunk is only valid inside `body`.
    package func stream(
        _ sql: String, _ parameters: [SQLValue] = [], _ body: (Chunk) throws -> Void
    ) throws {
        try statement(sql, parameters).stream(body)
    }

    /// Loads an extension of the engine, such as `spatial`, for all connections; one that is there already costs nothing.
    package func load(_ extension: String) throws(EngineFault) {
        try execute("LOAD \(literal("\(extensionFolder)/\(`extension`).duckdb_extension"))")
    }

    /// The columns a statement would give, without running it.
    package func columns(of sql: String, _ parameters: [SQLValue] = []) throws(EngineFault) -> [Relation.Column] {
        try rows("DESCRIBE \(sql)", parameters).map {
            Relation.Column($0.text("column_name") ?? "", type: $0.text("column_type") ?? "VARCHAR")
        }
    }

    /// Opens an appender on a table of any attached catalogue.
    package func appender(to table: String, schema: String? = nil, catalog: String? = nil) throws(EngineFault) -> Appender {
        try Appender(handle, catalog: catalog, schema: schema, table: table)
    }

    /// Runs `body` between `BEGIN` and `COMMIT`; any error rolls back and is thrown again.
    package func transaction<T>(_ body: () throws -> T) throws -> T {
        try execute("BEGIN TRANSACTION")
        do {
            let value = try body()
            try execute("COMMIT")
            return value
        } catch {
            // A failed commit has rolled back already: this second refusal says nothing new.
            conclude("ROLLBACK")
            throw error
        }
    }

    /// Runs a statement that must happen although the work is being stopped: a rollback, a detachment. It outlives the
    /// interrupts, which are repeated until the work is over; a refusal of another kind is left alone.
    package func conclude(_ sql: String) {
        for _ in 0..<100 {
            do throws(EngineFault) {
                return try statement(sql, [], evenWhenStopping: true).execute { _ in }
            } catch {
                guard stopReason() != nil else { return }
            }
        }
    }

    private func statement(
        _ sql: String, _ parameters: [SQLValue], evenWhenStopping: Bool = false
    ) throws(EngineFault) -> Statement {
        if !evenWhenStopping, let fault = stopReason() { throw fault }
        let statement = try Statement(handle, sql)
        try statement.bind(parameters)
        return statement
    }
}

/// Interrupts the statement that a connection is running.
///
/// Unchecked because of the raw handle: `duckdb_interrupt` may be called from any thread, and `Job` calls it only while the
/// connection is lent to it.
struct Interrupter: @unchecked Sendable {
    fileprivate let handle: duckdb_connection?
    func interrupt() { duckdb_interrupt(handle) }
}
