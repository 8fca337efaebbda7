import Check
import Foundation
import Runs
import Support
import Territory
import Testing

/// Valid files of towns, spoiled by chance, under the eyes of the real validata-core.
@Suite("Spoiled files", .enabled(if: SharedFiles.arePresent(for: "spoiled files")))
struct MutationTests {
    private static let seed: UInt64 = 4
    private static let count = 300

    /// A file that was spoiled, and how.
    private struct Case {
        let schema: URL
        let file: URL
        let mutations: [Mutation]
    }

    private static func cases(in folder: TemporaryFolder) throws -> [Case] {
        var random = Seeded(seed)
        let pairs = try VerdictTests.Pair.all.filter { pair in
            let size = try SharedFiles.file("schemas/\(pair.file)").resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            return pair.valid == "true" && pair.file.hasSuffix(".csv") && size < 60_000
        }
        return try (0..<count).map { number in
            let pair = random.pick(pairs)
            var grid = try Grid(SharedFiles.file("schemas/\(pair.file)"))
            let mutations = (0..<random.pick([1, 1, 1, 2, 3])).map { _ in random.pick(Mutation.allCases) }
            for mutation in mutations { mutation.spoil(&grid, &random) }
            let writing = random.once(in: 4) ? random.pick(Writing.allCases) : .utf8
            try folder.write(writing.bytes(grid.text), to: "\(number).csv")
            return Case(
                schema: SharedFiles.file("schemas/\(pair.schema)"), file: folder.url.appending(path: "\(number).csv"),
                mutations: mutations)
        }
    }

    /// The verdict of Lavoir in the words of Validata.
    private static func marks(_ one: Case) async throws -> (valid: Bool, marks: [String]) {
        let check = FileCheck(
            .file(one.file), against: try SchemaDescriptor(contentsOf: one.schema), extensionFolder: Repository.extensions)
        let report = try await check.run(examples: 5_000).report
        let marks = report.groups.flatMap(\.examples).compactMap { finding -> String? in
            guard finding.severity == .error, let code = ValidataCodes.code(of: finding) else { return nil }
            let isNamed = !["general-error", "schema-error", "field-error", "check-error"].contains(code)
            return [code, finding.row.map(String.init), isNamed ? finding.field : nil].compactMap { $0 }.joined(separator: " ")
        }
        return (report.isConform, marks.sorted())
    }

    @Test("have the verdict of validata-core 0.9.7 and its findings, but for the causes in docs/validation.md")
    func compare() async throws {
        let folder = try TemporaryFolder()
        let cases = try Self.cases(in: folder)
        let known = Set(try VerdictTests.Difference.all().map(\.cause))
        let verdicts = try RealValidata.verdicts(cases.map { ($0.schema, $0.file) }, in: folder)
        try #require(verdicts.count == cases.count)
        var agreeing = 0
        for (one, verdict) in zip(cases, verdicts) {
            let ours = try await Self.marks(one)
            if ours.valid == verdict.valid, ours.marks == verdict.marks {
                agreeing += 1
                continue
            }
            let causes = Set(one.mutations.flatMap(\.causes) + (verdict.valid == nil ? ["crash", "task-error"] : []))
            let (more, less) = (Set(ours.marks).subtracting(verdict.marks), Set(verdict.marks).subtracting(ours.marks))
            let told =
                "\(one.schema.path) \(one.file.lastPathComponent) \(one.mutations.map(\.rawValue)), seed \(Self.seed): "
                + "valid \(ours.valid), not \(verdict.valid.map(String.init) ?? "an exception"); "
                + "has \(more.sorted().prefix(4)), lacks \(less.sorted().prefix(4))"
            #expect(!causes.isDisjoint(with: known), "\(told)")
        }
        print("spoiled files: \(agreeing) of \(Self.count) agree fully")
        #expect(agreeing * 10 >= Self.count * 9, "\(agreeing) of \(Self.count) agree")
    }
}
