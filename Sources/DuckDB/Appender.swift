internal import CDuckDB

/// Writes rows into a table without SQL, the fastest way in from Swift. Values follow the order of the columns.
package final class Appender {
    // Never changed: a look at it then costs no check, and there is one for each value.
    private let handle: duckdb_appender?

    init(_ connection: duckdb_connection?, catalog: String?, schema: String?, table: String) throws(EngineFault) {
        var handle: duckdb_appender?
        guard duckdb_appender_create_ext(connection, catalog, schema, table, &handle) == 0 else {
            let reason = duckdb_appender_error(handle).map { String(cString: $0) } ?? "cannot append to \(table)"
            duckdb_appender_destroy(&handle)
            throw EngineFault(.refused, reason)
        }
        self.handle = handle
    }

    deinit {
        var handle = handle
        duckdb_appender_destroy(&handle)
    }

    /// Appends a text, or no value.
    package func append(_ text: String?) throws(EngineFault) {
        guard var text else { return try check(duckdb_append_null(handle)) }
        let state = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { duckdb_append_varchar_length(handle, $0.baseAddress, idx_t($0.count)) }
        }
        try check(state)
    }

    /// Appends UTF-8 bytes as a text.
    package func append(utf8 bytes: UnsafeBufferPointer<UInt8>) throws(EngineFault) {
        let state = bytes.withMemoryRebound(to: CChar.self) {
            duckdb_append_varchar_length(handle, $0.baseAddress, idx_t($0.count))
        }
        try check(state)
    }

    /// Appends a whole number.
    package func append(_ integer: Int64) throws(EngineFault) { try check(duckdb_append_int64(handle, integer)) }

    /// Appends a number.
    package func append(_ number: Double) throws(EngineFault) { try check(duckdb_append_double(handle, number)) }

    /// Appends a truth value.
    package func append(_ boolean: Bool) throws(EngineFault) { try check(duckdb_append_bool(handle, boolean)) }

    /// Appends no value.
    package func appendNull() throws(EngineFault) { try check(duckdb_append_null(handle)) }

    /// Ends the row: every column must have had its value.
    package func endRow() throws(EngineFault) { try check(duckdb_appender_end_row(handle)) }

    /// Writes what is pending and closes. Without it, what is pending is written at release and errors are lost.
    package func close() throws(EngineFault) { try check(duckdb_appender_close(handle)) }

    private func check(_ state: duckdb_state) throws(EngineFault) {
        guard state != 0 else { return }
        throw EngineFault(.refused, duckdb_appender_error(handle).map { String(cString: $0) } ?? "append refused")
    }
}
