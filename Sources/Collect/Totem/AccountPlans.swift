internal import DuckDB
internal import Foundation
internal import Territory

/// The plans de comptes of a territory, laid out as their publisher does (odm-budgetaire.org/composants/normes):
/// `<year>/<norm>/<variant>/planDeCompte.xml`.
///
/// The folder says what a plan is, not the file: `Nomenclature/@Exer` is sometimes left from an older year.
struct AccountPlans {
    /// The name every plan has.
    static let fileName = "planDeCompte.xml"

    let folder: URL
    let territory: Confinement

    /// The plans present: `2022/M14/M14_COM_500_3500` and so on, sorted. A link out of the territory is no plan.
    func available() -> [String] {
        folders(in: "").flatMap { year in
            folders(in: year).flatMap { norm in folders(in: "\(year)/\(norm)").map { "\(year)/\(norm)/\($0)" } }
        }
        .filter { plan in
            territory.locate(territory.relative(file(of: plan))).map { FileManager.default.fileExists(atPath: $0.path) } ?? false
        }
    }

    /// The file of a plan.
    func file(of plan: String) -> URL {
        folder.appendingPathComponent(plan).appendingPathComponent(Self.fileName)
    }

    /// Lists the plans in the table `plan_file`.
    func list(into table: Appender) throws {
        for plan in available() {
            let parts = plan.split(separator: "/").map(String.init)
            guard parts.count == 3, let year = Int64(parts[0]) else { continue }
            try table.append(year)
            try table.append(parts[1])
            try table.append(parts[2])
            try table.append(plan)
            try table.endRow()
        }
        try table.close()
    }

    private func folders(in path: String) -> [String] {
        let entries = try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path)
        return (entries ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }
}
