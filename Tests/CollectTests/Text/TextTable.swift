import DuckDB
import Foundation
import Support
import Territory

@testable import Collect

/// A territory with text files in it, and what the file connector makes of them.
struct TextTable {
    /// The columns, the rows with `_row` last, the findings as `code row value detail`, the notes.
    struct Answer: Sendable {
        let columns: [String]
        let rows: [[String?]]
        let numbers: [Int]
        let sources: [String]
        let findings: [String]
        let notes: [String]

        /// Cells as text, an empty one as `∅`.
        var cells: [[String]] { rows.map { $0.map { $0 ?? "∅" } } }
    }

    static func place(_ line: Int = 2) -> Place { Place(file: "datasets/x.yaml", line: line, column: 9) }

    static func connector(_ pattern: String, _ options: [String: Value.Content], in folder: URL) throws -> FileConnector {
        try FileConnector(
            SourceDeclaration(
                connector: "file", argument: Value(.text(pattern), at: place()),
                options: options.mapValues { Value($0, at: place(3)) }, place: place()), in: Confinement(folder))
    }

    /// Collects one file made of these bytes.
    static func read(_ bytes: some Sequence<UInt8>, _ options: [String: Value.Content] = [:]) async throws -> Answer {
        try await read(["x.csv": Data(bytes)], "x.csv", options)
    }

    static func read(_ text: String, _ options: [String: Value.Content] = [:]) async throws -> Answer {
        try await read(text.utf8, options)
    }

    /// Collects what a pattern names among these files.
    static func read(_ files: [String: Data], _ pattern: String, _ options: [String: Value.Content] = [:]) async throws -> Answer
    {
        let folder = try TemporaryFolder()
        for (path, bytes) in files { try folder.write(bytes, to: path) }
        return try await read(in: folder.url, pattern, options)
    }

    static func read(in folder: URL, _ pattern: String, _ options: [String: Value.Content] = [:]) async throws -> Answer {
        let connector = try connector(pattern, options, in: folder)
        let engine = try Engine(EngineConfiguration(extensionFolder: "none"))
        defer { engine.close() }
        return try await engine.write { try collect(connector, $0) }
    }

    static func collect(_ connector: FileConnector, _ connection: Connection) throws -> Answer {
        let work = try TemporaryFolder()
        try connection.execute("CREATE SCHEMA IF NOT EXISTS memory.work_text")
        let collected = try connector.collect(connection, into: WorkArea(schema: "memory.work_text", folder: work.url))
        let relation = collected.relation
        let rows = try connection.rows("SELECT * FROM (\(relation.sql)) ORDER BY _source, _row", relation.parameters)
        let findings = try collected.findings.flatMap {
            try connection.rows("SELECT * FROM (\($0.sql)) ORDER BY _row", $0.parameters)
        }
        return Answer(
            columns: relation.columns.map(\.name), rows: rows.map { $0.values.dropLast(2).map(\.text) },
            numbers: rows.map { $0.integer("_row") ?? -1 }, sources: rows.map { $0.text("_source") ?? "" },
            findings: findings.map {
                "\($0.text("code") ?? "") \($0.integer("_row") ?? 0) \($0.text("value") ?? "-") \($0.text("detail") ?? "-")"
            },
            notes: collected.notes.map(\.english))
    }
}
