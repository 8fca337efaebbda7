import Foundation
import Support
import Testing

@testable import Inspect

@Suite("Drafts of real files", .enabled(if: SharedFiles.arePresent(for: "Drafts of real files")))
struct SampleWalkTests {
    /// Encoding, delimiter, sheet and header row of each file, as the specification of the business files tells them.
    private static let truth: [String: String] = [
        "maine-et-loire_conventions.csv": "utf-8 ; – 1", "loire-atlantique_extrait1500.csv": "utf-8 ; – 1",
        "sarthe_sub_asso_2018.csv": "windows-1252 ; – 1", "sarthe_2018-converti-pdf.xlsx": "– – Feuil1 1",
        "montpellier_AttribSub_2014.ods": "– – Subventions 1", "eclaireur_dictionnaire-colonnes.csv": "utf-8 ; – 1",
        "scdl_exemple_valide.csv": "utf-8 , – 1", "scdl_exemple_invalide_erreurs_cellules.csv": "utf-8 , – 1",
        "scdl_exemple_invalide_erreurs_colonnes.csv": "utf-8 , – 1", "montpellier_Delibs.csv": "utf-8 ; – 1",
        "montpellier_Delibs.xls": "– – Feuil1 1", "actes_nomenclature_latin1.csv": "windows-1252 , – 1",
        "montpellier_Prenoms.csv": "windows-1252 , – 1", "montpellier_Prenoms.xls": "– – VilleMTP_MTP_Prénoms 1",
        "montpellier_EtabliPublic.csv": "windows-1252 ; – 1",
        "montpellier_MarchesConclus_2013.ods": "– – marchés conclus en 2013 7",
        "montpellier_BudgetAnt_2001-2011.csv": "windows-1252 ; – 1", "montpellier_BudgetPri_2012.csv": "windows-1252 ; – 1",
        "montpellier_BudgetPri_2014.csv": "windows-1252 ; – 1", "montpellier_BudgetPri_2014.xls": "– – OpenDataBP 1",
        "montpellier_ETP.csv": "windows-1252 ; – 0",
    ]

    @Test("pass the check of declarations, run without an error, and find how each file is made")
    func walk() async throws {
        var rows: [String] = []
        for path in SampleWalk.files {
            let line = try await SampleWalk().line(path)
            rows.append(line.row)
            #expect(line.problems == [], "\(line.file)")
            #expect(line.run.hasPrefix("planned"), "\(line.file): \(line.run)")
            if let truth = Self.truth[line.file] { #expect(line.cells[1...4].joined(separator: " ") == truth, "\(line.file)") }
        }
        let table = rows.joined(separator: "\n") + "\n"
        try expectGolden(table, "samples.md")
        let page = try String(contentsOf: Repository.folder.appending(path: "docs/inspect.md"), encoding: .utf8)
        #expect(page.contains(table), "the table of docs/inspect.md is not Golden/samples.md")
    }
}
