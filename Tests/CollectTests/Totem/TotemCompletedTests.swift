import DuckDB
import Foundation
import Support
import Testing

@testable import Collect

@Suite(
    "TOTEM, completed",
    .enabled(if: SharedFiles.arePresent(for: "TOTEM, completed")))
struct TotemCompletedTests {
    private static let required = [
        "BGT_NATDEC", "BGT_ANNEE", "BGT_SIRET", "BGT_NOM", "BGT_CONTNAT", "BGT_CONTNAT_LABEL", "BGT_NATURE",
        "BGT_NATURE_LABEL", "BGT_SECTION", "BGT_OPBUDG", "BGT_CODRD",
    ]

    @Test(
        "fills every required cell and tells each one",
        arguments: [
            ("BP2022_M14_crach_lotissement", 7, 7), ("BP2022_M14_crach_principal", 53, 53),
            ("BP2022_M43_saint-malo-agglo_transport", 25, 27), ("CA2016_M14_montreuil_principal", 0, 14),
            ("CFU2023_M57A_mohon", 36, 40),
        ])
    func completion(_ name: String, chapters: Int, sections: Int) async throws {
        let answer = try await TotemSample.real.convert("totem/\(name).xml")
        for column in Self.required { #expect(answer.rows.allSatisfy { $0.text(column) != nil }, "\(column)") }
        #expect(answer.findings("totem.deduced", field: "BGT_CONTNAT").count == chapters)
        #expect(answer.findings("totem.deduced", field: "BGT_SECTION").count == sections)
        #expect(answer.findings("totem.section-disagrees").isEmpty)
        #expect(answer.findings("totem.invalid-siret").isEmpty)
        #expect(answer.findings("totem.unbalanced").isEmpty)
    }

    @Test(
        "sums what the balance of each budget says",
        arguments: [
            ("BP2022_M14_crach_principal", "BGT_MTPREV", ["3552599.00", "3552599.00", "3263124.91", "3524788.89"]),
            ("BP2022_M14_crach_principal", "BGT_CREDOUV", ["3552599.00", "3552599.00", "3648628.49", "3648628.49"]),
            ("BP2022_M14_crach_principal", "BGT_MTRARPREC", ["385503.58", "123839.60"]),
            ("BP2022_M14_crach_lotissement", "BGT_MTPREV", ["560925.60", "560925.60", "2562975.00", "2562975.00"]),
            ("BP2022_M43_saint-malo-agglo_transport", "BGT_MTPREV", ["12700095.00", "12700095.00", "1904175.00", "1904175.00"]),
            ("CA2016_M14_montreuil_principal", "BGT_MTREAL", ["201302166.56", "210676830.05", "50860216.74", "47411996.16"]),
            ("CA2016_M14_montreuil_principal", "BGT_CREDOUV", ["207070694.30", "207070694.30", "86479478.22", "86479478.22"]),
            ("CFU2023_M57A_mohon", "BGT_MTREAL", ["714695.98", "1699824.83", "267588.09", "312286.77"]),
            ("CFU2023_M57A_mohon", "BGT_CREDOUV", ["1760461.02", "1760461.02", "1552241.01", "1552241.01"]),
        ])
    func balance(_ name: String, amount: String, totals: [String]) async throws {
        let answer = try await TotemSample.real.convert("totem/\(name).xml")
        let told = answer.findings("totem.balance", field: amount).compactMap { $0.text("detail") }
        let expected = stride(from: 0, to: totals.count, by: 2).map { pair in
            "D \(totals[pair]) \(totals[pair] == totals[pair + 1] ? "=" : "≠") R \(totals[pair + 1])"
        }
        #expect(told == expected)
    }

    @Test("writes the steps of the schema, in lower case")
    func lowerCase() async throws {
        let answer = try await TotemSample.real.convert("totem/CFU2023_M57A_mohon.xml")
        #expect(answer.rows.first?.text("BGT_NATDEC") == "compte administratif")
    }

    @Test("an account the plan does not know takes the label of its beginning, and says so")
    func unknownNature() async throws {
        let answer = try await TotemSample.real.convert("totem/BP2022_M43_saint-malo-agglo_transport.xml")
        let row = try #require(answer.rows.first { $0.text("BGT_NATURE") == "6518" })
        #expect(row.text("BGT_NATURE_LABEL")?.hasPrefix("Redevances") == true)
        #expect(row.text("BGT_CONTNAT") == "65")
        let finding = try #require(answer.findings("totem.unknown-code").first)
        #expect(finding.text("value") == "6518")
        #expect(finding.text("detail") == "2022/M4/M43_D : 651")
        #expect(finding.text("_row") == row.text("_row"))
        #expect(answer.findings("totem.unknown-code").count == 1)
    }

    @Test("keeps the sixteen repeats of the M43 budget and tells each")
    func repeats() async throws {
        let answer = try await TotemSample.real.convert("totem/BP2022_M43_saint-malo-agglo_transport.xml")
        #expect(answer.findings("totem.repeated-lines").count == 16)
    }

    @Test("an article keeps its code, takes its own label and the section of its chapter")
    func article() async throws {
        let answer = try await TotemSample.real.convert("totem/CA2016_M14_montreuil_principal.xml")
        let row = try #require(answer.rows.first { $0.text("BGT_CONTNAT") == "2313" })
        #expect(row.text("BGT_CONTNAT_LABEL") == "Constructions")
        #expect(row.text("BGT_SECTION") == "investissement")
    }

    @Test("several files come as one relation, each row with its file and its LigneBudget")
    func severalFiles() async throws {
        let answer = try await TotemSample.real.convert("totem/*.xml")
        #expect(answer.rows.count == 1969)
        #expect(Set(answer.rows.compactMap { $0.text("_source") }).count == 5)
        #expect(
            answer.rows.filter { $0.text("_source") == "totem/CFU2023_M57A_mohon.xml" }.compactMap { $0.integer("_row") }.max()!
                <= 796)
    }
}
