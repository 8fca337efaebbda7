import DuckDB
import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("Whatever a text file holds")
struct TextPropertyTests {
    private struct Sample {
        let delimiter: String
        let end: String
        let rows: [[String]]
        let text: String
    }

    private static let pieces = [
        "a", "é", "👍", " ", "\"", ";", ",", "\t", "|", "\n", "\r\n", "\r", "0", "1,5", "\\", "'", "l'été", "€", "\u{A0}", "#",
        "NULL", "\u{FEFF}", "=",
    ]

    /// A table of 1 to 5 columns, written with quotes where they are needed and sometimes where they are not.
    private static func sample(_ random: inout Seeded) -> Sample {
        let delimiter = random.pick([";", ",", "\t", "|"]), end = random.pick(["\n", "\r\n"])
        let width = random.number(1...5), height = random.number(0...8)
        let header = (0..<width).map { "c\($0)" }
        var rows: [[String]] = []
        for _ in 0..<height {
            var row: [String] = []
            for _ in 0..<width {
                var cell = ""
                for _ in 0..<random.number(0...4) { cell += random.pick(pieces) }
                row.append(cell)
            }
            rows.append(row)
        }
        var text = ""
        for row in [header] + rows {
            let cells = row.map { cell in
                let needed =
                    cell.utf8.contains { [0x22, 0x0A, 0x0D].contains($0) || $0 == delimiter.utf8.first }
                    || (width == 1 && cell.isEmpty)
                guard needed || random.once(in: 5) else { return cell }
                return "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
            }
            text += cells.joined(separator: delimiter) + end
        }
        if random.once(in: 4), !rows.isEmpty { text = String(text.unicodeScalars.dropLast(end.unicodeScalars.count)) }
        return Sample(delimiter: delimiter, end: end, rows: rows, text: text)
    }

    @Test("two thousand small files come back as they were written", arguments: Array(1...20).map(UInt64.init))
    func roundTrip(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        let engine = try Engine(EngineConfiguration(extensionFolder: "none"))
        defer { engine.close() }
        let failures: [String] = try await engine.write { connection in
            var random = Seeded(seed)
            var failures: [String] = []
            for number in 0..<100 {
                let sample = Self.sample(&random)
                try folder.write(sample.text, to: "x.csv")
                let connector = try TextTable.connector(
                    "x.csv", ["delimiter": .text(sample.delimiter), "encoding": .text("utf-8"), "header": .integer(1)],
                    in: folder.url)
                do {
                    let answer = try TextTable.collect(connector, connection)
                    // The engine has one kind of nothing for an empty cell.
                    let read = answer.rows.map { $0.map { Array(($0 ?? "").utf8) } }
                    if read != sample.rows.map({ $0.map { Array($0.utf8) } }) || !answer.findings.isEmpty {
                        failures.append(
                            "number \(number): \(sample.text.debugDescription) gives \(answer.rows) \(answer.findings)")
                    }
                } catch {
                    failures.append("number \(number): \(sample.text.debugDescription) throws \(error)")
                }
            }
            return failures
        }
        #expect(failures.isEmpty, "seed \(seed): \(failures.count) failures, \(failures.prefix(3).joined(separator: "\n"))")
    }

    @Test("noise ends in rows or in a fault, never in a crash", arguments: Array(1...8).map(UInt64.init))
    func noise(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        let engine = try Engine(EngineConfiguration(extensionFolder: "none"))
        defer { engine.close() }
        let surprises: [String] = try await engine.write { connection in
            var random = Seeded(seed)
            var surprises: [String] = []
            for number in 0..<250 {
                var bytes: [UInt8] = []
                let isNoise = random.once(in: 3)
                for _ in 0..<random.number(0...120) {
                    bytes +=
                        isNoise
                        ? [UInt8.random(in: 0...255, using: &random)]
                        : Array(random.pick(Self.pieces + [";", ";", "\n", "\n"]).utf8)
                }
                try folder.write(Data(bytes), to: "x.csv")
                let options: [String: Value.Content] = random.once(in: 3) ? ["header": .integer(random.number(0...3))] : [:]
                do {
                    _ = try TextTable.collect(try TextTable.connector("x.csv", options, in: folder.url), connection)
                } catch is CollectFault {
                } catch {
                    surprises.append(
                        "number \(number): \(String(decoding: bytes, as: UTF8.self).debugDescription) \(options.mapValues { "\($0)" }) throws \(error)"
                    )
                }
            }
            return surprises
        }
        #expect(surprises.isEmpty, "seed \(seed): \(surprises.count), \(surprises.prefix(2).joined(separator: "\n"))")
    }
}
