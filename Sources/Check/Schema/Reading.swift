internal import DuckDB

/// How a type reads a text, in SQL over an expression that is a text or NULL.
struct Reading: Sendable {
    /// True where the text is no value of the type. Never true for NULL.
    let isRefused: String
    /// The value, comparable with others of the type; NULL where it is refused.
    let value: String
    /// Where SQL alone cannot tell: looks at a text that `isRefused` suspects, and says whether it is wrong indeed.
    var confirm: Confirmation?

    /// Looks at one text; true when it is wrong.
    typealias Confirmation = @Sendable (String) -> Bool

    init(isRefused: String, value: String, confirm: Confirmation? = nil) {
        self.isRefused = isRefused
        self.value = value
        self.confirm = confirm
    }

    /// The text must match a pattern whole; the value is then what `value` makes of it.
    init(_ text: String, matching pattern: String, value: String) {
        let matches = "regexp_full_match(\(text), \(constant(pattern)))"
        self.init(isRefused: "NOT \(matches)", value: "CASE WHEN \(matches) THEN \(value) END")
    }
}

/// A constant of a schema in SQL. A condition stands several times in a plan, in statements of different shapes: its
/// constants cannot be bound by position. Quoted scalar by scalar; a NUL, which would end the statement, is made by `chr`.
func constant(_ text: String) -> String {
    guard text.unicodeScalars.contains("\0") else { return literal(text) }
    return "("
        + text.split(separator: "\0", omittingEmptySubsequences: false).map { literal(String($0)) }
        .joined(separator: " || chr(0) || ") + ")"
}

/// SQL: whether a value is one of a list; NULL for NULL. Not `IN`: the engine makes a join of each long one, and two hundred
/// enumerations of a schema then cost gigabytes.
func isOne(_ value: String, of constants: [String]) -> String {
    constants.isEmpty ? "(\(value) IS NULL AND NULL)" : "list_contains([\(constants.joined(separator: ", "))], \(value))"
}

/// Pieces of patterns as RE2 understands them, that mean what Python means.
enum Piece {
    /// Blanks as `str.strip` and `int` know them.
    static let blank = #"[\s\x0B\x1C-\x1F\x{85}\p{Z}]"#
    /// Any decimal digit of Unicode.
    static let digit = #"\p{Nd}"#
    /// A whole number with underscores between digits.
    static let digits = #"\p{Nd}+(?:_\p{Nd}+)*"#
}
