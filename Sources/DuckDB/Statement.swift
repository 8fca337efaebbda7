internal import CDuckDB

/// One prepared statement with its values, run once.
final class Statement {
    private var handle: duckdb_prepared_statement?
    private let sql: String

    init(_ connection: duckdb_connection?, _ sql: String) throws(EngineFault) {
        self.sql = sql
        guard duckdb_prepare(connection, sql, &handle) == 0 else {
            let reason = duckdb_prepare_error(handle).map { String(cString: $0) } ?? "cannot prepare"
            duckdb_destroy_prepare(&handle)
            throw EngineFault(.refused, reason, sql: sql)
        }
    }

    deinit { duckdb_destroy_prepare(&handle) }

    func bind(_ parameters: [SQLValue]) throws(EngineFault) {
        let expected = Int(duckdb_nparams(handle))
        guard expected == parameters.count else {
            throw EngineFault(.refused, "\(expected) parameters expected, \(parameters.count) given", sql: sql)
        }
        for (offset, value) in parameters.enumerated() where bind(value, at: idx_t(offset + 1)) != 0 {
            throw EngineFault(.refused, "parameter \(offset + 1) cannot be bound", sql: sql)
        }
    }

    private func bind(_ value: SQLValue, at index: idx_t) -> duckdb_state {
        switch value {
        case .null: return duckdb_bind_null(handle, index)
        case .boolean(let value): return duckdb_bind_boolean(handle, index, value)
        case .integer(let value): return duckdb_bind_int64(handle, index, value)
        case .double(let value): return duckdb_bind_double(handle, index, value)
        case .text(let value), .decimal(let value), .date(let value), .timestamp(let value):
            return duckdb_bind_varchar_length(handle, index, value, idx_t(value.utf8.count))
        case .blob(let bytes):
            return bytes.withUnsafeBytes { duckdb_bind_blob(handle, index, $0.baseAddress, idx_t($0.count)) }
        case .list, .structure:
            return 1  // no statement of ours takes one: they are written out as several parameters
        }
    }

    /// Runs to the end, then reads the whole result inside `body`.
    func execute<T>(_ body: (inout duckdb_result) throws(EngineFault) -> T) throws(EngineFault) -> T {
        var result = duckdb_result()
        defer { duckdb_destroy_result(&result) }
        guard duckdb_execute_prepared(handle, &result) == 0 else { throw Statement.fault(of: &result, sql: sql) }
        return try body(&result)
    }

    /// Runs and reads at the same time.
    func stream(_ body: (Chunk) throws -> Void) throws {
        var pending: duckdb_pending_result?
        defer { duckdb_destroy_pending(&pending) }
        guard duckdb_pending_prepared_streaming(handle, &pending) == 0 else {
            throw EngineFault(.refused, duckdb_pending_error(pending).map { String(cString: $0) } ?? "", sql: sql)
        }
        var result = duckdb_result()
        defer { duckdb_destroy_result(&result) }
        guard duckdb_execute_pending(pending, &result) == 0 else { throw Statement.fault(of: &result, sql: sql) }
        while let chunk = try Statement.nextChunk(of: &result, sql: sql) { try chunk.read(body) }
    }

    /// The next chunk of a result, or nil at its end. Reading may fail midway: the end and an error look alike until asked.
    static func nextChunk(of result: inout duckdb_result, sql: String) throws(EngineFault) -> OwnedChunk? {
        if let chunk = duckdb_fetch_chunk(result) { return OwnedChunk(chunk) }
        if duckdb_result_error_type(&result) != 0 { throw fault(of: &result, sql: sql) }
        return nil
    }

    static func columnNames(_ result: inout duckdb_result) -> [String] {
        (0..<duckdb_column_count(&result)).map { String(cString: duckdb_column_name(&result, $0)) }
    }

    private static let interruptedType: UInt32 = 29

    private static func fault(of result: inout duckdb_result, sql: String) -> EngineFault {
        let type = duckdb_result_error_type(&result)
        let message = duckdb_result_error(&result).map { String(cString: $0) } ?? "unknown error"
        return EngineFault(type == interruptedType ? .interrupted : .refused, message, sql: sql, engineType: Int(type))
    }
}

/// A chunk of the engine, freed with this object.
final class OwnedChunk {
    private var handle: duckdb_data_chunk?

    init(_ handle: duckdb_data_chunk) {
        self.handle = handle
    }

    /// Lends the contents. The chunk owns their memory, so it must outlive the reading: Swift may otherwise release it after
    /// its last mention.
    func read(_ body: (Chunk) throws -> Void) rethrows {
        guard let handle else { return }
        try withExtendedLifetime(self) { try body(Chunk(handle)) }
    }

    deinit { duckdb_destroy_data_chunk(&handle) }
}
