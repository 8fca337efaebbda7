import DuckDB
import Foundation
import Support
import Territory
import Testing

@testable import Inspect

@Suite("A large file")
struct LargeFileTests {
    /// 60,000 rows: an identifier on each, an amount, a town, and one odd cell far from the start.
    private static func write(to folder: TemporaryFolder) throws {
        var text = "id;libelle;montant;ville\n"
        for row in 0..<60_000 {
            text += "A\(row);Ligne \(row)\(row == 43_210 ? "\u{A0}bis" : "");\(row),50;Ville \(row % 30)\n"
        }
        try folder.write(text, to: "grand.csv")
    }

    @Test("is counted whole where it is cheap, and looked at on a sample where it is not, which is said")
    func sample() async throws {
        let folder = try TemporaryFolder()
        try Self.write(to: folder)
        let found = try await Inspected.file(folder.url.appending(path: "grand.csv"), drafting: "grand.csv")
        let profile = found.profile, columns = profile.columns
        #expect(profile.structure.rows == 60_000 && profile.keys.first == ["id"])
        #expect(columns.map(\.isEstimate) == [true, true, true, false])
        #expect(columns[3].distinct == 30 && columns[3].frequent.map(\.count) == [2_000, 2_000, 2_000, 2_000, 2_000])
        #expect(columns[2].type == .amount && columns[2].least == "0.5" && columns[2].greatest == "59999.5")
        let odd = try #require(profile.traps.first { $0.code == "inspect.no-break-spaces" })
        #expect(odd.count == 1 && !odd.isEstimate && odd.proofs.map(\.row) == [43_212])
        #expect(found.draft?.outcome.rows == 60_000)
    }
}

@Suite("Whatever the bytes, an inspection")
struct HostileFileTests {
    @Test("ends in a profile or a fault, never a crash", arguments: 0..<40)
    func random(_ seed: Int) async throws {
        var random = Seeded(UInt64(seed))
        let alphabet: [UInt8] = Array("a;,\"\n\r\t 0Ã€é'\\%*".utf8) + [0, 1, 0x80, 0xA0, 0xFF]
        let bytes = Data((0..<random.number(0...400)).map { _ in random.pick(alphabet) })
        do {
            let found = try await Inspected.bytes(bytes, drafting: "x.csv")
            _ = ProfilePage(found.profile, .french).html
            _ = try found.draft.map { try $0.declarations() }
        } catch let fault as any Explained {
            #expect(!fault.what.french.isEmpty, "seed \(seed)")
        }
    }

    @Test("takes names that look like SQL, YAML or patterns as names")
    func names() async throws {
        let text = "x) DROP TABLE data --|*|k: [1]|'\n1|2|3|4\n5|6|7|8\n 9||1|2\n"
        let found = try await Inspected.text(text, drafting: "x.csv")
        #expect(found.profile.columns.map(\.name) == ["x) DROP TABLE data --", "*", "k: [1]", "'"])
        #expect(try found.draft?.declarations().isEmpty == false)
    }
}
