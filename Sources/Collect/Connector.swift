package import DuckDB
package import Foundation
package import Territory

/// A way to read raw data: files, services, databases. One connector is one file and one line in `connectors`.
///
/// Parsing the declaration, looking at the outside and reading are three steps: `init` is pure, `files` looks, `collect`
/// reads. Everything arrives as text: no type is guessed, so no leading zero is lost.
package protocol Connector: Sendable {
    /// The keys it accepts, its documentation and an example.
    static var spec: Spec { get }
    /// What it may find in the data.
    static var findings: [FindingKind] { get }

    /// Takes a declaration whose shape was checked. Nothing is opened.
    init(_ source: SourceDeclaration, in folder: Confinement) throws

    /// The same, for a connector with secrets: they are opened when they are used.
    init(_ source: SourceDeclaration, in folder: Confinement, opening keyring: Keyring) throws

    /// Every file that the result depends on, in a stable order. The fingerprint is theirs.
    func files() throws -> [URL]

    /// Reads the files: text columns, then `_source` (path relative to the territory) and `_row`.
    func collect(_ connection: Connection, into work: WorkArea) throws -> Collected
}

extension Connector {
    package init(_ source: SourceDeclaration, in folder: Confinement, opening keyring: Keyring) throws {
        try self.init(source, in: folder)
    }
}

/// What a connector hands over.
package struct Collected: Sendable {
    /// The rows, read when the relation is.
    package let relation: Relation
    /// What was detected or is worth saying, for people: encoding, delimiter, header row, controls.
    package let notes: [Bilingual]
    /// Relations with the columns `code, severity, _source, _row, field, value, detail`.
    package let findings: [Relation]
    /// How each file was read, in their order.
    package var layouts: [FileLayout]
    /// The titles as they stand in the file, in the order of the columns: those may bear other names, trimmed and numbered.
    /// Nil where several files meet, or where the source has no titles.
    package let titles: [String]?

    package init(
        relation: Relation, notes: [Bilingual] = [], findings: [Relation] = [], layouts: [FileLayout] = [],
        titles: [String]? = nil
    ) {
        self.relation = relation
        self.notes = notes
        self.findings = findings
        self.layouts = layouts
        self.titles = titles
    }
}

/// Where one run puts what it needs for a while: a schema of the engine's memory and a folder. Both go when the run ends.
package struct WorkArea: Sendable {
    /// The schema, quoted: `memory.work_3f2a`.
    package let schema: String
    package let folder: URL

    package init(schema: String, folder: URL) {
        self.schema = schema
        self.folder = folder
    }

    /// The quoted name of a table of this run.
    package func table(_ name: String) -> String { "\(schema).\(identifier(name))" }

    /// Opens a table of this run for rows from Swift.
    func appender(to table: String, on connection: Connection) throws(EngineFault) -> Appender {
        let parts = schema.replacing("\"", with: "").split(separator: ".").map(String.init)
        return try connection.appender(to: table, schema: parts.last, catalog: parts.count > 1 ? parts.first : nil)
    }
}
