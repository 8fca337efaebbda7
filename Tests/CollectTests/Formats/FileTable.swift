import DuckDB
import Foundation
import Support
import Territory
import Testing

@testable import Collect

/// What a source makes of files, with an engine that has its extensions.
enum FileTable {
    typealias Answer = TextTable.Answer

    /// Collects what a pattern names among these files.
    static func read(
        _ files: [String: Data], _ pattern: String, _ options: [String: Value.Content] = [:]
    ) async throws -> Answer {
        let folder = try TemporaryFolder()
        for (path, bytes) in files { try folder.write(bytes, to: path) }
        return try await read(in: folder, pattern, options)
    }

    static func read(_ text: String, as name: String, _ options: [String: Value.Content] = [:]) async throws -> Answer {
        try await read([name: Data(text.utf8)], name, options)
    }

    static func read(
        in folder: TemporaryFolder, _ pattern: String, _ options: [String: Value.Content] = [:]
    ) async throws -> Answer {
        defer { withExtendedLifetime(folder) {} }
        return try await collect(TextTable.connector(pattern, options, in: folder.url))
    }

    static func collect(_ connector: some Connector) async throws -> Answer {
        let engine = try Engine(EngineConfiguration(extensionFolder: Repository.extensions))
        defer { engine.close() }
        let work = try TemporaryFolder()
        defer { withExtendedLifetime(work) {} }
        return try await engine.write { try collect(connector, $0, in: work.url) }
    }

    private static func collect(_ connector: some Connector, _ connection: Connection, in folder: URL) throws -> Answer {
        try connection.execute("CREATE SCHEMA IF NOT EXISTS memory.work_text")
        let collected = try connector.collect(connection, into: WorkArea(schema: "memory.work_text", folder: folder))
        let relation = collected.relation
        // Every value must be text, whatever the format knows of types.
        let types = try connection.columns(of: relation.sql, relation.parameters)
        #expect(types.dropLast().allSatisfy { $0.type == "VARCHAR" }, "\(types)")
        #expect(types.map(\.name) == relation.columns.map(\.name) + ["_source", "_row"])
        let rows = try connection.rows("SELECT * FROM (\(relation.sql)) ORDER BY _source, _row", relation.parameters)
        return Answer(
            columns: relation.columns.map(\.name), rows: rows.map { $0.values.dropLast(2).map(\.text) },
            numbers: rows.map { $0.integer("_row") ?? -1 }, sources: rows.map { $0.text("_source") ?? "" }, findings: [],
            notes: collected.notes.map(\.english))
    }

    /// The fault of files that must be refused; both languages are whole sentences.
    static func fault(
        _ files: [String: Data], _ pattern: String, _ options: [String: Value.Content] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        do {
            _ = try await read(files, pattern, options)
            return "no fault"
        } catch let fault as any Explained {
            for words in [fault.what, fault.remedy] {
                for text in [words.french, words.english] {
                    #expect(!text.isEmpty && !text.contains("{"), "\(text)", sourceLocation: sourceLocation)
                }
            }
            return "\(fault.code): \(fault.what.english)"
        }
    }

    static func fault(_ text: String, as name: String, _ options: [String: Value.Content] = [:]) async throws -> String {
        try await fault([name: Data(text.utf8)], name, options)
    }

    /// Files that an engine writes: `COPY`, with the geometries' extension.
    static func made(_ statements: [String], in folder: TemporaryFolder) async throws {
        let engine = try Engine(EngineConfiguration(extensionFolder: Repository.extensions))
        defer { engine.close() }
        let path = folder.url.path
        try await engine.write { connection in
            try connection.load("spatial")
            for statement in statements { try connection.execute(statement.replacing("FOLDER", with: path)) }
        }
    }
}
