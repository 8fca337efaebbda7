package import DuckDB
package import Foundation
package import Territory

/// French budget documents (TOTEM XML of Actes budgétaires, CFU included) to the rows of SCDL budget 0.8.3.
///
/// Gives the 22 columns of the schema as text, `_source` and `_row` (the ordinal of the `LigneBudget` in its file, from 1,
/// calculated lines counted). Cost: one streaming pass over each file, one over each plan de comptes in use, two statements.
package struct TotemConnector: Connector {
    package static let spec = Spec(
        name: "totem",
        summary: Bilingual(
            fr: "Budgets au format TOTEM (XML des Actes budgétaires), convertis au schéma SCDL budget.",
            en: "Budgets in TOTEM format (XML of Actes budgétaires), converted to the SCDL budget schema."),
        argument: .oneOrMany(.glob),
        options: [
            Key(
                "plans", .path(mustExist: true),
                summary: Bilingual(
                    fr: "Le dossier des plans de comptes : ANNÉE/NORME/DÉCLINAISON/planDeCompte.xml.",
                    en: "The folder of plans de comptes: YEAR/NORM/VARIANT/planDeCompte.xml."),
                default: defaultPlans),
            Key(
                "mode", .choice(TotemMode.allCases.map(\.rawValue)),
                summary: Bilingual(
                    fr: "« completed » déduit du plan les chapitres et sections absents ; « strict » ne déduit rien.",
                    en: "`completed` deduces absent chapters and sections from the plan; `strict` deduces nothing."),
                default: TotemMode.completed.rawValue),
        ],
        example: """
            source: { totem: "budgets/*.xml", plans: plans-de-comptes }
            """,
        effect: Bilingual(
            fr: "Une ligne par LigneBudget non calculée, dans les 22 colonnes du schéma.",
            en: "One row per LigneBudget that is not calculated, in the 22 columns of the schema."),
        knownAs: ["actes budgétaires", "docbudgetaire", "totem2csv"])

    package static let findings = FindingKind.totem

    private static let defaultPlans = "plans-de-comptes"

    private let patterns: [Value]
    private let folder: Confinement
    private let plans: AccountPlans
    private let mode: TotemMode

    package init(_ source: SourceDeclaration, in folder: Confinement) throws {
        self.folder = folder
        patterns = source.argument.oneOrMany
        let path = source.options["plans"]?.text ?? Self.defaultPlans
        guard let place = folder.locate(path) else { throw CollectFault(.noFile, subject: path, at: source.place) }
        plans = AccountPlans(folder: place, territory: folder)
        mode = source.options["mode"]?.text.flatMap(TotemMode.init) ?? .completed
    }

    /// The budgets, then every plan in the folder: a plan that is added may be nearer than the one in use.
    package func files() throws -> [URL] {
        try budgets() + plans.available().map { plans.file(of: $0) }
    }

    package func collect(_ connection: Connection, into work: WorkArea) throws -> Collected {
        let tables = TotemTables(work)
        try tables.create(connection)
        try readBudgets(connection, tables)
        try readPlans(connection, tables)
        try connection.execute(TotemConversion(tables: tables).statement, [.boolean(mode == .completed)])
        try connection.execute(TotemConversion(tables: tables).rows)
        try connection.execute(TotemBalance(tables: tables).statement)
        return Collected(
            relation: Relation(table: "\(tables.row)", columns: TotemConversion.columns.map { Relation.Column($0) }),
            findings: TotemControls(tables: tables).relations)
    }

    /// The files that the patterns name, each once, sorted.
    private func budgets() throws -> [URL] {
        let files = try patterns.flatMap { try SourceFiles.matching($0, in: folder) }
        return Set(files).sorted { $0.path < $1.path }
    }

    private func readBudgets(_ connection: Connection, _ tables: TotemTables) throws {
        let headers = try tables.header.appender(connection)
        let lines = try tables.line.appender(connection)
        for file in try budgets() {
            let source = folder.relative(file)
            do { try TotemReader.read(file, as: source, headers: headers, lines: lines) } catch {
                throw TotemFault.wrap(error, source)
            }
        }
        try headers.close()
        try lines.close()
    }

    /// Reads the plans that the budgets call for, and no other.
    private func readPlans(_ connection: Connection, _ tables: TotemTables) throws {
        try plans.list(into: tables.planFile.appender(connection))
        try connection.execute(PlanChoice.statement(tables))
        let appenders = try AccountPlanReader.Tables(
            chapters: tables.chapter.appender(connection), accounts: tables.account.appender(connection),
            functions: tables.function.appender(connection))
        let chosen = try connection.rows("SELECT DISTINCT plan FROM \(tables.choice) WHERE plan IS NOT NULL")
        for plan in chosen.compactMap({ $0.text("plan") }) {
            let file = plans.file(of: plan)
            do { try AccountPlanReader.read(file, as: plan, appenders) } catch {
                throw TotemFault.wrap(error, folder.relative(file))
            }
        }
        try appenders.close()
    }
}
