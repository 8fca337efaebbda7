import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("The text files of French towns", .enabled(if: SharedFiles.arePresent(for: "The text files of French towns")))
struct RealTextTests {
    /// Rows and columns as counted by hand, see the specification of the business files, §1.
    static let files: [(path: String, rows: Int, columns: Int, encoding: String, header: Int)] = [
        ("subventions/maine-et-loire_conventions.csv", 75, 16, "UTF-8", 1),
        ("subventions/loire-atlantique_extrait1500.csv", 1_499, 18, "UTF-8", 1),
        ("subventions/sarthe_sub_asso_2018.csv", 1_625, 9, "windows-1252", 1),
        ("subventions/eclaireur_dictionnaire-colonnes.csv", 141, 2, "UTF-8", 1),
        ("deliberations/montpellier_Delibs.csv", 160, 8, "UTF-8", 1),
        ("prenoms/montpellier_Prenoms.csv", 51, 6, "windows-1252", 1),
        ("equipements/montpellier_EtabliPublic.csv", 1_024, 23, "windows-1252", 1),
        ("budget-plat/montpellier_BudgetAnt_2001-2011.csv", 9_998, 10, "windows-1252", 1),
    ]

    @Test("give their rows", arguments: files.indices)
    func counts(_ index: Int) async throws {
        let (path, rows, columns, encoding, header) = Self.files[index]
        let answer = try await TextTable.read(in: SharedFiles.file("samples"), path)
        #expect(answer.rows.count == rows, "\(path)")
        #expect(answer.columns.count == columns, "\(path): \(answer.columns)")
        #expect(answer.notes[0].contains(": \(encoding), ") && answer.notes[0].contains("row \(header),"), "\(answer.notes)")
        #expect(!answer.findings.contains { $0.hasPrefix("collect.long-row") }, "\(answer.findings.prefix(3))")
    }

    @Test("keep their amounts, their zeros and their accents")
    func values() async throws {
        let maine = try await TextTable.read(in: SharedFiles.file("samples"), "subventions/maine-et-loire_conventions.csv")
        let amount = try #require(maine.columns.firstIndex(of: "montant"))
        let total = maine.rows.compactMap { $0[amount].flatMap { Decimal(string: $0) } }.reduce(0, +)
        #expect(total == Decimal(string: "8327364.88"))
        let places = try await TextTable.read(in: SharedFiles.file("samples"), "equipements/montpellier_EtabliPublic.csv")
        let family = try #require(places.columns.firstIndex { $0.hasPrefix("DELTA_CAT") })
        let families = Dictionary(grouping: places.rows) { $0[family] ?? "" }.mapValues(\.count)
        #expect(families["Sport"] == 200 && families["Enseignement"] == 188 && families["Transports"] == 14)
        let sarthe = try await TextTable.read(in: SharedFiles.file("samples"), "subventions/sarthe_sub_asso_2018.csv")
        #expect(sarthe.numbers == Array(2...1_626))
        let titles = sarthe.columns.joined()
        #expect(!titles.contains("\n") && titles.contains("é"))
    }
}
