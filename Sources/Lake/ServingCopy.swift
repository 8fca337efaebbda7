package import DuckDB
package import Foundation

/// The current version of a dataset as a native table in a file of its own: local to this machine, disposable, and open to
/// any number of readers while another process holds the catalogue. Made at the first reading of a version.
package struct ServingCopy: Sendable {
    package let dataset: String
    package let version: Int
    /// A lake may be restored to an earlier version, which then gets another successor of the same number: the run, which is
    /// never given twice, tells them apart.
    let run: String
    package let file: URL

    /// The table once `attach` has opened the file.
    package var table: String { identifier(catalog, "main", "data") }
    // The file's own name: an engine that lives on has the earlier copy still attached.
    private var catalog: String { "serving_\(file.deletingPathExtension().lastPathComponent)" }

    /// Opens the file on this connection's engine, to read only.
    package func attach(_ connection: Connection) throws(EngineFault) {
        try connection.execute("ATTACH IF NOT EXISTS \(literal(file.path)) AS \(identifier(catalog)) (READ_ONLY)")
    }

    /// The rows in the order of their files. Call `attach` first.
    package func relation(_ connection: Connection) throws(EngineFault) -> Relation {
        let columns = try connection.columns(of: "SELECT * FROM \(table)").filter { column in
            !Relation.provenance.contains { $0.name == column.name }
        }
        return Relation(table: table, columns: columns)
    }
}

/// The serving copies of one machine.
package struct ServingCopies: Sendable {
    private let folder: URL
    private let lake: LakeStore

    /// - Parameter folder: where the files are: `.lavoir/serving` of the territory.
    package init(in folder: URL, of lake: LakeStore) {
        self.folder = folder
        self.lake = lake
    }

    /// The copy of the current version, made now if it is not there. While another process holds the catalogue, the latest
    /// copy there is.
    package func current(_ dataset: String) async throws -> ServingCopy {
        do {
            let folder = folder
            return try await lake.session(readOnly: true, patience: .seconds(3)) { session in
                guard let head = try session.head(of: dataset) else { throw LakeFault(.noVersion, subject: dataset) }
                let copy = Self.copy(dataset, head.version, head.run, in: folder)
                if !FileManager.default.fileExists(atPath: copy.file.path) { try Self.make(copy, session) }
                return copy
            }
        } catch let fault as LakeFault where fault.isTransient {
            guard let latest = Self.all(of: dataset, in: folder).max(by: { $0.version < $1.version }) else { throw fault }
            return latest
        }
    }

    private static func copy(_ dataset: String, _ version: Int, _ run: String, in folder: URL) -> ServingCopy {
        ServingCopy(
            dataset: dataset, version: version, run: run,
            file: folder.appending(path: "\(dataset).\(version).\(run).duckdb"))
    }

    private static func all(of dataset: String, in folder: URL) -> [ServingCopy] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.compactMap { name in
            let parts = name.split(separator: ".")
            guard parts.count == 4, parts[0] == dataset, parts[3] == "duckdb", let version = Int(parts[1]) else { return nil }
            return copy(dataset, version, String(parts[2]), in: folder)
        }
    }

    /// Builds beside and renames: a copy is there whole or not at all. Older copies go; who reads one keeps it open.
    private static func make(_ copy: ServingCopy, _ session: LakeSession) throws {
        let folder = copy.file.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let part = folder.appending(path: ".\(copy.dataset).\(copy.version).\(getpid()).part")
        try? FileManager.default.removeItem(at: part)
        let connection = session.connection
        try connection.execute("ATTACH \(literal(part.path)) AS serving_part")
        do {
            try connection.execute(
                "CREATE TABLE serving_part.main.data AS SELECT * FROM \(LakeSession.table(copy.dataset)) ORDER BY _source, _row, rowid"
            )
            try connection.execute("DETACH serving_part")
        } catch {
            connection.conclude("DETACH serving_part")
            try? FileManager.default.removeItem(at: part)
            throw error
        }
        try FileManager.default.moveItem(at: part, to: copy.file)
        for older in all(of: copy.dataset, in: folder) where older.run != copy.run {
            try? FileManager.default.removeItem(at: older.file)
        }
    }
}
