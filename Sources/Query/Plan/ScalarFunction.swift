internal import DuckDB

/// A function of values of one row. Two are equal when their names are: a name tells the constants too (`date_format:yyyy`).
package struct ScalarFunction: Sendable, Hashable {
    package let name: String
    /// The type of the result; nil when it is that of the first argument.
    let gives: ValueType?
    /// Writes the call, from the arguments as written.
    let written: @Sendable ([SQL], Scope) -> SQL

    init(_ name: String, gives: ValueType?, _ written: @escaping @Sendable ([SQL], Scope) -> SQL) {
        self.name = name
        self.gives = gives
        self.written = written
    }

    package static func == (one: ScalarFunction, other: ScalarFunction) -> Bool { one.name == other.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
