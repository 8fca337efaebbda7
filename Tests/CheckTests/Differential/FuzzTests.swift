import Check
import DuckDB
import Foundation
import Runs
import Support
import Territory
import Testing

/// Whatever comes in, a verdict or a fault for people comes out: never a crash, never an error of the engine.
@Suite("Fuzzed checks", .timeLimit(.minutes(10)))
struct FuzzTests {
    private static func check(_ file: URL, _ schema: SchemaDescriptor, _ seed: UInt64) async {
        do {
            _ = try await FileCheck(.file(file), against: schema, extensionFolder: Repository.extensions).run(
                examples: 3, keepsAll: true
            ) {
                verdict, open in
                try open.repair(withLikely: true, to: .init(table: nil, changes: nil))
            }
        } catch let fault as EngineFault {
            Issue.record("\(file.lastPathComponent), seed \(seed): \(fault)")
        } catch {
            #expect(error is any Explained, "\(file.lastPathComponent), seed \(seed): \(error)")
        }
    }

    @Test("of random bytes end well", arguments: [1, 2, 3, 4] as [UInt64])
    func bytes(_ seed: UInt64) async throws {
        var random = Seeded(seed)
        let folder = try TemporaryFolder()
        let schema = try #require(BuiltinSchemas.descriptor("scdl/prenoms"))
        let pieces = [
            "COLL_INSEE", ",", ";", "\"", "\n", "\r\n", "\0", "é", "\u{FEFF}", "'", "35000", "{", "PK\u{3}\u{4}", "2020", "\t",
            "😀",
        ]
        for number in 0..<6 {
            var data = Data()
            for _ in 0..<random.number(0...400) {
                data.append(
                    random.once(in: 3) ? Data([UInt8(truncatingIfNeeded: random.next())]) : Data(random.pick(pieces).utf8))
            }
            let name = "\(number).\(random.pick(["csv", "xlsx", "json", "ods", "txt", "geojson"]))"
            try folder.write(data, to: name)
            await Self.check(folder.url.appending(path: name), schema, seed)
        }
    }

    @Test("against random schemas end well", arguments: [5, 6, 7, 8] as [UInt64])
    func schemas(_ seed: UInt64) async throws {
        var random = Seeded(seed)
        let folder = try TemporaryFolder()
        try folder.write(
            "COMMUNE_NOM,COLL_INSEE,ENFANT_SEXE,ENFANT_PRENOM,NOMBRE_OCCURRENCES,ANNEE\nX,35000,M,Ana,3,2020\n,,,,,\nX,x,Z,é,-1,20\n",
            to: "x.csv")
        for _ in 0..<6 {
            let bytes = try #require(BuiltinSchemas.bytes(random.pick(BuiltinSchemas.names)))
            let spoilt = Self.spoiled(try JSONSerialization.jsonObject(with: bytes), &random, depth: 0)
            guard JSONSerialization.isValidJSONObject(spoilt),
                let schema = try? SchemaDescriptor(JSONSerialization.data(withJSONObject: spoilt), file: "s.json")
            else { continue }
            await Self.check(folder.url.appending(path: "x.csv"), schema, seed)
        }
    }

    /// A JSON value with some of its parts replaced.
    private static func spoiled(_ value: Any, _ random: inout Seeded, depth: Int) -> Any {
        if depth > 1, random.once(in: 12) {
            let oddities: [Any] = [
                "", -1, 1e300, true, NSNull(), [Any](), [String: Any](), "(", "[a-", "%Y", "any", "geojson", "array", "integer",
                "'; DROP",
                ["a", 1] as [Any], "\0", "🙂", "default", "COLL_INSEE", "number", ["type": "string"],
            ]
            return random.pick(oddities)
        }
        if let object = value as? [String: Any] {
            var spoilt: [String: Any] = [:]
            for key in object.keys.sorted() { spoilt[key] = spoiled(object[key] ?? NSNull(), &random, depth: depth + 1) }
            return spoilt
        }
        if let list = value as? [Any] { return list.map { spoiled($0, &random, depth: depth + 1) } }
        return value
    }

    @Test(
        "of the real files against any published schema end well", .enabled(if: SharedFiles.arePresent(for: "fuzzed checks")),
        arguments: [9, 10, 11] as [UInt64])
    func files(_ seed: UInt64) async throws {
        var random = Seeded(seed)
        let root = SharedFiles.file("samples")
        let all = (try FileManager.default.subpathsOfDirectory(atPath: root.path)).sorted().filter { path in
            let size = try? root.appending(path: path).resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
            return size?.isRegularFile == true && (size?.fileSize ?? .max) < 1_000_000
        }
        let schemas = try VerdictTests.Pair.all.map(\.schema)
        for _ in 0..<12 {
            let schema = try SchemaDescriptor(contentsOf: SharedFiles.file("schemas/\(random.pick(schemas))"))
            await Self.check(root.appending(path: random.pick(all)), schema, seed)
        }
    }
}
