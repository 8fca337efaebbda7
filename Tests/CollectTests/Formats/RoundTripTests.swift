import DuckDB
import Foundation
import Lake
import Support
import Territory
import Testing

@testable import Collect

@Suite("What is exported, then collected")
struct RoundTripTests {
    /// Random rows of every type, as text; nil and the empty text are the same to files.
    struct Sample {
        static let columns = [
            ("texte", "VARCHAR"), ("code", "VARCHAR"), ("entier", "BIGINT"), ("montant", "DECIMAL(12, 2)"), ("mesure", "DOUBLE"),
            ("jour", "DATE"), ("instant", "TIMESTAMP"), ("vrai", "BOOLEAN"), ("latitude", "DOUBLE"), ("longitude", "DOUBLE"),
            ("nom \"à\" virgule, é", "VARCHAR"),
        ]

        let rows: [[String?]]

        init(seed: UInt64, count: Int) {
            var random = Seeded(seed)
            rows = (0..<count).map { _ in Sample.columns.indices.map { random.once(in: 6) ? nil : Sample.cell($0, &random) } }
        }

        private static func cell(_ column: Int, _ random: inout Seeded) -> String {
            switch column {
            case 1: (0..<random.number(5...22)).map { _ in String(random.number(0...9)) }.joined()
            case 2: String(random.number(-9_007_199_254_740_991...9_007_199_254_740_991))
            case 3: String(format: "%d.%02d", random.number(-9_999_999_999...9_999_999_999), random.number(0...99))
            case 4, 8, 9: Self.number(Double(random.number(-180_000_000...180_000_000)) / 1_000_000)
            case 5: String(format: "%04d-%02d-%02d", random.number(1901...2099), random.number(1...12), random.number(1...28))
            case 6:
                String(
                    format: "%04d-%02d-%02dT%02d:%02d:%02d", random.number(1901...2099), random.number(1...12),
                    random.number(1...28),
                    random.number(0...23), random.number(0...59), random.number(0...59))
            case 7: random.once(in: 2) ? "true" : "false"
            default:
                (1...random.number(1...5)).map { _ in
                    random.pick([
                        "é", "œuvre", "\"", "''", ",", ";", "\n", "a\tb", "l'été", " ", "\\", "👍", "{x}", "0012", "<b>", "&amp;",
                        "null", "–",
                    ])
                }.joined()
            }
        }

        private static func number(_ value: Double) -> String {
            let text = "\(value)"
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
    }

    @Test("gives the same rows", arguments: ExportFormat.allCases, [UInt64(1), 2, 3])
    func sameRows(_ format: ExportFormat, seed: UInt64) async throws {
        let sample = Sample(seed: seed, count: 60), folder = try TemporaryFolder()
        try await Self.export(sample, format, to: folder.url.appending(path: "x.\(format.rawValue)"))
        let answer = try await FileTable.read(in: folder, "x.\(format.rawValue)")
        let names = Sample.columns.map(\.0)
        #expect(answer.columns.filter { $0 != "geometry" } == names)
        #expect(answer.rows.count == sample.rows.count)
        let kept = answer.columns.indices.filter { answer.columns[$0] != "geometry" }
        for (found, row) in zip(answer.rows, sample.rows) {
            for (column, index) in kept.enumerated() {
                let expected = row[column]?.isEmpty == true ? nil : row[column]
                let cell = found[index]?.isEmpty == true ? nil : found[index]
                // A cell of a workbook is a number: 12.50 is 12.5 there.
                if format == .xlsx, names[column] == "montant" {
                    #expect(cell.flatMap { Decimal(string: $0) } == expected.flatMap { Decimal(string: $0) })
                } else {
                    #expect(cell == expected, "\(format) \(names[column])")
                }
            }
        }
    }

    private static func export(_ sample: Sample, _ format: ExportFormat, to file: URL) async throws {
        var configuration = EngineConfiguration(extensionFolder: Repository.extensions)
        configuration.extensions = ["excel"]
        let engine = try Engine(configuration)
        defer { engine.close() }
        try await engine.write { connection in
            let definitions = Sample.columns.map { "\(identifier($0.0)) \($0.1)" } + ["_source VARCHAR", "_row BIGINT"]
            try connection.execute("CREATE TABLE t (\(definitions.joined(separator: ", ")))")
            let marks = Array(repeating: "?", count: Sample.columns.count + 2).joined(separator: ", ")
            for (number, row) in sample.rows.enumerated() {
                try connection.execute(
                    "INSERT INTO t VALUES (\(marks))", row.map { SQLValue($0) } + [.text("x"), .integer(Int64(number + 1))])
            }
            let relation = Relation(
                sql: "SELECT * FROM t ORDER BY _row",
                columns: try connection.columns(of: "SELECT * FROM t").dropLast(2).map { $0 })
            let export = Export(relation, as: format, fields: [], withPrivate: true)
            if format.isFile { return try export.write(to: file.path, connection) }
            var bytes: [UInt8] = []
            try export.stream(connection) { bytes += $0 }
            try Data(bytes).write(to: file)
        }
    }
}
