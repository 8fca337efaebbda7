package import DuckDB

/// One statement, ready to run: every value bound, every name quoted.
package struct CompiledQuery: Sendable, Hashable {
    package let sql: String
    /// In the order of the `?`.
    package let parameters: [SQLValue]
    /// What each row holds, in order.
    package let columns: [ResultColumn]
    /// Extensions of the engine that must be loaded first: `spatial`.
    package let extensions: [String]
    /// The same in two parts, when each column is a field of the table: who writes a row as one text writes it straight from
    /// the table, which the engine plans faster than a query around this one.
    package let parts: Parts?

    /// The values that a row is made of, in order, and what stands behind them: `FROM …`.
    package struct Parts: Sendable, Hashable {
        package let values: [String]
        package let rest: String
    }

    init(_ sql: SQL, columns: [ResultColumn], parts: Parts? = nil) {
        self.sql = sql.text
        self.parts = parts
        parameters = sql.parameters
        self.columns = columns
        extensions = self.sql.contains("ST_") ? ["spatial"] : []
    }
}

/// A column of an answer.
package struct ResultColumn: Sendable, Hashable {
    /// The key as answered: a field's name, an alias, or the source text of the expression.
    package let name: String
    package let type: ValueType
    /// Whether a value is a list.
    package let isMultivalued: Bool
    /// The field it comes from, unchanged, when it does.
    package let field: QueryField?

    package init(_ name: String, type: ValueType, isMultivalued: Bool = false, field: QueryField? = nil) {
        self.name = name
        self.type = type
        self.isMultivalued = isMultivalued
        self.field = field
    }
}
