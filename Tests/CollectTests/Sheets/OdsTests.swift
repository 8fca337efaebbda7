import DuckDB
import Foundation
import Territory
import Testing

@testable import Collect

@Suite("ODS workbooks")
struct OdsTests {
    @Test("each kind of value is read by its type, not by what is shown")
    func values() async throws {
        let answer = try await SheetSample.fixture("values", "ods").read()
        let values = Dictionary(uniqueKeysWithValues: answer.rows.map { ($0.text("cas") ?? "", $0.text("valeur")) })
        let expected: [String: String?] = [
            "siret": "21560046100085", "amount": "3000", "percent": "0.256", "artefact": "1500", "date": "2014-03-31",
            "datetime": "2014-03-31T14:30:00", "time": "14:30:00", "elapsed": "36:00:00", "true": "true", "zeros": "01000",
            "entities": "L'été & <l'eau>", "formula": "2", "formula-text": "cas", "formula-empty": nil, "error": "#N/A",
            "lines": "un\ndeux\ntrois", "spaces": "a b   c\tde", "comment": "oui",
        ]
        #expect(values.count == expected.count)
        for (name, value) in expected { #expect(values[name] == value, "\(name)") }
        #expect(answer.notes.contains("3 formulas read") && answer.notes.contains("1 formulas without a saved value"))
        #expect(answer.notes.contains("1 cells in error"))
    }

    @Test("repeated rows and cells come as often as they are; a million empty ones end the sheet")
    func layout() async throws {
        let answer = try await SheetSample.fixture("layout", "ods").read()
        #expect(answer.table.headerRows == [6])
        #expect(answer.columns == ["N°", "Objet", "Lot", "Montant"])
        #expect(answer.rows.map { $0.integer("_row") } == [7, 8, 9, 10])
        #expect(answer.column("N°") == ["12M01", nil, "12M02", "12M02"])
        #expect(answer.column("Montant") == ["10", "20", "3", "3"])
        #expect(answer.notes.contains("1 hidden rows and 1 hidden columns"))
        #expect(answer.notes.contains("merged ranges (4): the value stays in the first cell"))
    }

    @Test("merged cells can be filled, and titles over several rows joined")
    func options() async throws {
        let sample = SheetSample.fixture("layout", "ods")
        let filled = try await sample.read(header: .rows([4, 6]), fillsMerged: true)
        #expect(filled.columns == ["Marché N°", "Marché Objet", "Lots Lot", "Lots Montant"])
        #expect(filled.column("Marché N°") == ["12M01", "12M01", "12M02", "12M02"])
        #expect(filled.column("Marché Objet") == ["Voirie", nil, "Écoles", "Écoles"])
        #expect(filled.notes.contains("repeated over the whole range"))
        let bare = try await sample.read(header: .absent)
        #expect(bare.columns == ["colonne_A", "colonne_B", "colonne_C", "colonne_D"] && bare.rows.count == 10)
        #expect(try await sample.fault(header: .rows([4, 3]))?.code == "collect.no-header")
    }

    @Test("a pivot table, a note and a hidden sheet are passed, and the other tables told")
    func detectedSheet() async throws {
        let answer = try await SheetSample.fixture("sheets", "ods").read()
        #expect(answer.table.sheet.name == "BP 2023" && answer.rows.count == 3)
        #expect(answer.notes.contains("these sheets hold a table as well: BP 2024"))
        #expect(answer.notes.contains("pivot tables left aside: Synthèse"))
    }

    @Test("several sheets are united by the names of their columns, and each row says its own")
    func union() async throws {
        let sample = SheetSample.fixture("sheets", "ods")
        for choice in [SheetChoice.name("bp*"), .several([.name("BP 2023"), .number(5)]), .name("BP 202?")] {
            let answer = try await sample.read(choice)
            #expect(answer.columns == ["Thème", "Nom", "Montant"])
            #expect(
                answer.column("_source").map { $0 ?? "" }.sorted() == Array(repeating: "exports/sheets.ods#BP 2023", count: 3)
                    + Array(repeating: "exports/sheets.ods#BP 2024", count: 2))
        }
        #expect(try await sample.read(.name("Calculs")).column("_source").first == "exports/sheets.ods")
        #expect(try await sample.fault(.name("Budget*"))?.code == "collect.sheet-not-found")
        #expect(try await sample.fault(.several([.name("BP 2023"), .number(9)]))?.code == "collect.sheet-not-found")
        let empty = try #require(try await sample.fault(.name("Vide")))
        #expect(empty.code == "collect.unreadable-file" && empty.what.english.contains("\"Vide\" is empty"))
    }

    @Test(
        "what cannot be read is refused with its reason",
        arguments: [
            ("password", "collect.unreadable-file", "password"), ("letter", "collect.unknown-format", "OpenDocument"),
            ("entities", "collect.unreadable-file", "content.xml"), ("bomb", "collect.file-too-large", "ratio"),
            ("repeated", "collect.file-too-large", "repeated"), ("cut", "collect.unreadable-file", "damaged"),
            ("bad-xml", "collect.unreadable-file", "content.xml"), ("nowhere", "collect.unreadable-file", ""),
        ])
    func refused(_ name: String, _ code: String, _ reason: String) async throws {
        let fault = try #require(try await SheetSample.fixture(name, "ods").fault())
        #expect(
            fault.code == code && (reason.isEmpty || fault.what.english.contains(reason)), "\(fault.code): \(fault.what.english)")
    }
}
