import DuckDB
import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("Traps of text files")
struct TextTrapTests {
    @Test("lines of two encodings are each read in their own, and counted")
    func mixed() async throws {
        var bytes = Array("nom;ville\n".utf8)
        bytes += Array("Été;Nîmes\n".utf8) + TextEncodingTests.windows1252("Noël;Orléans €\n") + Array("abc;def\n".utf8)
        bytes += TextEncodingTests.windows1252("ça;là")
        let answer = try await TextTable.read(bytes)
        #expect(answer.cells == [["Été", "Nîmes"], ["Noël", "Orléans €"], ["abc", "def"], ["ça", "là"]])
        #expect(answer.notes[0].contains("UTF-8 + windows-1252"))
        #expect(answer.notes[1].contains("1 lines in UTF-8, 2 in windows-1252"))
        #expect(try await TextTable.read(bytes, ["encoding": .text("mixed")]).cells == answer.cells)
    }

    @Test("a line of either encoding may lie across two blocks")
    func mixedBlocks() async throws {
        let head = Array("n;t\n1;".utf8)
        for cut in 0..<4 {
            let filler = [UInt8](repeating: UInt8(ascii: "x"), count: TextStream.blockSize - head.count - cut - 1)
            let tail = TextEncodingTests.windows1252("\n2;é\n") + Array("3;é\n".utf8)
            let answer = try await TextTable.read(head + filler + tail)
            #expect(Array(answer.cells.suffix(2)) == [["2", "é"], ["3", "é"]], "\(cut)")
        }
    }

    @Test("a delimiter of several characters may lie across two blocks")
    func longDelimiter() async throws {
        let head = Array("n::t\n1::".utf8)
        for cut in 0..<4 {
            let filler = [UInt8](repeating: UInt8(ascii: "x"), count: TextStream.blockSize - head.count - cut)
            let answer = try await TextTable.read(head + filler + Array("::z\n2::b".utf8), ["delimiter": .text("::")])
            #expect(answer.cells.last == ["2", "b"] && answer.findings == ["collect.long-row 2 z 1"], "\(cut)")
        }
    }

    @Test("columns of fixed width are cut by positions or by widths")
    func fixed() async throws {
        let text = "CODE NOM       MONTANT\n00012Été à Noël   1500\n00013Œuvre      -12,50\n\n00014\n"
        let columns = Value.Content.map(
            [("code", "1-5"), ("nom", "6-15"), ("montant", "16-22"), ("premier", "1")].map { name, positions in
                Value.Entry(key: name, keyPlace: TextTable.place(), value: Value(.text(positions), at: TextTable.place()))
            })
        let cells = [
            ["00012", "Été à Noël", "1500", "0"], ["00013", "Œuvre", "-12,50", "0"], ["∅", "∅", "∅", "∅"],
            ["00014", "∅", "∅", "0"],
        ]
        let named = try await TextTable.read(
            text, ["format": .text("fixed"), "columns": columns, "header": .integer(1)])
        #expect(named.columns == ["code", "nom", "montant", "premier"] && named.cells == cells && named.numbers == [2, 3, 4, 5])
        let widths = Value.Content.list([5, 10, 7].map { Value(.integer($0), at: TextTable.place()) })
        let titled = try await TextTable.read(
            TextEncodingTests.windows1252(text), ["format": .text("fixed"), "widths": widths, "header": .integer(1)])
        #expect(titled.columns == ["CODE", "NOM", "MONTANT"] && titled.cells == cells.map { Array($0.prefix(3)) })
        #expect(titled.notes[0].contains("windows-1252, fixed width"))
        let bare = try await TextTable.read("ab\ncd\n", ["format": .text("fixed"), "widths": widths])
        #expect(bare.columns == ["colonne_1", "colonne_2", "colonne_3"] && bare.numbers == [1, 2])
    }

    @Test("positions that are no column are refused at their place", arguments: ["0-3", "5-2", "x", "1-2-3", "", "1-999999"])
    func wrongColumns(_ positions: String) async throws {
        let entry = Value.Entry(key: "a", keyPlace: TextTable.place(), value: Value(.text(positions), at: TextTable.place(7)))
        let fault = try await #require(throws: CollectFault.self) {
            _ = try await TextTable.read("abc\n", ["format": .text("fixed"), "columns": .map([entry])])
        }
        #expect(fault.code == "collect.wrong-columns" && fault.place == TextTable.place(7))
    }

    @Test("titles missing at the end are told, their columns kept")
    func untitled() async throws {
        let answer = try await TextTable.read("a;b;;\n1;2;;3\n")
        #expect(answer.columns == ["a", "b", "colonne_3", "colonne_4"])
        #expect(answer.notes[1].contains("colonne_3, colonne_4"))
    }

    @Test("a thousand columns are a thousand columns")
    func wide() async throws {
        let titles = (1...1_000).map { "c\($0)" }.joined(separator: ";"),
            row = (1...1_000).map(String.init).joined(separator: ";")
        let answer = try await TextTable.read("\(titles)\n\(row)\n\(row)\n")
        #expect(answer.columns.count == 1_000 && answer.cells[1].last == "1000")
    }

    @Test("a line without end stops the reading before it fills the memory")
    func endless() async throws {
        let bytes = Array("a;b\n1;2\n".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: NumberedText.recordLimit + (8 << 20))
        let fault = try await #require(throws: CollectFault.self) { _ = try await TextTable.read(bytes) }
        #expect(fault.code == "collect.record-too-long" && fault.what.english.contains("line 3"))
        let open = Array("a;b\n1;\"".utf8) + [UInt8](repeating: UInt8(ascii: "\n"), count: NumberedText.recordLimit + (8 << 20))
        let quote = try await #require(throws: CollectFault.self) { _ = try await TextTable.read(open) }
        #expect(quote.code == "collect.open-quote" && quote.what.english.contains("line 2"))
    }

    @Test("a delimiter that cannot be one is refused", arguments: ["\n", "\"", "a\nb"])
    func wrongDelimiter(_ delimiter: String) async throws {
        let fault = try await #require(throws: CollectFault.self) {
            _ = try await TextTable.read("a;b\n", ["delimiter": .text(delimiter)])
        }
        #expect(fault.code == "collect.wrong-delimiter" && fault.place == TextTable.place(3))
    }

    @Test("a file that may not be read is a fault, not a crash")
    func noPermission() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a;b\n1;2\n", to: "x.csv")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.url.appending(path: "x.csv").path)
        do {
            // Whoever runs as root may read it all the same.
            #expect(try await TextTable.read(in: folder.url, "x.csv").rows.count == 1 && getuid() == 0)
        } catch let fault as CollectFault {
            #expect(fault.code == "collect.unreadable-file")
        }
    }
}
