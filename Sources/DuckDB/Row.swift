/// One row of a small answer, by position or by column name.
package struct Row: Sendable {
    /// The values, in the order of the columns.
    package let values: [SQLValue]
    let names: [String]

    /// The value at a position, from 0.
    package subscript(index: Int) -> SQLValue { values[index] }

    /// The value of a column; null when the answer has no such column.
    package subscript(name: String) -> SQLValue {
        names.firstIndex(of: name).map { values[$0] } ?? .null
    }

    /// The value of a column as text.
    package func text(_ name: String) -> String? { self[name].text }

    /// The value of a column as a whole number.
    package func integer(_ name: String) -> Int? { self[name].integer }
}
