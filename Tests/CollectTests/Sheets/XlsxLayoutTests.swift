import DuckDB
import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("Sheets, headers and rows of a workbook")
struct XlsxLayoutTests {
    @Test("the header is found below the titles, and its names are made fit for a table")
    func layout() async throws {
        let answer = try await SheetSample.fixture("layout").read()
        #expect(answer.table.headerRows == [4])
        #expect(answer.columns == ["Nom", "Montant voté", "nom (2)", "colonne_D", "_row (2)", "Vide"])
        #expect(answer.rows.map { $0.integer("_row") } == [5, 6, 7, 8])
        #expect(answer.column("Nom") == ["ASSO A", "ASSO B", nil, nil])
        #expect(answer.column("Montant voté") == ["100", "200", nil, "300"])
        #expect(answer.column("colonne_D") == ["d5", nil, nil, nil])
        #expect(answer.column("_source") == Array(repeating: "exports/layout.xlsx", count: 4))
        #expect(answer.notes.contains("recognised in row 4"))
        #expect(answer.notes.contains("merged ranges (2)"))
        #expect(answer.notes.contains("1 hidden rows and 1 hidden columns"))
    }

    @Test("a header row that is written wins")
    func writtenHeader() async throws {
        let answer = try await SheetSample.fixture("layout").read(header: .rows([5]))
        #expect(answer.columns.first == "ASSO A")
        #expect(answer.rows.map { $0.integer("_row") } == [6, 7, 8])
        #expect(!answer.notes.contains("recognised"))
        #expect(try await SheetSample.fixture("layout").fault(header: .rows([7]))?.code == "collect.no-header")
        #expect(try await SheetSample.fixture("layout").fault(header: .rows([900]))?.code == "collect.no-header")
    }

    @Test("the first visible sheet with a table is read, and said")
    func detectedSheet() async throws {
        let answer = try await SheetSample.fixture("sheets").read()
        #expect(answer.table.sheet.name == "Marchés")
        #expect(answer.table.sheet.number == 4)
        #expect(answer.column("Objet") == ["Voirie", "Écoles"])
        #expect(answer.notes.contains("sheet \"Marchés\" read"))
    }

    @Test("a sheet can be named or numbered, hidden or not")
    func chosenSheet() async throws {
        let sample = SheetSample.fixture("sheets")
        let sheets = try sample.workbook().sheets
        #expect(sheets.map(\.name) == ["Notice", "Calculs", "Marchés"])
        #expect(sheets.map(\.isHidden) == [false, true, false])
        #expect(try await sample.read(.name(" marchés")).table.sheet.number == 4)
        let hidden = try await sample.read(.number(2))
        #expect(hidden.columns == ["a", "b"])
        #expect(hidden.notes.contains("is hidden"))
        let notice = try await sample.read(.name("Notice"))
        #expect(notice.notes.contains("no row looks like column titles"))
        #expect(notice.rows.count == 1)
        let fault = try #require(try await sample.fault(.name("Budget")))
        #expect(fault.code == "collect.sheet-not-found")
        #expect(fault.what.text(in: .french).contains("« Notice », « Calculs », « Marchés »"))
        #expect(try await sample.fault(.number(3))?.code == "collect.sheet-not-found")
    }

    @Test("columns are found without the dimension and without references", arguments: ["dimension-wrong", "dimension-absent"])
    func dimension(name: String) async throws {
        let answer = try await SheetSample.fixture(name).read()
        #expect(answer.columns == ["nom", "valeur", "tard", "colonne_AD"])
        #expect(answer.rows.count == 80)
        #expect(answer.rows.last?.text("tard") == "dernier")
        #expect(answer.rows.first { $0.text("colonne_AD") == "loin" }?.integer("_row") == 70)
        #expect(answer.rows.map { $0.integer("_row") } == Array(2...81))
    }

    @Test("a million formatted rows without values are not rows")
    func endless() async throws {
        let answer = try await SheetSample.fixture("endless").read()
        #expect(answer.column("nom") == ["a", "b"])
    }

    @Test("the example town's workbook is read like a person would")
    func valbourg() async throws {
        let answer = try await SheetSample.valbourg.read(header: .rows([1]))
        #expect(answer.table.sheet.name == "Annexe B1.7")
        #expect(answer.columns.count == 20, "the column without a value is not there")
        let first = answer.rows.first { $0.integer("_row") == 6 }
        #expect(first?.text("colonne_C") == "9909515000019")
        #expect(first?.text("colonne_H") == "2\u{a0}500,00\u{a0}€")
        #expect(answer.rows.last?.integer("_row") == 78)
        #expect(answer.notes.contains("merged ranges (9)"))
    }

    @Test("a real export converted from PDF", .enabled(if: SharedFiles.arePresent(for: "XLSX workbooks")))
    func sarthe() async throws {
        let merged = try await SheetSample.sarthe.read(.name("Table 1"))
        #expect(merged.notes.contains("merged ranges (1627)"))
        #expect(merged.table.headerRows == [1])
        #expect(merged.columns.contains("Montant de la subvention de fonctionnement (1)"))
        let clean = try await SheetSample.sarthe.read(.name("Feuil1"))
        #expect(clean.columns.count == 9)
        #expect(clean.rows.count == 1625)
        #expect(clean.column("CP").first == "72390")
    }
}
