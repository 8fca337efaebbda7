import DuckDB
import Foundation
import Support
import Testing

@testable import Collect

/// Figures counted by hand: specification of the business files, §1.
@Suite("The workbooks of French towns", .enabled(if: SharedFiles.arePresent(for: "The workbooks of French towns")))
struct RealSheetTests {
    private func sum(_ values: [String?]) -> Decimal { values.compactMap { $0.flatMap { Decimal(string: $0) } }.reduce(0, +) }

    @Test("Montpellier's grants are typed values, 1,188 of them data")
    func grants() async throws {
        let answer = try await SheetSample.shared("samples/subventions/montpellier_AttribSub_2014.ods").read()
        #expect(answer.table.sheet.name == "Subventions" && answer.table.headerRows == [1])
        let data = answer.rows.filter { ["F", "P"].contains($0.text("Type") ?? "") }
        #expect(data.count == 1_188)
        #expect(sum(data.map { $0.text("Montant") }) == 4_566_604)
        #expect(answer.notes.contains("pivot tables left aside: Par thématique"))
        #expect(answer.rows.last?.integer("_row") == 1_265)
    }

    @Test("the contracts' header is on line 7, under two levels and a numbering; their cells can be filled down")
    func contracts() async throws {
        let sample = SheetSample.shared("samples/marches/montpellier_MarchesConclus_2013.ods")
        let answer = try await sample.read()
        #expect(answer.table.headerRows == [7] && answer.columns.first == "N° Marché")
        let lots = answer.rows.filter { row in answer.columns.contains { row.text($0) != nil } }
        #expect(lots.count == 616 || answer.rows.count == 620, "\(lots.count) \(answer.rows.count)")
        #expect(answer.column("N° Marché").count { $0 != nil } == 325)
        #expect(answer.column("Date de notif.").first == "13/2/13")
        let levels = try await sample.read(header: .rows([5, 7]), fillsMerged: true)
        #expect(levels.columns.first == "Marché global N° Marché" && levels.columns.contains("Lots Nom Tiers"))
        #expect(levels.column("Marché global N° Marché").count { $0 != nil } > 325)
    }

    @Test("the budget's table is found behind its pivot table, and its amounts balance it")
    func budget() async throws {
        let answer = try await SheetSample.shared("samples/budget-plat/montpellier_BudgetPri_2014.xls").read()
        #expect(answer.table.sheet.name == "OpenDataBP" && answer.rows.count == 1_448)
        let part = { (section: String, way: String) in
            answer.rows.filter { $0.text("I_F") == section && $0.text("D_R") == way }.map { $0.text("BP") }
        }
        #expect(sum(part("F", "D")) == 322_408_231 && sum(part("F", "R")) == 322_408_231)
        #expect(sum(part("I", "D")) == 156_583_429 && sum(part("I", "R")) == 156_583_429)
    }

    @Test("deliberations have real dates, first names a title that is a number")
    func others() async throws {
        let council = try await SheetSample.shared("samples/deliberations/montpellier_Delibs.xls").read()
        #expect(council.table.sheet.name == "Feuil1" && council.rows.count == 160)
        let dates = Dictionary(grouping: council.column("Date CM")) { $0 ?? "" }.mapValues(\.count)
        #expect(dates == ["2013-11-25": 102, "2013-12-16": 58])
        let names = try await SheetSample.shared("samples/prenoms/montpellier_Prenoms.xls").read()
        #expect(names.columns[4] == "2013" && names.rows.count == 51 && names.rows[0].text("2013") == "50")
        let sport = try await SheetSample.shared("samples/equipements/montpellier_EquipementSportif_2012.xls").read()
        #expect(sport.table.sheet.number == 1 && sport.columns.count == 19)
        #expect(sport.columns.contains("Gardien: oui/oui avec logement/non"))
        #expect(sport.rows[1].text("Date de construction") == "2004")
    }

    @Test("the sheet cleaned by hand is proposed, the conversion from PDF told")
    func cleaned() async throws {
        let answer = try await SheetSample.sarthe.read()
        #expect(answer.table.sheet.name == "Feuil1" && answer.rows.count == 1_625)
        #expect(answer.notes.contains("these sheets hold a table as well: Table 1"))
    }

    @Test("a workbook of Excel 2016 in the old format, which libfreexl finds empty, gives its table")
    func sarthe() async throws {
        let path = "schemas/scdl--subventions/examples/reels-pdl/subvention_progos_2018.xls"
        let answer = try await SheetSample.shared(path).read()
        #expect(answer.table.headerRows == [4] && answer.rows[0].text("Montant") == "582500")
        #expect(answer.rows[0].text("Date de décision") ?? answer.rows[0].text("Date de  décision") == "2018-03-15")
    }
}
