import DuckDB
import Foundation
import Support
import Testing

@testable import Collect

/// What is detected of each real workbook, as a table that a person can read and correct.
@Suite("Every workbook at hand", .enabled(if: SharedFiles.arePresent(for: "Every workbook at hand")))
struct SheetListTests {
    @Test("is read at the right sheet, below the right titles")
    func list() async throws {
        let root = SharedFiles.file("")
        let all = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
        let files = all.filter { path in ["xlsx", "xls", "ods"].contains { path.hasSuffix(".\($0)") } }.sorted()
        #expect(files.count > 15)
        let engine = try Engine(EngineConfiguration(extensionFolder: "none"))
        defer { engine.close() }
        let lines: [String] = try await engine.write { connection in
            try files.map { path in
                let answer = try SheetSample.shared(path).read(on: connection)
                let table = answer.table
                let found =
                    "\(table.sheet.name), titles \(table.headerRows), \(answer.columns.count) columns, \(answer.rows.count) rows"
                let notes = answer.notes.split(separator: "\n").map { "    \($0)" }
                return ([path, "    \(found)", "    \(answer.columns.prefix(5).joined(separator: " | "))"] + notes)
                    .joined(separator: "\n")
            }
        }
        try expectGolden(lines.joined(separator: "\n") + "\n", "workbooks.txt")
    }
}
