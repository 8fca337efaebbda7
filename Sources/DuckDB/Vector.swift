internal import CDuckDB

/// One column of a chunk: typed access without copies, and `value(at:)` when comfort matters more.
package struct Vector {
    let type: VectorType
    private let data: UnsafeMutableRawPointer?
    private let validity: UnsafeMutablePointer<UInt64>?
    private let vector: duckdb_vector?

    init(_ vector: duckdb_vector?) {
        self.vector = vector
        data = duckdb_vector_get_data(vector)
        validity = duckdb_vector_get_validity(vector)
        var logical = duckdb_vector_get_column_type(vector)
        type = VectorType(logical)
        duckdb_destroy_logical_type(&logical)
    }

    /// Whether the row holds no value.
    package func isNull(at row: Int) -> Bool {
        guard let validity else { return false }
        return validity[row >> 6] & (1 << UInt64(row & 63)) == 0
    }

    /// The bytes of a text or blob, in place.
    package func withBytes<T>(at row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T {
        // Layout of duckdb_string_t: a 32-bit length, then twelve bytes in place, or four of prefix and a pointer.
        guard let entry = data?.advanced(by: row * 16) else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
        let length = Int(entry.load(as: UInt32.self))
        let start =
            length <= 12
            ? UnsafePointer(entry.advanced(by: 4).assumingMemoryBound(to: UInt8.self))
            : entry.load(fromByteOffset: 8, as: UnsafePointer<UInt8>.self)
        return try body(UnsafeBufferPointer(start: start, count: length))
    }

    /// The number of a row of doubles; not a number where there is none.
    package func double(at row: Int) -> Double {
        guard type == .double, !isNull(at: row) else { return .nan }
        return load(row, as: Double.self)
    }

    /// The value of a row.
    package func value(at row: Int) -> SQLValue {
        guard !isNull(at: row) else { return .null }
        switch type {
        case .boolean: return .boolean(load(row, as: Bool.self))
        case .tinyint: return .integer(Int64(load(row, as: Int8.self)))
        case .smallint: return .integer(Int64(load(row, as: Int16.self)))
        case .integer: return .integer(Int64(load(row, as: Int32.self)))
        case .bigint: return .integer(load(row, as: Int64.self))
        case .unsigned(let bytes): return unsigned(row, bytes: bytes)
        case .float: return .double(Double(load(row, as: Float.self)))
        case .double: return .double(load(row, as: Double.self))
        case .hugeint: return .decimal(Fixed.text(huge(load(row, as: duckdb_hugeint.self)), scale: 0))
        case .decimal(let scale, let bytes): return .decimal(Fixed.text(fixed(row, bytes: bytes), scale: scale))
        case .text: return .text(withBytes(at: row) { String(decoding: $0, as: UTF8.self) })
        case .blob: return .blob(withBytes(at: row) { Array($0) })
        case .date: return .date(Calendar.text(days: load(row, as: Int32.self)))
        case .timestamp(let perSecond): return .timestamp(Calendar.text(ticks: load(row, as: Int64.self), perSecond: perSecond))
        case .list: return list(at: row)
        case .structure(let names): return structure(at: row, names: names)
        case .other: return .null
        }
    }

    private func load<T>(_ row: Int, as type: T.Type) -> T {
        guard let data else { preconditionFailure("a vector of the engine without data") }
        return data.load(fromByteOffset: row * MemoryLayout<T>.stride, as: type)
    }

    private func unsigned(_ row: Int, bytes: Int) -> SQLValue {
        switch bytes {
        case 1: return .integer(Int64(load(row, as: UInt8.self)))
        case 2: return .integer(Int64(load(row, as: UInt16.self)))
        case 4: return .integer(Int64(load(row, as: UInt32.self)))
        default:
            let value = load(row, as: UInt64.self)
            return Int64(exactly: value).map { .integer($0) } ?? .decimal(String(value))
        }
    }

    private func fixed(_ row: Int, bytes: Int) -> Int128 {
        switch bytes {
        case 2: Int128(load(row, as: Int16.self))
        case 4: Int128(load(row, as: Int32.self))
        case 8: Int128(load(row, as: Int64.self))
        default: huge(load(row, as: duckdb_hugeint.self))
        }
    }

    private func huge(_ value: duckdb_hugeint) -> Int128 {
        Int128(value.upper) << 64 | Int128(value.lower)
    }

    private func list(at row: Int) -> SQLValue {
        let entry = load(row, as: duckdb_list_entry.self)
        let child = Vector(duckdb_list_vector_get_child(vector))
        return .list((entry.offset..<entry.offset + entry.length).map { child.value(at: Int($0)) })
    }

    private func structure(at row: Int, names: [String]) -> SQLValue {
        .structure(
            names.enumerated().map { index, name in
                let child = Vector(duckdb_struct_vector_get_child(vector, idx_t(index)))
                return SQLValue.Member(name: name, value: child.value(at: row))
            })
    }
}
