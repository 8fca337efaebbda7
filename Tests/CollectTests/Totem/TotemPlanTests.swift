import DuckDB
import Foundation
import Testing

@testable import Collect

@Suite("TOTEM, the choice of the plan de comptes")
struct TotemPlanTests {
    private static let line = TotemDocument.line("6413", "012", "D", "40.00", more: #"<Fonction V="01"/>"#)

    private func convert(
        plans: [String], _ document: TotemDocument = TotemDocument(lines: [line])
    ) async throws -> TotemSample.Answer {
        var files = ["budget.xml": document.data]
        for plan in plans {
            files["plan-de-comptes/\(plan)/planDeCompte.xml"] = TotemDocument.plan(labelled: "Libellé de \(plan)")
        }
        return try await TotemSample.files(files).convert("budget.xml")
    }

    @Test(
        "same exercise, else nearest earlier, else nearest later, of the same variant",
        arguments: [
            (["2021", "2022", "2023"], "2022"), (["2018", "2021", "2023"], "2021"), (["2024", "2026"], "2024"),
            (["2019", "2020", "2100"], "2020"),
        ])
    func nearest(_ years: [String], chosen: String) async throws {
        let answer = try await convert(plans: years.map { "\($0)/M14/M14_COM_500_3500" } + ["2022/M57/M57_A"])
        let plan = "\(chosen)/M14/M14_COM_500_3500"
        #expect(answer.rows.first?.text("BGT_NATURE_LABEL") == "Libellé de \(plan)")
        let told = answer.findings("totem.plan-of-another-year")
        #expect(told.map { $0.text("detail") } == (chosen == "2022" ? [] : [plan]))
    }

    @Test("never another norm or variant: codes without labels, and a warning that names the file to add")
    func noPlan() async throws {
        let answer = try await convert(plans: ["2022/M57/M57_A", "2022/M14/M14_COM_SUP3500"])
        let row = try #require(answer.rows.first)
        #expect(row.text("BGT_CONTNAT") == "012")
        #expect(row.text("BGT_CONTNAT_LABEL") == nil)
        #expect(row.text("BGT_NATURE_LABEL") == nil)
        #expect(answer.findings("totem.no-plan").map { $0.text("value") } == ["2022/M14/M14_COM_500_3500"])
        #expect(answer.findings("totem.unknown-code").isEmpty)
        #expect(answer.findings("totem.plan-of-another-year").isEmpty)
    }

    @Test("functions are read from RefFonctionnelles, at any depth")
    func functions() async throws {
        let answer = try await convert(plans: ["2022/M14/M14_COM_500_3500"])
        #expect(answer.rows.first?.text("BGT_FONCTION_LABEL") == "Non ventilables")
    }

    @Test("a draft, a wrong SIRET and an unbalanced budget are told")
    func warnings() async throws {
        let document = TotemDocument(draft: "true", siret: "21560046100011", lines: [Self.line])
        let answer = try await convert(plans: ["2022/M14/M14_COM_500_3500"], document)
        #expect(answer.findings("totem.not-voted").count == 1)
        #expect(answer.findings("totem.invalid-siret").first?.text("value") == "21560046100011")
        #expect(answer.findings("totem.unbalanced").first?.text("detail") == "D 40.00 ≠ R 0.00")
    }
}
