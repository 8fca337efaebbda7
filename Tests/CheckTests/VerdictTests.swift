import Check
import Foundation
import Runs
import Support
import Territory
import Testing

/// Every pair of schema and example with the verdict of validata-core 0.9.7, and the one table of differences.
@Suite("The verdicts of Validata", .enabled(if: SharedFiles.arePresent(for: "the verdicts of Validata")))
struct VerdictTests {
    /// What is compared: Validata's code, the row and the field.
    struct Mark: Hashable, CustomStringConvertible {
        let code: String
        let row: Int?
        let field: String?
        var description: String { [code, row.map(String.init), field].compactMap { $0 }.joined(separator: " ") }
    }

    /// A line of verdicts.tsv and its details.
    struct Pair: Sendable, CustomTestStringConvertible {
        let schema: String
        let file: String
        /// `true`, `false` or `crash`.
        let valid: String
        let counts: [String: Int]
        var testDescription: String { file }

        static let all: [Pair] = {
            let text = (try? String(contentsOf: SharedFiles.file("schemas/verdicts.tsv"), encoding: .utf8)) ?? ""
            return text.split(separator: "\n").dropFirst().map { line in
                let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                let counts = cells[4].split(separator: ",").map { $0.split(separator: ":") }
                return Pair(
                    schema: cells[0], file: cells[1], valid: cells[2],
                    counts: Dictionary(counts.map { (String($0[0]), Int($0[1]) ?? 0) }, uniquingKeysWith: +))
            }
        }()

        /// The first fifty errors.
        var marks: [Mark] {
            get throws {
                let name = "schemas/verdicts/\(file.replacing("/", with: "__")).json"
                let details = try JSONDecoder().decode(Details.self, from: Data(contentsOf: SharedFiles.file(name)))
                return details.errors.map { Mark(code: $0.code, row: $0.row, field: $0.field ?? $0.named) }
            }
        }
    }

    private struct Details: Decodable {
        struct Entry: Decodable {
            let code: String
            let row: Int?
            let field: String?
            let note: String?
            /// The field that a sentence names: of a missing column, of a faulty example.
            var named: String? {
                switch code {
                case "missing-required-header": note?.split(separator: "`").dropFirst().first.map(String.init)
                case "schema-error": note?.split(separator: "\"").dropFirst().first.map(String.init)
                default: nil
                }
            }
        }
        let errors: [Entry]
    }

    /// What differs from Validata for a pair; nothing when all agrees.
    static func difference(_ pair: Pair, as manner: SchemaPlan.Manner) async throws -> String? {
        let check = FileCheck(
            .file(SharedFiles.file("schemas/\(pair.file)")),
            against: try SchemaDescriptor(contentsOf: SharedFiles.file("schemas/\(pair.schema)")), as: manner,
            extensionFolder: Repository.extensions)
        let report: Report
        do {
            report = try await check.run(examples: 5_000).report
        } catch {
            return "not read: \(error)"
        }
        guard String(report.isConform) == pair.valid else { return "valid: \(report.isConform), not \(pair.valid)" }
        let found = Self.marks(report)
        let counts = Dictionary(found.map { ($0.code, 1) }, uniquingKeysWith: +)
        guard counts == pair.counts else { return "counts: \(counts), not \(pair.counts)" }
        let expected = try pair.marks
        let missing = Set(expected).subtracting(found), more = Set(found).subtracting(expected)
        guard missing.isEmpty, expected.count == 50 || more.isEmpty else { return "lacks \(missing), has \(more)" }
        return nil
    }

    private static func marks(_ report: Report) -> [Mark] {
        let findings = report.groups.flatMap(\.examples)
        return findings.compactMap { finding in
            guard finding.severity == .error, let code = ValidataCodes.code(of: finding) else { return nil }
            switch code {
            // Validata names no field of the checks that forbid reading, and tells the first only.
            case "general-error": return finding == findings[0] ? Mark(code: code, row: nil, field: nil) : nil
            case "field-error": return Mark(code: code, row: nil, field: nil)
            default: return Mark(code: code, row: finding.row, field: finding.field)
            }
        }
    }

    /// A line of the table of docs/validation.md.
    struct Difference {
        let cause: String
        /// Beginnings of the paths of the pairs that show it.
        let pairs: [String]
        /// Whether `--strict validata` differs as well.
        let isStrict: Bool

        static func all() throws -> [Difference] {
            let text = try String(contentsOf: Repository.folder.appending(path: "docs/validation.md"), encoding: .utf8)
            return text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
                let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
                return Difference(
                    cause: cells[0].trimmingCharacters(in: ["`"]),
                    pairs: cells[4].matches(of: #/`([^`]+)`/#).map { String($0.1) }, isStrict: cells[3] == "no")
            }
        }
    }

    @Test("are Lavoir's, but for the causes in docs/validation.md", arguments: [SchemaPlan.Manner.own, .validata])
    func walk(_ manner: SchemaPlan.Manner) async throws {
        let table = try Difference.all().filter { manner == .own || $0.isStrict }
        #expect(Pair.all.count == 86)
        var explained: Set<String> = [], score = (full: 0, valid: 0)
        for pair in Pair.all {
            let difference = try await Self.difference(pair, as: manner)
            score.full += difference == nil ? 1 : 0
            score.valid += difference?.hasPrefix("valid:") ?? false || difference?.hasPrefix("not read") ?? false ? 0 : 1
            let causes = table.filter { $0.pairs.contains { pair.file.hasPrefix($0) } }
            if let difference {
                #expect(!causes.isEmpty, "\(pair.file): \(difference)")
                explained.formUnion(causes.map(\.cause))
            } else {
                #expect(causes.isEmpty, "\(pair.file) agrees, and the table says it differs")
            }
        }
        print("\(manner): \(score.full) of \(Pair.all.count) agree fully, \(score.valid) on validity")
        let idle = table.filter { !$0.pairs.isEmpty && !explained.contains($0.cause) }.map(\.cause)
        #expect(idle.isEmpty, "no pair shows these differences: \(idle)")
    }
}
