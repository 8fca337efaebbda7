import Check
import Foundation
import Runs
import Support
import Testing

/// Valid rows that are spoiled in ways that can be undone, and what repairs make of them.
@Suite("Repairs of spoiled rows")
struct RepairableTests {
    private static let count = 600
    private static let seed: UInt64 = 11

    private static let schema = """
        {"fields": [
          {"name": "siret", "constraints": {"required": true, "pattern": "^\\\\d{14}$"}},
          {"name": "jour", "type": "date"},
          {"name": "montant", "type": "number"},
          {"name": "nature", "constraints": {"enum": ["aide en numéraire", "aide en nature", "prêt", "garantie d'emprunt"]}},
          {"name": "actif", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]},
          {"name": "code", "constraints": {"pattern": "^\\\\d{5}$"}}],
         "custom_checks": [{"name": "french-siret-value", "params": {"column": "siret"}}]}
        """

    /// Digits and their Luhn key.
    private static func keyed(_ digits: String) -> String {
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let value = (digit.element.wholeNumberValue ?? 0) * (digit.offset % 2 == 0 ? 2 : 1)
            return sum + value / 10 + value % 10
        }
        return digits + String((10 - sum % 10) % 10)
    }

    private static func row(_ random: inout Seeded) -> [String] {
        let siren = keyed(String(format: "0%07d", random.number(1_000_000...9_999_999)))
        let siret = keyed(siren + String(format: "%04d", random.number(1...9_999)))
        return [
            siret, String(format: "20%02d-%02d-%02d", random.number(10...24), random.number(1...12), random.number(1...28)),
            "\(random.number(1...99_999)).\(random.number(10...99))",
            random.pick(["aide en numéraire", "aide en nature", "prêt", "garantie d'emprunt"]), random.pick(["oui", "non"]),
            String(format: "0%04d", random.number(1_000...9_999)),
        ]
    }

    /// Spoils one cell.
    private static func spoiled(_ row: [String], _ column: Int, _ random: inout Seeded) -> String {
        let cell = row[column]
        switch column {
        case 0:
            return random.pick([
                String(cell.dropFirst()), " \(cell) ", "\(cell.prefix(3)) \(cell.dropFirst(3).prefix(3)) \(cell.dropFirst(6))",
            ])
        case 1:
            let parts = cell.split(separator: "-").map(String.init)
            return random.pick(["\(parts[2])/\(parts[1])/\(parts[0])", "\(cell)T00:00:00", "\(cell) "])
        case 2: return random.pick([cell.replacing(".", with: ","), "\(cell) €", "\(cell.replacing(".", with: ",")) €"])
        case 3:
            return random.pick([cell.uppercased(), cell.folding(options: .diacriticInsensitive, locale: nil) + " ", "\(cell)."])
        case 4: return random.pick([cell.uppercased(), cell == "oui" ? "vrai" : "faux", cell == "oui" ? "1" : "0"])
        default: return String(cell.dropFirst())
        }
    }

    @Test("are proposed rightly for 95 of a hundred at least, and a sure one is never wrong")
    func rate() async throws {
        var random = Seeded(Self.seed)
        let originals = (0..<Self.count).map { _ in Self.row(&random) }
        let columns = ["siret", "jour", "montant", "nature", "actif", "code"]
        var expected: [Int: (field: String, value: String)] = [:]
        let lines = originals.enumerated().map { index, row in
            let column = index % columns.count
            var spoilt = row
            spoilt[column] = Self.spoiled(row, column, &random)
            if spoilt[column] != row[column] { expected[index + 2] = (columns[column], row[column]) }
            return spoilt.map { "\"\($0)\"" }.joined(separator: ";")
        }
        let folder = try TemporaryFolder()
        try folder.write(([columns.joined(separator: ";")] + lines).joined(separator: "\n") + "\n", to: "x.csv")
        let check = FileCheck(
            .file(folder.url.appending(path: "x.csv")), against: try SchemaDescriptor(Data(Self.schema.utf8), file: "s.json"),
            extensionFolder: Repository.extensions)
        let changes = folder.url.appending(path: "changes.csv").path
        _ = try await check.run(examples: 1, keepsAll: true) { _, open in
            try open.repair(withLikely: true, to: .init(table: nil, changes: changes))
        }
        var right = 0
        for change in try Grid(folder.url.appending(path: "changes.csv")).rows.dropFirst() {
            let row = try #require(Int(change[1])), original = try #require(expected[row])
            let isRight = change[2] == original.field && change[4] == original.value
            right += isRight ? 1 : 0
            #expect(isRight || change[6] == "false", "sure and wrong: \(change), was \(original), seed \(Self.seed)")
        }
        print("repairs: \(right) of \(expected.count) proposed rightly")
        #expect(right * 100 >= expected.count * 95, "\(right) of \(expected.count)")
    }
}
