import DuckDB
import Foundation
import Support
import Territory

@testable import Collect

/// A workbook read by itself in an engine of its own.
struct SheetSample {
    let file: URL

    /// A workbook of `Fixtures`, by its name without extension and its format.
    static func fixture(_ name: String, _ format: String = "xlsx") -> SheetSample {
        SheetSample(file: Repository.folder.appending(path: "Tests/CollectTests/Fixtures/\(format)/\(name).\(format)"))
    }

    /// A real one, beside the repository.
    static func shared(_ path: String) -> SheetSample { SheetSample(file: SharedFiles.file(path)) }

    static let valbourg = SheetSample(
        file: Repository.folder.appending(path: "Examples/valbourg/exports/subventions-2024.xlsx"))
    static let sarthe = shared("samples/subventions/sarthe_2018-converti-pdf.xlsx")

    /// What sheets give, out of the engine.
    struct Answer: Sendable {
        let tables: [SheetTable]
        let relation: Relation
        let rows: [Row]
        let all: [Bilingual]

        var table: SheetTable { tables[0] }
        var columns: [String] { relation.columns.map(\.name) }
        /// The notes in English, one under the other.
        var notes: String { all.map { $0.text(in: .english) }.joined(separator: "\n") }

        /// One column, as text.
        func column(_ name: String) -> [String?] { rows.map { $0.text(name) } }
    }

    /// The workbook, by the extension of its name.
    func workbook() throws -> any Workbook {
        let subject = "exports/\(file.lastPathComponent)"
        return switch file.pathExtension {
        case "ods": try OdsWorkbook(file, subject: subject)
        case "xls": try XlsWorkbook(file, subject: subject)
        default: try XlsxWorkbook(file, subject: subject)
        }
    }

    func read(_ sheet: SheetChoice = .detect, header: HeaderChoice = .detect, fillsMerged: Bool = false) async throws -> Answer {
        let engine = try Engine(EngineConfiguration(extensionFolder: ""))
        defer { engine.close() }
        return try await engine.write { connection in
            try read(sheet, header: header, fillsMerged: fillsMerged, on: connection)
        }
    }

    func read(
        _ sheet: SheetChoice = .detect, header: HeaderChoice = .detect, fillsMerged: Bool = false, on connection: Connection
    ) throws -> Answer {
        try connection.execute("DROP SCHEMA IF EXISTS memory.work_sheets CASCADE")
        try connection.execute("CREATE SCHEMA memory.work_sheets")
        let work = WorkArea(schema: "memory.work_sheets", folder: FileManager.default.temporaryDirectory)
        var options = SheetOptions()
        (options.sheet, options.header, options.fillsMerged) = (sheet, header, fillsMerged)
        let tables = try SheetReading(
            workbook: workbook(), options: options,
            destination: .init(table: "sheet \"0\"", work: work, connection: connection)
        ).tables()
        let collected = Union.byName(tables.map { Collected(relation: $0.relation, notes: $0.notes) })
        let relation = collected.relation
        let rows = try connection.rows("SELECT * FROM (\(relation.sql)) ORDER BY _source, _row", relation.parameters)
        return Answer(tables: tables, relation: relation, rows: rows, all: collected.notes)
    }

    /// The fault of a workbook that must be refused.
    func fault(_ sheet: SheetChoice = .detect, header: HeaderChoice = .detect) async throws -> CollectFault? {
        do {
            _ = try await read(sheet, header: header)
            return nil
        } catch let fault as CollectFault {
            return fault
        }
    }
}
