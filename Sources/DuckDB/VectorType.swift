internal import CDuckDB

/// The types that are read in Swift. Any other is cast to text in SQL first.
enum VectorType: Equatable {
    case boolean, tinyint, smallint, integer, bigint, hugeint, float, double, text, blob, date, list, other
    case unsigned(bytes: Int)
    case decimal(scale: Int, bytes: Int)
    case timestamp(perSecond: Int64)
    case structure([String])

    init(_ logical: duckdb_logical_type?) {
        switch Int(duckdb_get_type_id(logical)) {
        case CDUCKDB_BOOLEAN: self = .boolean
        case CDUCKDB_TINYINT: self = .tinyint
        case CDUCKDB_SMALLINT: self = .smallint
        case CDUCKDB_INTEGER: self = .integer
        case CDUCKDB_BIGINT: self = .bigint
        case CDUCKDB_UTINYINT: self = .unsigned(bytes: 1)
        case CDUCKDB_USMALLINT: self = .unsigned(bytes: 2)
        case CDUCKDB_UINTEGER: self = .unsigned(bytes: 4)
        case CDUCKDB_UBIGINT: self = .unsigned(bytes: 8)
        case CDUCKDB_HUGEINT: self = .hugeint
        case CDUCKDB_FLOAT: self = .float
        case CDUCKDB_DOUBLE: self = .double
        case CDUCKDB_VARCHAR: self = .text
        case CDUCKDB_BLOB: self = .blob
        case CDUCKDB_DATE: self = .date
        case CDUCKDB_TIMESTAMP, CDUCKDB_TIMESTAMP_TZ: self = .timestamp(perSecond: 1_000_000)
        case CDUCKDB_TIMESTAMP_S: self = .timestamp(perSecond: 1)
        case CDUCKDB_TIMESTAMP_MS: self = .timestamp(perSecond: 1_000)
        case CDUCKDB_TIMESTAMP_NS: self = .timestamp(perSecond: 1_000_000_000)
        case CDUCKDB_LIST: self = .list
        case CDUCKDB_STRUCT: self = .structure(VectorType.memberNames(logical))
        case CDUCKDB_DECIMAL: self = .decimal(scale: Int(duckdb_decimal_scale(logical)), bytes: VectorType.decimalBytes(logical))
        default: self = .other
        }
    }

    /// DECIMAL(12,2) is stored as a 64-bit integer, DECIMAL(4,1) as a 16-bit one: the width decides.
    private static func decimalBytes(_ logical: duckdb_logical_type?) -> Int {
        switch Int(duckdb_decimal_internal_type(logical)) {
        case CDUCKDB_SMALLINT: 2
        case CDUCKDB_INTEGER: 4
        case CDUCKDB_BIGINT: 8
        default: 16
        }
    }

    private static func memberNames(_ logical: duckdb_logical_type?) -> [String] {
        (0..<duckdb_struct_type_child_count(logical)).map { index in
            guard let name = duckdb_struct_type_child_name(logical, index) else { return "" }
            defer { duckdb_free(name) }
            return String(cString: name)
        }
    }
}
