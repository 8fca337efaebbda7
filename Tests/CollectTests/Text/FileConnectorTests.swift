import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("The file connector")
struct FileConnectorTests {
    private static func fault(_ body: () async throws -> Void) async throws -> CollectFault {
        let thrown = await #expect(throws: CollectFault.self) { try await body() }
        return try #require(thrown)
    }

    @Test("unites the files of a pattern by the names of their columns, and says which column is missing where")
    func union() async throws {
        let answer = try await TextTable.read(
            [
                "in/b.csv": Data("nom;montant\nB;2\n".utf8), "in/a.csv": Data("montant;nom;objet\n1;A;x\n".utf8),
                "in/c.txt": Data("z\n".utf8),
            ],
            "in/*.csv")
        #expect(answer.columns == ["montant", "nom", "objet"])
        #expect(answer.cells == [["1", "A", "x"], ["2", "B", "∅"]])
        #expect(answer.sources == ["in/a.csv", "in/b.csv"] && answer.numbers == [2, 2])
        #expect(answer.notes.last == "column \"objet\" is in only 1 of 2 files")
    }

    @Test("says once what is missing from as many files: a week of menus has a column for each of its days")
    func manyDifferences() async throws {
        let answer = try await TextTable.read(
            ["a.csv": Data("x;a;b;c\n1;2;3;4\n".utf8), "b.csv": Data("x;d;e\n1;2;3\n".utf8)], "*.csv")
        #expect(answer.notes.last == "columns \"a\", \"b\", \"c\", \"d\"… (5) are each in only 1 of 2 files")
    }

    @Test("takes titles that differ by their case for one column, as the engine does")
    func unionWithoutCase() async throws {
        let answer = try await TextTable.read(["a.csv": Data("Nom;x\nA;1\n".utf8), "b.csv": Data("NOM;x\nB;2\n".utf8)], "*.csv")
        #expect(answer.columns == ["Nom", "x"] && answer.cells == [["A", "1"], ["B", "2"]])
    }

    @Test("keeps the findings of each of its files")
    func findings() async throws {
        let answer = try await TextTable.read(["a.csv": Data("x;y\n1\n".utf8), "b.csv": Data("x;y\n1;2;3\n".utf8)], "*.csv")
        #expect(answer.findings == ["collect.short-row 2 - 1", "collect.long-row 2 3 1"])
    }

    @Test("reads a file whose name looks like a pattern")
    func brackets() async throws {
        #expect(try await TextTable.read(["a[1].csv": Data("x\n1\n".utf8)], "a[1].csv").cells == [["1"]])
    }

    @Test(
        "says what it is not, by its first bytes",
        arguments: [
            ("a.sqlite", Array("SQLite format 3\0".utf8), "SQLite")
        ] as [(String, [UInt8], String)])
    func unknownFormats(_ name: String, _ bytes: [UInt8], _ kind: String) async throws {
        let fault = try await Self.fault { _ = try await TextTable.read([name: Data(bytes)], name) }
        #expect(fault.code == "collect.unknown-format" && fault.place == TextTable.place())
        #expect(fault.what.french.contains("\(name) (\(kind))") && fault.what.french.contains("CSV, Fixed"))
    }

    @Test("refuses an option that is not for the format, at the option's place")
    func wrongOption() async throws {
        let fault = try await Self.fault { _ = try await TextTable.read("a\n1\n", ["sheet": .text("Feuil1")]) }
        #expect(
            fault.code == "collect.option-not-for-format" && fault.place == TextTable.place(3)
                && fault.what.english.contains("\"sheet\""))
    }

    @Test(
        "finds nothing outside the territory, nor what is not there",
        arguments: [
            "absent.csv", "*.xml", "../x.csv", "/etc/passwd", "in/../../x.csv", "~/x.csv", "lien/passwd", "lien/*", "", "dossier",
        ])
    func confined(_ pattern: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("a\n1\n", to: "in/x.csv")
        try folder.write("a\n1\n", to: "dossier/y.txt")
        try FileManager.default.createSymbolicLink(atPath: folder.url.appending(path: "lien").path, withDestinationPath: "/etc")
        let fault = try await Self.fault { _ = try await TextTable.read(in: folder.url, pattern) }
        #expect(fault.code == "collect.no-file" && fault.subject == pattern)
    }
}

@Suite("The stamp of a file")
struct FileStampTests {
    @Test("says that a file was not touched, and that one was, even when its size is the same")
    func stamps() throws {
        let folder = try TemporaryFolder()
        let border = Confinement(folder.url)
        let file = folder.url.appending(path: "in/é.csv")
        try folder.write("abc", to: "in/é.csv")
        let stamp = try FileStamp(file, in: border)
        #expect(stamp.path == "in/é.csv" && stamp.size == 3)
        #expect(stamp.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(stamp.isUntouched(in: border))
        #expect(try JSONDecoder().decode(FileStamp.self, from: JSONEncoder().encode(stamp)) == stamp)

        try folder.write("abd", to: "in/é.csv")
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: 5)], ofItemAtPath: file.path)
        #expect(!stamp.isUntouched(in: border))
        #expect(try FileStamp(file, in: border).sha256 != stamp.sha256)
        try FileManager.default.removeItem(at: file)
        #expect(!stamp.isUntouched(in: border))
    }

    @Test("is the digest of the whole file, several blocks long")
    func long() throws {
        let folder = try TemporaryFolder()
        try folder.write(Data(repeating: 0x61, count: 1_000_000), to: "a")
        try folder.write(Data(repeating: 0x61, count: (2 << 20) + 1), to: "b")
        let border = Confinement(folder.url)
        // FIPS 180-2, appendix B.3: one million `a`.
        #expect(
            try FileStamp(folder.url.appending(path: "a"), in: border).sha256
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
        #expect(try FileStamp(folder.url.appending(path: "b"), in: border).size == 2_097_153)
    }

    @Test("of several texts tells where one ends")
    func texts() {
        #expect(fingerprint(of: ["ab", "c"]) != fingerprint(of: ["a", "bc"]))
        #expect(fingerprint(of: ["a"]).count == 64)
    }
}
