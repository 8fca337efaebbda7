import Check
import DuckDB
import Foundation
import Runs
import Support
import Territory
@testable import Inspect

/// The real files of the specification, each inspected, drafted, checked and run, untouched by hand.
struct SampleWalk {
    /// A line of the table: what was found and what the draft gives.
    struct Line: Sendable {
        let file: String
        let cells: [String]
        /// Problems of the declaration, and how the run ended.
        let problems: [String]
        let run: String
        var row: String { "| " + ([file] + cells).joined(separator: " | ") + " |" }
    }

    static let files = [
        "subventions/maine-et-loire_conventions.csv", "subventions/loire-atlantique_extrait1500.csv",
        "subventions/sarthe_sub_asso_2018.csv", "subventions/sarthe_2018-converti-pdf.xlsx",
        "subventions/montpellier_AttribSub_2014.ods", "subventions/eclaireur_dictionnaire-colonnes.csv",
        "subventions/scdl_exemple_valide.csv", "subventions/scdl_exemple_invalide_erreurs_cellules.csv",
        "subventions/scdl_exemple_invalide_erreurs_colonnes.csv", "deliberations/montpellier_Delibs.csv",
        "deliberations/montpellier_Delibs.xls", "deliberations/actes_nomenclature_latin1.csv", "prenoms/montpellier_Prenoms.csv",
        "prenoms/montpellier_Prenoms.xls", "equipements/montpellier_EtabliPublic.csv",
        "equipements/montpellier_EquipementSportif_2012.xls", "marches/montpellier_MarchesConclus_2013.ods",
        "budget-plat/montpellier_BudgetAnt_2001-2011.csv", "budget-plat/montpellier_BudgetPri_2012.csv",
        "budget-plat/montpellier_BudgetPri_2014.csv", "budget-plat/montpellier_BudgetPri_2014.xls", "rh/montpellier_ETP.csv",
    ]

    private static let schemas = [
        "budget", "catalogue", "deliberations", "equipements", "menus-collectifs", "plats-menus-collectifs", "prenoms",
        "subventions",
    ]

    let folder: TemporaryFolder

    /// A territory with the national schemas.
    init() throws {
        folder = try TemporaryFolder()
        try folder.write("territory: { name: Essai, languages: [fr, en] }\nlicence: lov2\n", to: "lavoir.yaml")
        for name in Self.schemas {
            let schema = try Data(contentsOf: SharedFiles.file("schemas/scdl--\(name)/schema.json"))
            try folder.write(schema, to: "schemas/scdl/\(name).json")
        }
    }

    func line(_ path: String) async throws -> Line {
        let name = (path as NSString).lastPathComponent
        try folder.write(try Data(contentsOf: SharedFiles.file("samples/\(path)")), to: "exports/\(name)")
        let found = try await Inspected.file(
            folder.url.appending(path: "exports/\(name)"), schemas: folder.url.appending(path: "schemas"),
            drafting: "exports/\(name)")
        guard let draft = found.draft else { return Line(file: name, cells: [], problems: ["no draft"], run: "") }
        try folder.write(draft.yaml(in: .french), to: "datasets/essai.yaml")
        let problems = Territory.problems(in: folder.url, knowing: vocabulary).map { $0.rendered(in: .english) }
        let run = problems.isEmpty ? try await run() : "not run"
        return Line(file: name, cells: Self.cells(found.profile, draft), problems: problems, run: run)
    }

    private func run() async throws -> String {
        let territory = try Territory.load(folder.url, knowing: vocabulary)
        let environment = RunEnvironment(
            author: "test", message: "", program: "test", extensionFolder: Repository.extensions)
        let result = try await Runner(territory, environment).run(territory.datasets, for: .plan)[0]
        let errors = result.report?.groups.filter { $0.severity == .error }.map { "\($0.code) \($0.field ?? "") × \($0.count)" }
        return ([result.outcome.rawValue, "\(result.rows ?? 0)"] + (errors ?? []) + [result.fault?.code].compactMap { $0 })
            .joined(separator: " ")
    }

    private static func cells(_ profile: Profile, _ draft: Draft) -> [String] {
        let made = profile.structure
        func option(_ name: String) -> String { made.options.first { $0.name == name }?.value ?? "–" }
        let outcome = draft.outcome
        let schema = draft.schema.map { $0.replacing("scdl/", with: "") } ?? "–"
        let filled = draft.schema == nil ? "–" : "\(outcome.filledRequired) / \(outcome.required)"
        let all = draft.schema == nil ? "–" : String(outcome.filled.count)
        return [
            made.format, option("encoding"), option("delimiter").replacing("|", with: "\\|"), option("sheet"), option("header"),
            String(made.rows), String(outcome.rows), schema, filled, all,
        ]
    }
}
