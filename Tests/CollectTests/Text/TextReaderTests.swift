import Foundation
import Territory
import Testing

@testable import Collect

@Suite("A delimited text file")
struct TextReaderTests {
    /// What is written, and the cells that must come out.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let columns: [String]
        let cells: [[String]]
        var numbers: [Int]?
        var options: [String: Value.Content] = [:]
        var findings: [String] = []
        var testDescription: String { name }
    }

    static let ab = ["a", "b"]
    static let cases: [Case] = [
        // Delimiters.
        Case(name: "semicolons", text: "a;b\n1,5;2\n", columns: ab, cells: [["1,5", "2"]]),
        Case(name: "commas", text: "a,b\n1,2\n", columns: ab, cells: [["1", "2"]]),
        Case(name: "tabs", text: "a\tb\n1;x\t2\n", columns: ab, cells: [["1;x", "2"]]),
        Case(name: "bars", text: "a|b\n1|2\n", columns: ab, cells: [["1", "2"]]),
        Case(name: "one column", text: "a\n1\n2\n", columns: ["a"], cells: [["1"], ["2"]]),
        Case(
            name: "a declared delimiter", text: "a:b\n1;2:3\n", columns: ab, cells: [["1;2", "3"]],
            options: ["delimiter": .text(":")]),
        Case(
            name: "decimal commas between semicolons", text: "a;b\n1,5;2,5\n3,5;4,5\n", columns: ab,
            cells: [["1,5", "2,5"], ["3,5", "4,5"]]),
        Case(
            name: "a delimiter of several characters", text: "a::b\n1:2::\"3::4\"\n", columns: ab, cells: [["1:2", "3::4"]],
            options: ["delimiter": .text("::")]),
        Case(
            name: "a delimiter beyond ASCII", text: "a§b\n1§2\n", columns: ab, cells: [["1", "2"]],
            options: ["delimiter": .text("§")]),
        Case(
            name: "tabs by their name", text: "a\tb\n1;x\t2\n", columns: ab, cells: [["1;x", "2"]],
            options: ["delimiter": .text("tab")]),
        // Quotes.
        Case(name: "a delimiter in quotes", text: "a;b\n\"1;2\";3\n", columns: ab, cells: [["1;2", "3"]]),
        Case(
            name: "a line end in quotes", text: "a;b\n\"1\n2\";3\n4;5\n", columns: ab, cells: [["1\n2", "3"], ["4", "5"]],
            numbers: [2, 3]),
        Case(name: "a CRLF in quotes", text: "a;b\r\n\"1\r\n2\";3\r\n", columns: ab, cells: [["1\r\n2", "3"]]),
        Case(name: "doubled quotes", text: "a;b\n\"dit \"\"oui\"\"\";\"\"\"\"\n", columns: ab, cells: [["dit \"oui\"", "\""]]),
        Case(name: "empty quotes", text: "a;b\n\"\";x\n", columns: ab, cells: [["∅", "x"]]),
        Case(
            name: "a stray quote inside a cell", text: "a;b\ntube 5\" acier;2\nx;3\n", columns: ab,
            cells: [["tube 5\" acier", "2"], ["x", "3"]]),
        Case(name: "two stray quotes", text: "a;b\nle \"bon\" mot;2\n", columns: ab, cells: [["le \"bon\" mot", "2"]]),
        Case(name: "a stray quote at the end", text: "a;b\n5\";6\"\n7;8\n", columns: ab, cells: [["5\"", "6\""], ["7", "8"]]),
        Case(name: "a space before a quote", text: "a;b\n \"x\";2\n", columns: ab, cells: [[" \"x\"", "2"]]),
        Case(name: "text after a closing quote", text: "a;b\n\"x\"y;2\n3;4\n", columns: ab, cells: [["xy", "2"], ["3", "4"]]),
        Case(
            name: "another quote", text: "a;b\n'1;2';l'été\n", columns: ab, cells: [["1;2", "l'été"]],
            options: ["quote": .text("'")]),
        Case(
            name: "no quote at all", text: "a;b\n\"1;2\n5\";x\n", columns: ab, cells: [["\"1", "2"], ["5\"", "x"]],
            options: ["quote": .text("")]),
        Case(
            name: "escapes", text: "a;b\n\"dit \\\"oui\\\"\";C:\\x\n\"1\\\\\";y\\;z\n", columns: ab,
            cells: [["dit \"oui\"", "C:\\x"], ["1\\", "y;z"]], options: ["escape": .text("\\")]),
        Case(
            name: "escapes found", text: "a;b\n\"dit \\\"oui\\\"\";2\n\"x;\\\"y\\\"\";3\n", columns: ab,
            cells: [["dit \"oui\"", "2"], ["x;\"y\"", "3"]]),
        Case(
            name: "single quotes found", text: "a;b\n'1;2';3\n'4;5';'6;7'\n", columns: ab,
            cells: [["1;2", "3"], ["4;5", "6;7"]]),
        Case(
            name: "apostrophes are no quotes", text: "a;b\n'1;2\nl'été;l'hiver\n", columns: ab,
            cells: [["'1", "2"], ["l'été", "l'hiver"]]),
        Case(name: "backslashes", text: "a;b\nC:\\;\"\\\"\n", columns: ab, cells: [["C:\\", "\\"]]),
        // Line ends.
        Case(name: "CRLF", text: "a;b\r\n1;2\r\n3;4\r\n", columns: ab, cells: [["1", "2"], ["3", "4"]]),
        Case(name: "CRLF and LF", text: "a;b\r\n1;2\n3;4\r\n5;6\n", columns: ab, cells: [["1", "2"], ["3", "4"], ["5", "6"]]),
        Case(name: "CR alone", text: "a;b\r1;2\r\"3\r4\";5\r", columns: ab, cells: [["1", "2"], ["3\n4", "5"]]),
        Case(name: "CR alone without a last one", text: "a;b\r1;2", columns: ab, cells: [["1", "2"]]),
        Case(name: "no last line end", text: "a;b\n1;2", columns: ab, cells: [["1", "2"]]),
        Case(name: "a lone CR inside a cell", text: "a;b\n1\r2;3\n4;5\n", columns: ab, cells: [["1\r2", "3"], ["4", "5"]]),
        Case(
            name: "a lone CR without quotes", text: "a;b\n1\r2;3\n4;5\n", columns: ab, cells: [["1 2", "3"], ["4", "5"]],
            options: ["quote": .text("")]),
        Case(name: "a CR before a CRLF", text: "a;b\r\n1;2\r\r\n4;5\r\n", columns: ab, cells: [["1", "2\r"], ["4", "5"]]),
        Case(
            name: "a lone CR after quotes", text: "a;b\n\"1\"\r2;\"3\"\r\n4;5\n", columns: ab,
            cells: [["1\r2", "3"], ["4", "5"]]),
        // Blank lines.
        Case(
            name: "blank lines keep the numbers", text: "a;b\n1;2\n\n\n3;4\n", columns: ab,
            cells: [["1", "2"], ["∅", "∅"], ["∅", "∅"], ["3", "4"]], numbers: [2, 3, 4, 5]),
        Case(name: "blank lines at the end are none", text: "a;b\n1;2\n\n\r\n\n", columns: ab, cells: [["1", "2"]]),
        Case(
            name: "a blank line in one column", text: "a\n1\n\n2\n", columns: ["a"], cells: [["1"], ["∅"], ["2"]],
            numbers: [2, 3, 4]),
        Case(name: "blank lines before the titles", text: "\n\na;b\n1;2\n", columns: ab, cells: [["1", "2"]], numbers: [4]),
        // Short and long rows.
        Case(
            name: "a short row", text: "a;b;c\n1;2;3\n4\n5;6;7\n", columns: ["a", "b", "c"],
            cells: [["1", "2", "3"], ["4", "∅", "∅"], ["5", "6", "7"]], findings: ["collect.short-row 3 - 2"]),
        Case(
            name: "a long row", text: "a;b\n1;2\n3;4;5;6\n7;8\n", columns: ab, cells: [["1", "2"], ["3", "4"], ["7", "8"]],
            findings: ["collect.long-row 3 5 · 6 2"]),
        Case(
            name: "a long row with quotes", text: "a;b\n\"x;\"\"y\"\"\n\";2;\"3;4\"\n5;6\n", columns: ab,
            cells: [["x;\"y\"\n", "2"], ["5", "6"]], findings: ["collect.long-row 2 3;4 1"]),
        Case(name: "extra cells that are empty are nothing", text: "a;b\n1;2;;\n", columns: ab, cells: [["1", "2"]]),
        Case(
            name: "a short row in quotes", text: "a;b;c\n\"1;x\"\n", columns: ["a", "b", "c"], cells: [["1;x", "∅", "∅"]],
            findings: ["collect.short-row 2 - 2"]),
        // Titles.
        Case(
            name: "a title above the titles", text: "Subventions 2020;;\n;;\nNom;Objet;Montant\nA;x;1\nB;y;2\n",
            columns: ["Nom", "Objet", "Montant"], cells: [["A", "x", "1"], ["B", "y", "2"]], numbers: [4, 5]),
        Case(
            name: "titles told", text: "x;y\na;b\n1;2\n", columns: ab, cells: [["1", "2"]], numbers: [3],
            options: ["header": .integer(2)]),
        Case(
            name: "no titles", text: "1;2\n3;4\n", columns: ["colonne_1", "colonne_2"], cells: [["1", "2"], ["3", "4"]],
            numbers: [1, 2], options: ["header": .integer(0)]),
        Case(
            name: "figures above figures are no titles", text: "Valeur (en mm);\n;\n30/05/2011;4,24\n31/05/2011;3,46\n",
            columns: ["colonne_1", "colonne_2"], cells: [["30/05/2011", "4,24"], ["31/05/2011", "3,46"]], numbers: [3, 4]),
        Case(
            name: "titles over several rows", text: "Aides\n;Numéraire;;Nature;\nNom;Projet;Sport;Locaux\nA;1;2;3\n",
            columns: ["Nom", "Numéraire Projet", "Numéraire Sport", "Nature Locaux"], cells: [["A", "1", "2", "3"]], numbers: [4],
            options: ["header": .list([Value(.integer(2), at: TextTable.place()), Value(.integer(3), at: TextTable.place())])]),
        Case(
            name: "a title over two lines", text: "\"Nom\nde l'élu\";  b \n1;2\n", columns: ["Nom de l'élu", "b"],
            cells: [["1", "2"]], numbers: [2]),
        Case(
            name: "titles twice and empty", text: "Nom;;nom;Nom;\n1;2;3;4;5\n",
            columns: ["Nom", "colonne_2", "nom (2)", "Nom (3)", "colonne_5"], cells: [["1", "2", "3", "4", "5"]]),
        Case(
            name: "titles already numbered", text: "Nom;Nom (2);Nom;colonne_5;\n1;2;3;4;5\n",
            columns: ["Nom", "Nom (2)", "Nom (3)", "colonne_5", "colonne_5 (2)"], cells: [["1", "2", "3", "4", "5"]]),
        Case(
            name: "titles that Lavoir uses", text: "_row;_source;a\n1;2;3\n", columns: ["_row (2)", "_source (2)", "a"],
            cells: [["1", "2", "3"]]),
        Case(
            name: "titles full of quotes", text: "\"d'été \"\"x\"\"\";{b}\n1;2\n", columns: ["d'été \"x\"", "{b}"],
            cells: [["1", "2"]]),
        Case(name: "titles only", text: "a;b\n", columns: ab, cells: []),
        Case(name: "titles only, without line end", text: "a;b", columns: ab, cells: []),
        Case(name: "a NUL in a title", text: "a\0b;c\n1;2\n", columns: ["a b", "c"], cells: [["1", "2"]]),
        // Text stays text.
        Case(
            name: "zeros, spaces and numbers", text: "a;b\n 007 ;1e5\nNULL;true\n", columns: ab,
            cells: [[" 007 ", "1e5"], ["NULL", "true"]]),
        Case(name: "a NUL byte", text: "a;b\nx\0y;2\n", columns: ab, cells: [["x\0y", "2"]]),
        Case(
            name: "comments told", text: "#;\"x\na;b\n# rien; du tout\n1;2\n\n#\n3;4\n", columns: ab,
            cells: [["1", "2"], ["∅", "∅"], ["3", "4"]], numbers: [4, 5, 7], options: ["comment": .text("#")]),
        Case(name: "comment signs", text: "a;b\n#1;2\n", columns: ab, cells: [["#1", "2"]]),
    ]

    @Test("gives its cells", arguments: cases)
    func reads(_ example: Case) async throws {
        let answer = try await TextTable.read(example.text, example.options)
        #expect(answer.columns == example.columns)
        #expect(answer.cells == example.cells)
        #expect(answer.numbers == example.numbers ?? Array(2..<2 + example.cells.count))
        #expect(answer.findings == example.findings)
    }

    @Test(
        "that is blank, or shorter than its titles, is refused",
        arguments: [("\n\n", nil), ("\n", 3), ("a;b\n", 3), ("a\n", -1)] as [(String, Int?)])
    func noHeader(_ text: String, _ header: Int?) async throws {
        let fault = try await #require(throws: CollectFault.self) {
            _ = try await TextTable.read(text, header.map { ["header": .integer($0)] } ?? [:])
        }
        #expect(fault.code == "collect.no-header")
        #expect(!fault.what.french.contains("{") && !fault.remedy.english.isEmpty)
    }

    @Test(
        "with a quote that is never closed is refused, with the row",
        arguments: [("a;b\n1;2\n\"3;4\n5;6\n", 3), ("a;b\n1;\"", 2)])
    func openQuote(_ text: String, _ line: Int) async throws {
        let fault = try await #require(throws: CollectFault.self) { _ = try await TextTable.read(text) }
        #expect(fault.code == "collect.open-quote" && fault.what.english.contains("line \(line) "))
    }

    @Test("says what was found in it")
    func notes() async throws {
        let answer = try await TextTable.read("a\tb\n1\t2\n3\t4\n")
        #expect(answer.notes == ["x.csv: UTF-8, delimiter \"tab\", titles on row 1, 2 rows"])
        #expect(answer.sources == ["x.csv", "x.csv"])
    }
}
