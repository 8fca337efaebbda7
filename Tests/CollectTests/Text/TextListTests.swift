import DuckDB
import Foundation
import Support
import Territory
import Testing

@testable import Collect

/// What is detected of each real text file, as a table that a person can read and correct.
@Suite("Every text file at hand", .enabled(if: SharedFiles.arePresent(for: "Every text file at hand")))
struct TextListTests {
    @Test("is read with its encoding, delimiter and titles")
    func list() async throws {
        let root = SharedFiles.file("")
        let files = Self.files(in: root)
        #expect(files.count > 70)
        let engine = try Engine(EngineConfiguration(extensionFolder: "none"))
        defer { engine.close() }
        let lines: [String] = try await engine.write { connection in
            try files.map { path in
                do {
                    let answer = try TextTable.collect(TextTable.connector(path, [:], in: root), connection)
                    let notes = answer.notes.map { $0.replacing(path, with: "").drop { ": ".contains($0) } }
                    let titles = answer.columns.prefix(3).joined(separator: " | ")
                    return "\(path)\n    \(notes.joined(separator: "; ")), \(answer.columns.count) columns: \(titles)"
                } catch let fault as CollectFault {
                    return "\(path)\n    \(fault.code): \(fault.what.english)"
                }
            }
        }
        try expectGolden(lines.joined(separator: "\n") + "\n", "text-files.txt")
    }

    private static func files(in root: URL) -> [String] {
        ["samples", "schemas"].flatMap { folder -> [String] in
            let all = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.allObjects as? [String] ?? []
            return all.filter { $0.hasSuffix(".csv") && (folder == "samples" || $0.contains("/examples/")) }
                .map { "\(folder)/\($0)" }
        }.sorted()
    }
}
