/// A value that goes into a statement or comes out of a result.
///
/// Decimals, dates and timestamps come as the engine writes them (`12.50`, `2025-03-31`, `2025-03-31 08:00:00`): nothing is
/// rounded on the way.
package enum SQLValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case double(Double)
    case text(String)
    case decimal(String)
    case date(String)
    case timestamp(String)
    case blob([UInt8])
    case list([SQLValue])
    case structure([Member])

    /// A named value of a structure.
    package struct Member: Sendable, Hashable {
        package let name: String
        package let value: SQLValue
    }

    /// The value as text, or nil when it is null. Lists and structures have none.
    package var text: String? {
        switch self {
        case .null, .blob, .list, .structure: nil
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .double(let value): String(value)
        case .text(let value), .decimal(let value), .date(let value), .timestamp(let value): value
        }
    }

    /// The value as a whole number, when it is one.
    package var integer: Int? {
        switch self {
        case .integer(let value): Int(value)
        case .decimal(let value), .text(let value): Int(value)
        default: nil
        }
    }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }

    /// A text, or null.
    package init(_ text: String?) { self = text.map { .text($0) } ?? .null }

    /// A whole number, or null.
    package init(_ integer: Int?) { self = integer.map { .integer(Int64($0)) } ?? .null }
}
