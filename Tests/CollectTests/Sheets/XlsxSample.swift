import DuckDB
import Foundation
import Support
import Territory

@testable import Collect

/// A workbook read by itself in an engine of its own.
struct XlsxSample {
    let file: URL

    /// A workbook of `Fixtures/xlsx`, by its name.
    static func fixture(_ name: String) -> XlsxSample {
        XlsxSample(file: Repository.folder.appending(path: "Tests/CollectTests/Fixtures/xlsx/\(name).xlsx"))
    }

    static let valbourg = XlsxSample(
        file: Repository.folder.appending(path: "Examples/valbourg/exports/subventions-2024.xlsx"))
    /// A real one, beside the repository.
    static let sarthe = XlsxSample(file: SharedFiles.file("samples/subventions/sarthe_2018-converti-pdf.xlsx"))

    /// What a sheet gives, out of the engine.
    struct Answer: Sendable {
        let table: XlsxTable
        let rows: [Row]

        var columns: [String] { table.relation.columns.map(\.name) }
        /// The notes in English, one under the other.
        var notes: String { table.notes.map { $0.text(in: .english) }.joined(separator: "\n") }

        /// One column, as text.
        func column(_ name: String) -> [String?] { rows.map { $0.text(name) } }
    }

    func read(_ sheet: SheetChoice = .detect, header: Int? = nil) async throws -> Answer {
        let engine = try Engine(EngineConfiguration(extensionFolder: ""))
        defer { engine.close() }
        let file = self.file
        return try await engine.write { connection in
            try connection.execute("CREATE SCHEMA memory.work_xlsx")
            let work = WorkArea(schema: "memory.work_xlsx", folder: FileManager.default.temporaryDirectory)
            let table = try XlsxReader(file: file).read(
                sheet: sheet, header: header, source: "exports/\(file.lastPathComponent)", into: "sheet \"0\"", work: work,
                connection)
            return Answer(table: table, rows: try connection.rows(table.relation.sql, table.relation.parameters))
        }
    }

    /// The fault of a workbook that must be refused.
    func fault(_ sheet: SheetChoice = .detect, header: Int? = nil) async throws -> CollectFault? {
        do {
            _ = try await read(sheet, header: header)
            return nil
        } catch let fault as CollectFault {
            return fault
        }
    }
}
