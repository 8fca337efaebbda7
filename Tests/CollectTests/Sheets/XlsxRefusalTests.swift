import Foundation
import Territory
import Testing

@testable import Collect

@Suite("Workbooks that are refused")
struct XlsxRefusalTests {
    @Test(
        "a damaged or locked file is unreadable, and says why",
        arguments: [
            ("cut", "damaged"), ("bad-xml", "sheet1.xml"), ("entities", "sheet1.xml"), ("encrypted-zip", "password"),
            ("password", "password"), ("empty", "empty"),
        ])
    func unreadable(name: String, reason: String) async throws {
        let fault = try #require(try await SheetSample.fixture(name).fault())
        #expect(fault.code == "collect.unreadable-file")
        #expect(fault.what.text(in: .english).contains(reason), "\(fault.what.text(in: .english))")
        #expect(!fault.what.text(in: .french).contains("{"))
    }

    @Test(
        "a file that only bears the extension is named for what it is",
        arguments: [("old-excel", ".xls"), ("html", "HTML"), ("zip", "zip")])
    func otherFormat(name: String, likeness: String) async throws {
        let fault = try #require(try await SheetSample.fixture(name).fault())
        #expect(fault.code == "collect.unknown-format")
        #expect(fault.what.text(in: .english).contains(likeness))
    }

    @Test("a zip bomb is refused before it unpacks")
    func bomb() async throws {
        #expect(try await SheetSample.fixture("bomb").fault()?.code == "collect.file-too-large")
    }

    @Test("too many members, or too many bytes declared, are refused")
    func limits() throws {
        let file = SheetSample.fixture("layout").file
        for limits in [ZipArchive.Limits(members: 3), ZipArchive.Limits(unpackedBytes: 2000)] {
            let fault = #expect(throws: CollectFault.self) { try ZipArchive(file, subject: "x", limits: limits) }
            #expect(fault?.code == "collect.file-too-large")
        }
    }

    @Test("an absent file is unreadable")
    func absent() async throws {
        #expect(try await SheetSample.fixture("nowhere").fault()?.code == "collect.unreadable-file")
    }

    @Test("no damage makes the reader crash", arguments: ["layout", "values", "sheets"])
    func neverCrash(name: String) async throws {
        let whole = try Data(contentsOf: SheetSample.fixture(name).file)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("xlsx-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var random = SplitMix(seed: 20_250_120)
        for _ in 0..<60 {
            var damaged = whole
            for _ in 0..<4 { damaged[Int(random.next() % UInt64(whole.count))] = UInt8(truncatingIfNeeded: random.next()) }
            let file = folder.appendingPathComponent("x.xlsx")
            try damaged.write(to: file)
            // Either rows or a fault of this room: another error would come out of `fault`.
            _ = try await SheetSample(file: file).fault()
        }
    }

    /// A seeded generator, so that a failure comes back.
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64
        init(seed: UInt64) { state = seed }
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
