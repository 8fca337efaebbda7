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

    /// A file that was spoiled, and how. Each mutation has chances of its own: one can be left out without changing the others.
    private struct Case {
        let schema: URL
        let original: URL
        let number: Int
        let mutations: [Mutation]
        let writing: Writing

        init(_ number: Int, of pairs: [VerdictTests.Pair]) {
            var random = Seeded(MutationTests.seed &+ UInt64(number) &* 101)
            let pair = random.pick(pairs)
            schema = SharedFiles.file("schemas/\(pair.schema)")
            original = SharedFiles.file("schemas/\(pair.file)")
            self.number = number
            mutations = (0..<random.pick([1, 1, 1, 2, 3])).map { _ in random.pick(Mutation.allCases) }
            writing = random.once(in: 4) ? random.pick(Writing.allCases) : .utf8
        }

        /// - Parameter blamed: causes whose mutations are left out.
        func write(without blamed: Set<String> = [], to folder: TemporaryFolder) throws -> (schema: URL, file: URL) {
            var grid = try Grid(original)
            for (index, mutation) in mutations.enumerated() where blamed.isDisjoint(with: mutation.causes) {
                var random = Seeded(MutationTests.seed &+ UInt64(number * 101 + index + 1))
                mutation.spoil(&grid, &random)
            }
            let name = blamed.isEmpty ? "\(number).csv" : "\(number)-mended.csv"
            try folder.write(writing.bytes(grid.text), to: name)
            return (schema, folder.url.appending(path: name))
        }
    }

    private static func cases() throws -> [Case] {
        let pairs = try VerdictTests.Pair.all.filter { pair in
            let size = try SharedFiles.file("schemas/\(pair.file)").resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            return pair.valid == "true" && pair.file.hasSuffix(".csv") && size < 60_000
        }
        return (0..<count).map { Case($0, of: pairs) }
    }

    /// The verdict of Lavoir in the words of Validata.
    private static func marks(_ one: (schema: URL, file: URL)) async throws -> (valid: Bool, marks: [String]) {
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

    /// How the verdicts differ; nil when they are the same, finding by finding.
    private static func difference(_ pair: (schema: URL, file: URL), _ verdict: RealValidata.Verdict) async throws -> String? {
        let ours = try await marks(pair)
        if ours.valid == verdict.valid, ours.marks == verdict.marks { return nil }
        let (more, less) = (Set(ours.marks).subtracting(verdict.marks), Set(verdict.marks).subtracting(ours.marks))
        return "\(pair.schema.path) \(pair.file.lastPathComponent): "
            + "valid \(ours.valid), not \(verdict.valid.map(String.init) ?? "an exception"); "
            + "has \(more.sorted().prefix(4)), lacks \(less.sorted().prefix(4))"
    }

    @Test("have the verdict of validata-core 0.9.7 and its findings, but for the causes in docs/validation.md, each proven")
    func compare() async throws {
        let folder = try TemporaryFolder(), cases = try Self.cases(), files = try cases.map { try $0.write(to: folder) }
        let known = Set(try VerdictTests.Difference.all().map(\.cause))
        let verdicts = try RealValidata.verdicts(files, in: folder)
        try #require(verdicts.count == cases.count)
        var blamed: [(one: Case, causes: Set<String>, told: String)] = [], agreeing = 0
        for (index, one) in cases.enumerated() {
            guard let difference = try await Self.difference(files[index], verdicts[index]) else {
                agreeing += 1
                continue
            }
            let isException = verdicts[index].valid == nil
            let causes = known.intersection(one.mutations.flatMap(\.causes) + (isException ? ["crash", "task-error"] : []))
            let told = "\(difference) after \(one.mutations.map(\.rawValue)), seed \(Self.seed)"
            #expect(!causes.isEmpty, "\(told)")
            // An exception of the other program is its own proof.
            if !isException, !causes.isEmpty { blamed.append((one, causes, told)) }
        }
        print("spoiled files: \(agreeing) of \(Self.count) agree fully, \(blamed.count) differ for a cause")
        #expect(agreeing * 10 >= Self.count * 9, "\(agreeing) of \(Self.count) agree")
        // The proof: without what is blamed, both say the same.
        let mended = try blamed.map { try $0.one.write(without: $0.causes, to: folder) }
        for (index, verdict) in try RealValidata.verdicts(mended, in: folder).enumerated() {
            let difference = try await Self.difference(mended[index], verdict)
            #expect(difference == nil, "not because of \(blamed[index].causes.sorted()): \(blamed[index].told)")
        }
    }
}
