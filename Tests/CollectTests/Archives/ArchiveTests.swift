import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("A source in an archive")
struct ArchiveTests {
    /// Makes `x.zip` of names and texts, as Python's `zipfile` writes it, and reads it.
    static func zip(
        _ members: [(String, String)], _ options: [String: Value.Content] = [:], then more: String = ""
    ) async throws -> [String: Data] {
        let folder = try TemporaryFolder()
        let listed = try String(decoding: JSONEncoder().encode(members.map { [$0.0, $0.1] }), as: UTF8.self)
        try folder.write(listed, to: "members.json")
        try Python.run(
            """
            import json, zipfile
            with zipfile.ZipFile("x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
                for name, text in json.load(open("members.json")):
                    archive.writestr(name, text)
            \(more)
            """, in: folder.url)
        return ["exports/x.zip": try Data(contentsOf: folder.url.appending(path: "x.zip"))]
    }

    @Test("the only table is chosen, and told")
    func only() async throws {
        let files = try await Self.zip([
            ("LISEZMOI.pdf", "%PDF"), ("__MACOSX/._a.csv", "x"), ("dossier/à lire.csv", "a;b\n1;2\n"),
        ])
        let answer = try await FileTable.read(files, "exports/x.zip")
        #expect(answer.cells == [["1", "2"]])
        #expect(answer.sources == ["exports/x.zip/dossier/à lire.csv"])
        #expect(answer.notes[0] == "exports/x.zip: \"dossier/à lire.csv\" read, the only table of the archive")
    }

    @Test("members that a pattern names are united, whatever the others")
    func pattern() async throws {
        let files = try await Self.zip([("2023.csv", "a;b\n1;2\n"), ("2024.CSV", "a;c\n3;4\n"), ("x.json", "[{\"z\":1}]")])
        let answer = try await FileTable.read(files, "exports/*.zip", ["member": .text("*.csv")])
        #expect(answer.columns == ["a", "b", "c"])
        #expect(answer.cells == [["1", "2", "∅"], ["3", "∅", "4"]])
        #expect(answer.sources == ["exports/x.zip/2023.csv", "exports/x.zip/2024.CSV"])
        #expect(answer.notes.contains("columns \"b\", \"c\" are each in only 1 of 2 files"))
    }

    @Test("several tables: which to read must be said")
    func several() async throws {
        let files = try await Self.zip([("a.csv", "a\n1\n"), ("b.json", "[]"), ("c.pdf", "")])
        #expect(
            try await FileTable.fault(files, "exports/x.zip")
                == "collect.choose-member: exports/x.zip holds several tables: a.csv, b.json")
        let fault = try await FileTable.fault(files, "exports/x.zip", ["member": .text("*.xlsx")])
        #expect(
            fault == "collect.no-member: exports/x.zip holds nothing to read under \"*.xlsx\"; it holds: a.csv, b.json, c.pdf")
        let none = try await FileTable.fault(try await Self.zip([]), "exports/x.zip")
        #expect(none.hasPrefix("collect.unreadable-file"), "\(none)")
    }

    @Test("a Shapefile is one table, with its companions")
    func shapefile() async throws {
        let folder = try TemporaryFolder()
        for (name, bytes) in try await ShapefileTests.set(codePage: "1252") { try folder.write(bytes, to: name) }
        try Python.run(
            """
            import zipfile
            with zipfile.ZipFile("x.zip", "w") as archive:
                for kind in ("shp", "shx", "dbf", "prj", "cpg"):
                    archive.write("x." + kind, "Données/Écoles." + kind)
            """, in: folder.url)
        let answer = try await FileTable.read(in: folder, "x.zip")
        #expect(answer.cells.map { $0[0] } == ["Mairie été", "Préau"])
        #expect(answer.sources[0] == "x.zip/Données/Écoles.shp")
        #expect(answer.rows[0].last??.hasPrefix(GeoTests.first) == true)
    }

    @Test("a name in the code page of DOS, as Windows writes it, is read")
    func codePage() async throws {
        let more = """
            whole = open("x.zip", "rb").read().replace(b"ecole_.csv", "école_.csv".encode("cp850"))
            open("x.zip", "wb").write(whole)
            """
        let answer = try await FileTable.read(try await Self.zip([("ecole_.csv", "a\n1\n")], then: more), "exports/x.zip")
        #expect(answer.sources == ["exports/x.zip/école_.csv"])
    }

    @Test("a workbook is a workbook, not an archive")
    func workbook() async throws {
        let file = Repository.folder.appending(path: "Tests/CollectTests/Fixtures/xlsx/values.xlsx")
        let answer = try await FileTable.read(["x.xlsx": try Data(contentsOf: file)], "x.xlsx")
        #expect(!answer.rows.isEmpty)
        let fault = try await FileTable.fault(["x.csv": Data("a\n1\n".utf8)], "x.csv", ["member": .text("*")])
        #expect(fault == "collect.option-not-for-format: \"member\" does not apply to x.csv")
    }

    @Test("a gzip is unpacked, its name told", arguments: [nil, "t*.csv"])
    func gzip(member: String?) async throws {
        let folder = try TemporaryFolder()
        try Python.run("import gzip; gzip.open('table.csv.gz', 'wb').write(b'a;b\\n1;2\\n')", in: folder.url)
        let answer = try await FileTable.read(in: folder, "table.csv.gz", member.map { ["member": .text($0)] } ?? [:])
        #expect(answer.cells == [["1", "2"]])
        #expect(answer.sources == ["table.csv.gz/table.csv"])
    }

    @Test("names that leave the archive are refused")
    func escape() async throws {
        for name in ["../../etc/x.csv", "a/../../x.csv", "..\\x.csv", "C:\\x.csv"] {
            let files = try await Self.zip([(name, "a\n1\n")])
            #expect(try await FileTable.fault(files, "exports/x.zip").hasPrefix("collect.unsafe-member"), "\(name)")
        }
        // A leading slash is what some programs write: nothing is ever written where a name says.
        let rooted = try await Self.zip([("/tmp/x.csv", "a\n1\n")])
        #expect(try await FileTable.read(rooted, "exports/x.zip").sources == ["exports/x.zip/tmp/x.csv"])
    }

    @Test("a bomb is refused before it fills the disk")
    func bomb() async throws {
        let folder = try TemporaryFolder()
        try Python.run(
            """
            import gzip, zipfile
            zeros = bytes(80 << 20)
            with zipfile.ZipFile("x.zip", "w", zipfile.ZIP_DEFLATED) as archive: archive.writestr("x.csv", zeros)
            gzip.open("x.csv.gz", "wb").write(zeros)
            with zipfile.ZipFile("many.zip", "w") as archive:
                for number in range(10001): archive.writestr(f"{number}.csv", "")
            """, in: folder.url)
        for name in ["x.zip", "x.csv.gz", "many.zip"] {
            let bytes = try Data(contentsOf: folder.url.appending(path: name))
            #expect(try await FileTable.fault([name: bytes], name).hasPrefix("collect.file-too-large: \(name)"))
        }
    }

    @Test("an archive that is cut, or needs a password, is refused")
    func damaged() async throws {
        let whole = try #require(try await Self.zip([("a.csv", String(repeating: "a;b\n1;2\n", count: 1_000))])["exports/x.zip"])
        for length in [whole.count - 30, 60, 6] {
            #expect(
                try await FileTable.fault(["x.zip": whole.prefix(length)], "x.zip").hasPrefix("collect.unreadable-file"),
                "\(length)")
        }
        var locked = whole
        locked[6] |= 1
        if let directory = locked.range(of: Data([0x50, 0x4B, 0x01, 0x02])) { locked[directory.lowerBound + 8] |= 1 }
        #expect(try await FileTable.fault(["x.zip": locked], "x.zip").contains("password"))
        let folder = try TemporaryFolder()
        try Python.run("import gzip; gzip.open('x.csv.gz', 'wb').write(b'a;b\\n1;2\\n' * 9999)", in: folder.url)
        let packed = try Data(contentsOf: folder.url.appending(path: "x.csv.gz"))
        #expect(try await FileTable.fault(["x.csv.gz": packed.dropLast(20)], "x.csv.gz").hasPrefix("collect.unreadable-file"))
    }
}
