package import DuckDB

/// What changed between two versions of a dataset.
package struct Difference: Sendable, Codable {
    /// One row, by column; values as text.
    package typealias Cells = [String: String]

    /// One cell of a row that is in both versions.
    package struct Change: Sendable, Codable, Hashable {
        package let key: Cells
        package let field: String
        package let before: String?
        package let after: String?
        /// Where the later value stands.
        package let source: String?
        package let row: Int?
    }

    package let dataset: String
    package let from: Int
    package let to: Int
    /// Empty when rows were compared whole.
    package let key: [String]
    package let addedColumns: [String]
    package let removedColumns: [String]
    /// Exact counts; `added`, `removed` and `changed` hold the first of each.
    package let addedRows: Int
    /// Rows whose data are the same and whose place in the files is not; counted when nothing else changed.
    package let movedRows: Int
    package let removedRows: Int
    package let changedRows: Int
    package let added: [Cells]
    package let removed: [Cells]
    package let changed: [Change]

    package var isEmpty: Bool {
        addedRows + removedRows + changedRows == 0 && addedColumns.isEmpty && removedColumns.isEmpty
    }
}

extension LakeSession {
    /// Compares two versions: by key, telling the cells that changed, or by whole rows when there is no key. `_source` and
    /// `_row` do not count. Cost: one scan of each version and a join.
    package func difference(
        _ dataset: String, from: Version, to: Version, key: [String], limit: Int
    ) throws -> Difference {
        let old = try relation(from), new = try relation(to)
        return try Comparison(dataset: dataset, from: from.number, to: to.number, old: old, new: new, key: key, limit: limit)
            .difference(connection)
    }

    /// Compares the current version with a table that may become the next.
    package func difference(
        _ dataset: String, from: Version, to table: Relation, key: [String], limit: Int
    ) throws -> Difference {
        try Comparison(
            dataset: dataset, from: from.number, to: from.number + 1, old: try relation(from), new: table, key: key, limit: limit
        ).difference(connection)
    }
}
