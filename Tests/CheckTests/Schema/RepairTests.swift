import Check
import Foundation
import Runs
import Support
import Territory
import Testing

@Suite("Repairs")
struct RepairTests {
    /// What becomes of each text of a field: `old → new`, with `?` before what is only likely.
    private static func repairs(_ field: String, _ texts: [String], _ more: String = "") async throws -> [String] {
        let schema = "{\"fields\": [{\"name\": \"a\", \(field)}, {\"name\": \"z\"}]\(more.isEmpty ? "" : ", " + more)}"
        let folder = try TemporaryFolder()
        let rows = texts.map { "\"\($0.replacing("\"", with: "\"\""))\",z" }
        try folder.write((["a,z"] + rows).joined(separator: "\n") + "\n", to: "x.csv")
        let check = FileCheck(
            .file(folder.url.appending(path: "x.csv")), against: try SchemaDescriptor(Data(schema.utf8), file: "s.json"),
            extensionFolder: Repository.extensions)
        let changes = folder.url.appending(path: "changes.csv").path
        _ = try await check.run(examples: 1, keepsAll: true) { _, open in
            try open.repair(withLikely: true, to: .init(table: nil, changes: changes))
        }
        let lines = try folder.text("changes.csv").split(separator: "\n").dropFirst()
        return lines.map { line in
            let grid = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return (grid.last == "false" ? "? " : "") + "\(grid[3]) → \(grid[4])"
        }
    }

    @Test("give a SIRET its leading zero back when the Luhn keys prove it, and take blanks and points out")
    func siret() async throws {
        let check = "\"custom_checks\": [{\"name\": \"french-siret-value\", \"params\": {\"column\": \"a\"}}]"
        let found = try await Self.repairs(
            "\"constraints\": {\"pattern\": \"^\\\\d{14}$\"}",
            ["217 300 656 00014", "5580120000018", "5580120000019", "2.17E+13"], check)
        #expect(found.first == "217 300 656 00014 → 21730065600014")
        #expect(!found.contains { $0.contains("E+13") || $0.contains("0019") })
    }

    @Test("write French dates as ISO, and are sure of the day when the column tells it from the month")
    func dates() async throws {
        #expect(try await Self.repairs("\"type\": \"date\"", ["05/01/2020"]) == ["? 05/01/2020 → 2020-01-05"])
        #expect(
            try await Self.repairs("\"type\": \"date\"", ["05/01/2020", "25/01/2020", "2020-01-05T10:30:00", "31/02/2020"])
                == ["05/01/2020 → 2020-01-05", "25/01/2020 → 2020-01-25", "? 2020-01-05T10:30:00 → 2020-01-05"])
        #expect(
            try await Self.repairs("\"type\": \"date\"", ["1er août 2021", "2021/08/01"]).allSatisfy {
                $0.hasSuffix("→ 2021-08-01")
            })
    }

    @Test("write numbers with a point, and doubt a comma before three digits")
    func numbers() async throws {
        #expect(
            try await Self.repairs("\"type\": \"number\"", ["1 234€", "12 €", "x"])
                == ["1 234€ → 1234", "12 € → 12"])
        #expect(try await Self.repairs("\"type\": \"integer\"", ["3.0", "3.5"]) == ["3.0 → 3"])
    }

    @Test("put a word of the schema for yes and no, and for a value that differs by case and accents")
    func words() async throws {
        #expect(
            try await Self.repairs(
                "\"type\": \"boolean\", \"trueValues\": [\"oui\"], \"falseValues\": [\"non\"]", ["OUI", "0", "peut-être"])
                == ["OUI → oui", "0 → non"])
        let list = "\"constraints\": {\"enum\": [\"aide en numéraire\", \"aide en nature\"]}"
        #expect(
            try await Self.repairs(list, ["Aide en numeraire", "aide en natur", "rien"])
                == ["Aide en numeraire → aide en numéraire", "? aide en natur → aide en nature"])
    }

    @Test("give a code its leading zeros back when the field's own list proves it")
    func listed() async throws {
        let codes = "\"constraints\": {\"enum\": [\"01004\", \"01005\", \"004\", \"0004\"]}"
        #expect(try await Self.repairs(codes, ["1004", "1006", "4"]) == ["1004 → 01004"])
    }

    @Test("write the items of a list as the schema has them, and doubt what parts them when it is no list yet")
    func items() async throws {
        let items = """
            "type": "array", "arrayItem": {"type": "string", "constraints": {"enum": ["Lait", "a b", "A-B"]}}
            """
        #expect(
            try await Self.repairs(items, [#"["lait"]"#, "LAIT", #"["a-b"]"#, #"["rien"]"#])
                == [#""[""lait""]" → "[""Lait""]""#, #"? LAIT → "[""Lait""]""#])
    }

    @Test("never write what the schema refuses")
    func refused() async throws {
        #expect(
            try await Self.repairs("\"type\": \"number\", \"constraints\": {\"maximum\": 1}", ["1 234 €", "0 €"]) == ["0 € → 0"])
        #expect(try await Self.repairs("\"constraints\": {\"enum\": [\"A1\", \"a-1\"]}", ["A 1"]).isEmpty)
    }

    @Test("rename a title that differs by case or a letter, and drop blank rows")
    func tables() async throws {
        let folder = try TemporaryFolder()
        try folder.write("NOM ,dateConventoin\nx,2020-01-05\n,\n", to: "x.csv")
        let schema =
            "{\"fields\": [{\"name\": \"nom\", \"constraints\": {\"required\": true}}, {\"name\": \"dateConvention\", \"type\": \"date\"}]}"
        let check = FileCheck(
            .file(folder.url.appending(path: "x.csv")), against: try SchemaDescriptor(Data(schema.utf8), file: "s.json"),
            extensionFolder: Repository.extensions)
        let out = folder.url.appending(path: "out.csv").path
        let repaired = try await check.run(examples: 1, keepsAll: true) { _, open in
            try open.repair(withLikely: true, to: .init(table: out, changes: nil))
        }
        #expect(try folder.text("out.csv") == "nom,dateConvention\nx,2020-01-05\n")
        #expect(repaired?.remains.isConform == true)
        #expect(repaired?.repairs.titles.map(\.isSafe) == [true, false])
        #expect(repaired?.recipe.contains("drop-empty: rows") == true)
    }
}
