package import DuckDB
package import Foundation
package import Lake
package import Territory

/// Makes the files of one version: once, whoever needs them, in a folder that goes afterwards.
package actor FileMaking {
    private let dataset: Dataset
    private let engine: Engine
    private let copy: @Sendable () async throws -> ServingCopy
    private let folder: URL
    private let changed: String
    private var made: Task<MadeFiles, any Error>?

    /// - Parameters:
    ///   - copy: the version to read.
    ///   - folder: where the files go; made when needed.
    ///   - changed: when the version was made, `2025-03-31T08:00:00`, UTC.
    package init(
        _ dataset: Dataset, _ engine: Engine, in folder: String, changed: String,
        of copy: @escaping @Sendable () async throws -> ServingCopy
    ) {
        self.dataset = dataset
        self.engine = engine
        self.copy = copy
        self.changed = changed
        self.folder = URL(filePath: folder)
    }

    /// The data files, in the order declared, with their bytes; and their columns.
    package func files() async throws -> MadeFiles {
        if let made { return try await made.value }
        let task = Task { try await make() }
        made = task
        return try await task.value
    }

    private func make() async throws -> MadeFiles {
        let dataset = dataset, folder = folder, changed = changed
        try await engine.load(["spatial"])
        if dataset.sheet.formats.contains(.xlsx) { try await engine.load(["excel"]) }
        return try await reading { ordered, connection in
            let files = try Self.formats(of: dataset, ordered).map { format in
                try Self.write(ordered, dataset, as: format, in: folder, changed, connection)
            }
            let hidden = Set(dataset.resolvedFields.filter(\.isPrivate).map(\.name))
            let columns = ordered.columns.filter { !hidden.contains($0.name) }.map { MadeFiles.Column($0) }
            return MadeFiles(files: files, columns: columns)
        }
    }

    /// The rows, one JSON object on each line: no file that is published.
    package func lines() async throws -> URL {
        let dataset = dataset, file = folder.appending(path: ".lines.ndjson")
        return try await reading { ordered, connection in
            let export = Export(ordered, as: .ndjson, fields: dataset.resolvedFields, withPrivate: false)
            try Self.stream(export, to: file, connection)
            return file
        }
    }

    /// Reads every row of the version, in order.
    private func reading<T: Sendable>(_ body: @escaping @Sendable (Relation, Connection) throws -> T) async throws -> T {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let copy = try await copy()
        return try await engine.read { connection in
            try copy.attach(connection)
            defer { copy.detach(connection) }
            let relation = try copy.relation(connection)
            let ordered = Relation(
                sql: "\(relation.sql) ORDER BY _source, _row, rowid", parameters: relation.parameters, columns: relation.columns)
            return try body(ordered, connection)
        }
    }

    private static func stream(_ export: Export, to file: URL, _ connection: Connection) throws {
        _ = FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        try export.stream(connection) { try handle.write(contentsOf: $0) }
    }

    /// What a dataset declares, or the usual: with a place on the map, also what maps are made of.
    package static func formats(of dataset: Dataset, _ relation: Relation) -> [FileFormat] {
        let declared = dataset.sheet.formats
        if !declared.isEmpty { return declared }
        let isPlaced = Export(relation, as: .geojson, fields: dataset.resolvedFields, withPrivate: false).hasGeometry
        return isPlaced ? [.csv, .json, .geojson, .gpkg, .parquet] : [.csv, .json, .parquet]
    }

    private static func write(
        _ relation: Relation, _ dataset: Dataset, as format: FileFormat, in folder: URL, _ changed: String,
        _ connection: Connection
    ) throws -> PublishedFile {
        let file = folder.appending(path: "\(dataset.name).\(format.rawValue)")
        let export = Export(
            relation, as: ExportFormat(rawValue: format.rawValue) ?? .geojson, fields: dataset.resolvedFields, withPrivate: false)
        switch format {
        case .gpkg: try export.writeGeoPackage(to: file.path, layer: dataset.name, changed: changed, connection)
        case .xlsx, .parquet: try export.write(to: file.path, connection)
        case .csv, .json, .ndjson, .geojson: try stream(export, to: file, connection)
        }
        return try PublishedFile(file, key: "data.\(format.rawValue)", purpose: .data, form: FileForm(format.rawValue))
    }
}
