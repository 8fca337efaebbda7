package import DuckDB
package import Foundation

/// A version of a dataset as a native table in a file of its own: local to this machine, disposable, and open to any number
/// of readers while another process holds the catalogue.
///
/// The file has these tables: `data`, the columns of the version with `_source`, `_row` and `_id`, in the order of their files, and the
/// codes of facets and the bounds of shapes; `about`, one row: dataset, version, run, when it was committed (UTC), how many rows; `facets`, those
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
        Relation(table: table, columns: try columns(connection))
    }

    /// The data columns. Call `attach` first.
    package func columns(_ connection: Connection) throws(EngineFault) -> [Relation.Column] {
        let bounds = try boundedShapes(connection).values.flatMap(\.self)
        let own = Set(Relation.provenance.map(\.name) + [Self.identifier] + bounds)
        // The columns of codes are of types that no version has.
        return try connection.columns(of: "SELECT * FROM \(table)").filter {
            !own.contains($0.name) && !$0.type.hasPrefix("ENUM(")
        }
    }

    /// How many different values the facets have that are stored a second time, as codes of these values in their order. Call
    /// `attach` first.
    package func codedFacets(_ connection: Connection) throws(EngineFault) -> [String: Int] {
        let rows = try connection.rows("SELECT field, codes FROM \(DuckDB.identifier(catalog, "main", "facets"))")
        return Dictionary(rows.map { ($0.text("field") ?? "", $0.integer("codes") ?? 0) }) { first, _ in first }
    }

    /// The fields of shapes that have their bounds in columns beside them: west, south, east, north, in degrees. Call `attach`
    /// first.
    package func boundedShapes(_ connection: Connection) throws(EngineFault) -> [String: [String]] {
        let rows = try connection.rows("SELECT field FROM \(DuckDB.identifier(catalog, "main", "bounds"))")
        let fields = rows.compactMap { $0[0].text }
        return Dictionary(fields.map { ($0, ServingBounds(of: $0).columns) }) { first, _ in first }
    }

    /// The index of words, `word`, `field`, `row`, when there is one. Call `attach` first.
    package func words(_ connection: Connection) throws(EngineFault) -> String? {
        let tables = try connection.rows(
            "SELECT 1 FROM duckdb_tables() WHERE database_name = ? AND table_name = 'words'", [.text(catalog)])
        return tables.isEmpty ? nil : Self.words(in: DuckDB.identifier(catalog, "main"))
    }

    static func words(in catalog: String) -> String { "\(catalog).words" }

    /// The column that holds the codes of a facet's values.
    package static func codes(of field: String) -> String { "_codes of \(field)" }

    /// What the file says of itself. Call `attach` first.
    package func about(_ connection: Connection) throws(EngineFault) -> About {
        let row = try connection.row("SELECT * FROM \(DuckDB.identifier(catalog, "main", "about"))")
        return About(committed: row?.text("committed") ?? "", rows: row?.integer("row_count") ?? 0)
    }

    /// What a copy says of its version.
    package struct About: Sendable, Hashable {
        /// When the version was committed, UTC, `2025-03-31 08:00:00.123`.
        package let committed: String
        package let rows: Int
    }
}
