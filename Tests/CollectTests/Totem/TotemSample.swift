import DuckDB
import Foundation
import Support
import Territory

@testable import Collect

/// A budget territory for one test: files, a conversion, its rows and findings.
struct TotemSample {
    let folder: URL

    /// The real budgets and plans, beside the repository.
    static let real = TotemSample(folder: SharedFiles.file("budget"))

    /// A folder of its own with these files.
    static func files(_ files: [String: Data]) throws -> TotemSample {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("totem-\(UUID().uuidString)")
        for (path, content) in files {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try content.write(to: file)
        }
        return TotemSample(folder: folder)
    }

    /// What a conversion gives, out of the engine.
    struct Answer: Sendable {
        /// The 22 columns, `_source`, `_row`.
        let rows: [Row]
        let findings: [Row]
        /// As published: comma, CRLF, quotes where needed.
        let csv: Data

        func findings(_ code: String, field: String? = nil) -> [Row] {
            findings.filter { $0.text("code") == code && (field == nil || $0.text("field") == field) }
        }
    }

    /// Converts what one pattern names, or several with spaces between them.
    func convert(_ path: String, mode: String = "completed", plans: String = "plan-de-comptes") async throws -> Answer {
        let connector = try TotemConnector(declaration(path, mode, plans), in: Confinement(folder))
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("totem-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: copy) }
        let engine = try Engine(EngineConfiguration(extensionFolder: ""))
        defer { engine.close() }
        return try await engine.write { connection in
            let work = try Self.workArea(connection)
            let collected = try connector.collect(connection, into: work)
            let relation = collected.relation
            try connection.execute(
                "COPY (SELECT * EXCLUDE (_source, _row) FROM (\(relation.sql)) ORDER BY _source, _row) TO '\(copy.path)' (FORMAT csv, HEADER)",
                relation.parameters)
            return Answer(
                rows: try connection.rows("\(relation.sql) ORDER BY _source, _row", relation.parameters),
                findings: try collected.findings.flatMap { try connection.rows($0.sql, $0.parameters) },
                csv: Data(try String(contentsOf: copy, encoding: .utf8).replacing("\n", with: "\r\n").utf8))
        }
    }

    private static func workArea(_ connection: Connection) throws -> WorkArea {
        try connection.execute("CREATE SCHEMA memory.work_totem")
        return WorkArea(schema: "memory.work_totem", folder: FileManager.default.temporaryDirectory)
    }

    private func declaration(_ path: String, _ mode: String, _ plans: String) -> SourceDeclaration {
        let place = Place(file: "datasets/budget.yaml", line: 1, column: 1)
        return SourceDeclaration(
            connector: "totem",
            argument: Value(.list(path.split(separator: " ").map { Value(.text(String($0)), at: place) }), at: place),
            options: ["plans": Value(.text(plans), at: place), "mode": Value(.text(mode), at: place)], place: place)
    }
}
