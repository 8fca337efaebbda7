import Foundation
import Support
import Testing

extension Journeys {
    @Suite("Real budgets", .enabled(if: SharedFiles.arePresent(for: "EndToEnd, real budgets")))
    struct RealBudgetTests {
        private static let budgets = [
            "lotissement": "BP2022_M14_crach_lotissement", "crach": "BP2022_M14_crach_principal",
            "transport": "BP2022_M43_saint-malo-agglo_transport", "montreuil": "CA2016_M14_montreuil_principal",
            "mohon": "CFU2023_M57A_mohon",
        ]

        /// A territory with a dataset for each real budget.
        private static func town(mode: String, more: String = "") throws -> Town {
            let datasets = budgets.mapValues { file in
                "title: \(file)\nsource: { totem: budgets/\(file).xml, plans: plans-de-comptes, mode: \(mode) }\n\(more)"
            }
            let town = try Town(datasets: datasets)
            for file in budgets.values {
                try town.copy(SharedFiles.file("budget/totem/\(file).xml"), to: "budgets/\(file).xml")
            }
            try town.copy(SharedFiles.file("budget/plan-de-comptes"), to: "plans-de-comptes")
            return town
        }

        @Test("no real budget is forgotten here")
        func everyFile() throws {
            let files = try FileManager.default.contentsOfDirectory(atPath: SharedFiles.file("budget/totem").path)
            #expect(Set(files.filter { $0.hasSuffix(".xml") }) == Set(Self.budgets.values.map { $0 + ".xml" }))
        }

        @Test("in strict mode, an export is the reference conversion, byte for byte")
        func strict() throws {
            let town = try Self.town(mode: "strict")
            let runs: [RunLine] = try town.json("run")
            #expect(runs.map(\.outcome) == Array(repeating: "version", count: 5))
            let rows = Dictionary(uniqueKeysWithValues: runs.map { ($0.dataset, $0.rows) })
            #expect(rows == ["lotissement": 21, "crach": 201, "transport": 123, "montreuil": 1461, "mohon": 163])
            for (name, file) in Self.budgets.sorted(by: { $0.key < $1.key }) where name != "montreuil" {
                try town.lavoir("export", name, "-o", "\(name).csv")
                let reference = try Data(contentsOf: SharedFiles.file("budget/totem/\(file).scdl-reference.csv"))
                #expect(try Data(contentsOf: town.folder.url.appending(path: "\(name).csv")) == reference, "\(file)")
            }
        }

        /// Sums by section (F, I) and side (D, R), in euros: the table of specs/budget.md §5.
        private static let totals: [(dataset: String, column: String, sums: [String: String])] = [
            ("crach", "MTPREV", ["FD": "3552599.00", "FR": "3552599.00", "ID": "3263124.91", "IR": "3524788.89"]),
            ("crach", "CREDOUV", ["FD": "3552599.00", "FR": "3552599.00", "ID": "3648628.49", "IR": "3648628.49"]),
            ("crach", "MTRARPREC", ["ID": "385503.58", "IR": "123839.60"]),
            ("lotissement", "MTPREV", ["FD": "560925.60", "FR": "560925.60", "ID": "2562975.00", "IR": "2562975.00"]),
            ("transport", "MTPREV", ["FD": "12700095.00", "FR": "12700095.00", "ID": "1904175.00", "IR": "1904175.00"]),
            ("montreuil", "MTREAL", ["FD": "201302166.56", "FR": "210676830.05", "ID": "50860216.74", "IR": "47411996.16"]),
            ("montreuil", "CREDOUV", ["FD": "207070694.30", "FR": "207070694.30", "ID": "86479478.22", "IR": "86479478.22"]),
            ("mohon", "MTREAL", ["FD": "714695.98", "FR": "1699824.83", "ID": "267588.09", "IR": "312286.77"]),
            ("mohon", "CREDOUV", ["FD": "1760461.02", "FR": "1760461.02", "ID": "1552241.01", "IR": "1552241.01"]),
        ]

        @Test("in completed mode, every budget conforms to SCDL and adds up to the cent")
        func completed() throws {
            let town = try Self.town(mode: "completed", more: "schema: scdl/budget\n")
            try town.copy(SharedFiles.file("budget/schema/scdl-budget-0.8.3.schema.json"), to: "schemas/scdl/budget.json")
            let runs: [RunLine] = try town.json("run")
            #expect(runs.map(\.outcome) == Array(repeating: "version", count: 5))
            for (dataset, column, sums) in Self.totals {
                let rows = try town.ask(
                    """
                    SELECT upper(left(BGT_SECTION, 1)) || upper(left(BGT_CODRD, 1)) AS side,
                           CAST(sum(CAST(BGT_\(column) AS DECIMAL(18, 2))) AS VARCHAR) AS total
                    FROM \(dataset) WHERE BGT_\(column) IS NOT NULL GROUP BY side
                    """)
                let found = Dictionary(
                    uniqueKeysWithValues: rows.map { ($0["side"].flatMap { $0 } ?? "?", $0["total"].flatMap { $0 } ?? "") })
                #expect(found.filter { sums[$0.key] != nil || $0.value != "0.00" } == sums, "\(dataset), \(column)")
            }
        }
    }
}
