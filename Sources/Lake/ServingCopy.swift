package import DuckDB
package import Foundation

/// A version of a dataset as a native table in a file of its own: local to this machine, disposable, and open to any number
/// of readers while another process holds the catalogue.
///
/// The file has these tables: `data`, the columns of the version with `_source`, `_row` and `_id`, in the order of their files, and the
/// codes of facets and the bounds of shapes; `about`, one row: dataset, version, run, when it was committed (UTC), how many rows, whether there is an index of words; `facets`, those
/// that have codes; `bounds`, the shapes that have them; and `words`, where the dataset declares an index of them.
package struct ServingCopy: Sendable, Hashable {
    package let dataset: String
    package let version: Int
    /// A lake may be restored to an earlier version, which then gets another successor of the same number: the run, which is
    /// never given twice, tells them apart.
    package let run: String
    package let file: URL

    /// The column that identifies a row: 40 hexadecimal digits made from the key's values, or from the whole row where the
    /// dataset has no key.
    package static let identifier = "_id"

    /// The name under which `attach` opens the file. The file's own: an engine that lives on has the earlier copy still
    /// attached.
    package var catalog: String { "serving_\(file.deletingPathExtension().lastPathComponent)" }

    /// The table once `attach` has opened the file.
    package var table: String { DuckDB.identifier(catalog, "main", "data") }

    /// Opens the file on this connection's engine, to read only.
    package func attach(_ connection: Connection) throws(EngineFault) {
        try connection.execute("ATTACH IF NOT EXISTS \(literal(file.path)) AS \(DuckDB.identifier(catalog)) (READ_ONLY)")
    }

    /// Lets go of the file. Statements that read it end undisturbed.
    package func detach(_ connection: Connection) {
        connection.conclude("DETACH \(DuckDB.identifier(catalog))")
    }

    /// The rows in the order of their files. Call `attach` first.
    package func relation(_ connection: Connection) throws(EngineFault) -> Relation {
        Relation(table: table, columns: try columns(connection, beside: try boundedShapes(connection)))
    }

    /// What the file holds, for who opens it to stay. Call `attach` first.
    package func contents(_ connection: Connection) throws(EngineFault) -> Contents {
        let about = try about(connection), bounds = try boundedShapes(connection)
        return Contents(
            about: about, columns: try columns(connection, beside: bounds), codes: try codedFacets(connection), bounds: bounds,
            words: about.hasWords ? Self.words(in: DuckDB.identifier(catalog, "main")) : nil)
    }

    /// What there is to read in a copy.
    package struct Contents: Sendable {
        package let about: About
        /// The data columns.
        package let columns: [Relation.Column]
        /// How many different values the facets have that are stored a second time, as codes of these values in their order.
        package let codes: [String: Int]
        /// The fields of shapes that have their bounds in columns beside them: west, south, east, north, in degrees.
        package let bounds: [String: [String]]
        /// The index of words, `word`, `field`, `row`, when there is one.
        package let words: String?
    }

    private func columns(
        _ connection: Connection, beside bounds: [String: [String]]
    ) throws(EngineFault) -> [Relation.Column] {
        let own = Set(Relation.provenance.map(\.name) + [Self.identifier] + bounds.values.flatMap(\.self))
        // The columns of codes are of types that no version has.
        return try connection.columns(of: "SELECT * FROM \(table)").filter {
            !own.contains($0.name) && !$0.type.hasPrefix("ENUM(")
        }
    }

    private func codedFacets(_ connection: Connection) throws(EngineFault) -> [String: Int] {
        let rows = try connection.rows("SELECT field, codes FROM \(DuckDB.identifier(catalog, "main", "facets"))")
        return Dictionary(rows.map { ($0.text("field") ?? "", $0.integer("codes") ?? 0) }) { first, _ in first }
    }

    private func boundedShapes(_ connection: Connection) throws(EngineFault) -> [String: [String]] {
        let rows = try connection.rows("SELECT field FROM \(DuckDB.identifier(catalog, "main", "bounds"))")
        let fields = rows.compactMap { $0[0].text }
        return Dictionary(fields.map { ($0, ServingBounds(of: $0).columns) }) { first, _ in first }
    }

    static func words(in catalog: String) -> String { "\(catalog).words" }

    /// The column that holds the codes of a facet's values.
    package static func codes(of field: String) -> String { "_codes of \(field)" }

    /// What the file says of itself. Call `attach` first.
    package func about(_ connection: Connection) throws(EngineFault) -> About {
        let row = try connection.row("SELECT * FROM \(DuckDB.identifier(catalog, "main", "about"))")
        return About(
            committed: row?.text("committed") ?? "", rows: row?.integer("row_count") ?? 0,
            hasWords: row?["has_words"] == .boolean(true))
    }

    /// What a copy says of its version.
    package struct About: Sendable, Hashable {
        /// When the version was committed, UTC, `2025-03-31 08:00:00.123`.
        package let committed: String
        package let rows: Int
        let hasWords: Bool
    }
}
