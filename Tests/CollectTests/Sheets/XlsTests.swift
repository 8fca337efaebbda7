import DuckDB
import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("XLS workbooks")
struct XlsTests {
    @Test("each kind of value keeps what the sheet shows")
    func values() async throws {
        let answer = try await SheetSample.fixture("values", "xls").read(.name("Valeurs"))
        let values = Dictionary(uniqueKeysWithValues: answer.rows.map { ($0.text("cas") ?? "", $0.text("valeur")) })
        let expected: [String: String?] = [
            "siret": "21560046100085", "decimal": "1500.5", "tenth": "0.1", "hundredth": "100.25", "negative": "-3.25",
            "large": "536870912", "small": "0.0000001", "zeros": "01000", "true": "true", "false": "false",
            "text": "L'été & l'œuvre €", "long": String(repeating: "é", count: 20_000), "date": "2024-03-31",
            "datetime": "2024-03-31T14:30:00", "time": "14:30:00", "elapsed": "36:00:00", "euro": "45382.5",
            "locale": "2024-03-31", "formula": "2",
        ]
        #expect(values.count == expected.count)
        for (name, value) in expected { #expect(values[name] == value, "\(name)") }
        #expect(answer.notes.contains("1 formulas read"))
    }

    @Test("shared texts come whole where their table is cut between records")
    func sharedTexts() async throws {
        let answer = try await SheetSample.fixture("values", "xls").read(.name("Textes"))
        #expect(answer.rows.count == 1_199)
        for (index, row) in answer.rows.enumerated() {
            let number = index + 1
            let word = number % 2 == 1 ? "été œuvre € " : "plain ascii "
            let expected = "\(number) " + String(repeating: word, count: number % 9)
            guard row.text("texte") == expected else {
                Issue.record("row \(number): \(row.text("texte") ?? "nothing")")
                break
            }
        }
    }

    @Test("merged, hidden rows and columns and hidden sheets are known")
    func layout() async throws {
        let sample = SheetSample.fixture("layout", "xls")
        #expect(try sample.workbook().sheets.map(\.isHidden) == [false, false, true])
        let answer = try await sample.read()
        #expect(answer.table.sheet.name == "Marchés" && answer.table.headerRows == [4])
        #expect(answer.column("N°") == ["12M01", nil, "12M02"] && answer.column("Montant") == ["10", "20", "30"])
        #expect(answer.notes.contains("merged ranges (4)") && answer.notes.contains("1 hidden rows and 1 hidden columns"))
        let filled = try await sample.read(.name("Marchés"), header: .rows([3, 4]), fillsMerged: true)
        #expect(filled.columns == ["Marché N°", "Marché Objet", "Lots Lot", "Lots Montant"])
        #expect(filled.column("Marché N°") == ["12M01", "12M01", "12M02"])
    }

    @Test(
        "what cannot be read is refused with its reason",
        arguments: [("cut", "damaged"), ("password", "password"), ("noise", "damaged"), ("nowhere", "")])
    func refused(_ name: String, _ reason: String) async throws {
        let fault = try #require(try await SheetSample.fixture(name, "xls").fault())
        #expect(
            fault.code == "collect.unreadable-file" && (reason.isEmpty || fault.what.english.contains(reason)),
            "\(fault.what.english)")
    }

    @Test("a workbook too large for the memory is refused unread")
    func tooLarge() throws {
        let fault = #expect(throws: CollectFault.self) {
            try XlsWorkbook(SheetSample.fixture("values", "xls").file, subject: "x.xls", sizeLimit: 100_000)
        }
        #expect(fault?.code == "collect.file-too-large")
    }

    @Test("no damage makes the reader crash", arguments: [UInt64(1), 2, 3])
    func neverCrash(seed: UInt64) async throws {
        let whole = try Data(contentsOf: SheetSample.fixture("layout", "xls").file)
        let folder = try TemporaryFolder()
        var random = Seeded(seed)
        for _ in 0..<40 {
            var damaged = whole
            for _ in 0..<6 { damaged[random.number(0...whole.count - 1)] = UInt8(random.number(0...255)) }
            if random.once(in: 4) { damaged = damaged.prefix(random.number(0...whole.count)) }
            try folder.write(damaged, to: "x.xls")
            // Either rows or a fault of this room: another error would come out of `fault`.
            _ = try await SheetSample(file: folder.url.appending(path: "x.xls")).fault()
        }
    }
}
