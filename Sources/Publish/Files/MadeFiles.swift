package import DuckDB

/// The data files of a version, and the columns they all have.
package struct MadeFiles: Sendable, Codable {
    /// One column as the engine holds it.
    package struct Column: Sendable, Codable, Hashable {
        package let name: String
        /// The engine's name of the type: `VARCHAR`, `DECIMAL(12,2)`, `VARCHAR[]`.
        package let type: String

        init(name: String, type: String) {
            self.name = name
            self.type = type
        }

        init(_ column: Relation.Column) { self.init(name: column.name, type: column.type) }
    }

    package let files: [PublishedFile]
    package let columns: [Column]

    package init(files: [PublishedFile], columns: [Column]) {
        self.files = files
        self.columns = columns
    }
}
