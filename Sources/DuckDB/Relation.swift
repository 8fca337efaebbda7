/// What one stage hands to the next: a question to the engine, not its answer.
///
/// `parameters` stand in the order of the `?` in `sql`; since a step wraps the SQL it receives exactly once, they simply
/// follow one another.
package struct Relation: Sendable {
    /// A column as the engine sees it.
    package struct Column: Sendable, Hashable {
        package let name: String
        /// An SQL type; what collectors deliver is `VARCHAR`.
        package let type: String

        package init(_ name: String, type: String = "VARCHAR") {
            self.name = name
            self.type = type
        }

        package var isText: Bool { type == "VARCHAR" }
    }

    package let sql: String
    package let parameters: [SQLValue]
    /// The data columns, in order. `_source` and `_row` follow them in every relation and are not listed.
    package let columns: [Column]

    package init(sql: String, parameters: [SQLValue] = [], columns: [Column]) {
        self.sql = sql
        self.parameters = parameters
        self.columns = columns
    }

    /// Where a row came from: `_source`, the file relative to the territory, and `_row`, its row there.
    package static let provenance = [Column("_source"), Column("_row", type: "BIGINT")]

    /// Everything of a table that already holds `_source` and `_row`.
    package init(table: String, columns: [Column]) {
        let names = (columns + Relation.provenance).map { identifier($0.name) }
        self.init(sql: "SELECT \(names.joined(separator: ", ")) FROM \(table)", columns: columns)
    }
}
