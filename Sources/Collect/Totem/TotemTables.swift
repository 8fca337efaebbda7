internal import DuckDB

/// The tables a conversion works on, in the schema of the run: what the files say on one side, what the plans de comptes
/// say on the other, then what follows from both.
struct TotemTables {
    /// One row per `DocumentBudgetaire`: `_source`, `document`, then `headerFields` as text.
    let header: Table
    /// One row per `LigneBudget` that the prefecture's tool did not calculate: `_source`, `document`, `_row`, then `lineFields` as text.
    let line: Table
    /// One row per plan in the folder: `year`, `norm`, `variant`, `plan` (its place in the folder).
    let planFile: Table
    /// `plan`, `code`, `label`, `section` (F or I).
    let chapter: Table
    /// `plan`, `code`, `label`, then the chapters of the account: `DR`, `RR`, `DOES`, `ROES`, `DOIS`, `ROIS`.
    let account: Table
    /// `plan`, `code`, `label`.
    let function: Table
    /// One row per document: the plan wanted and the plan found.
    let choice: Table
    /// One row per combination of codes that lines use: what the plan knows of it.
    let code: Table
    /// A view, one row per kept line: the 22 SCDL columns, `_source`, `_row`, and how they were found.
    let row: Table
    /// Sums per document, section and amount.
    let balance: Table

    /// A table of the run; in a statement it shows as its quoted name.
    struct Table: CustomStringConvertible {
        let work: WorkArea
        let name: String
        var description: String { work.table(name) }

        /// Opens it for rows from Swift.
        func appender(_ connection: Connection) throws -> Appender {
            try work.appender(to: name, on: connection)
        }
    }

    init(_ work: WorkArea) {
        func table(_ name: String) -> Table { Table(work: work, name: name) }
        (header, line) = (table("totem_header"), table("totem_line"))
        (planFile, chapter) = (table("plan_file"), table("plan_chapter"))
        (account, function) = (table("plan_account"), table("plan_function"))
        (choice, code, row) = (table("totem_choice"), table("totem_code"), table("totem_row"))
        balance = table("totem_balance")
    }

    /// Leaves of `EnTeteDocBudgetaire`, `EnTeteBudget` and `BlocBudget`, by their published names.
    static let headerFields = [
        "LibelleColl", "IdColl", "IdEtab", "LibelleEtab", "Nomenclature", "NatDec", "Exer", "ProjetBudget",
    ]

    /// What a `LigneBudget` says, by the published names; the `Section` of its `CaracSup` comes last.
    static let lineFields = [
        "Nature", "Fonction", "Operation", "ContNat", "ArtSpe", "CodRD", "MtBudgPrec", "MtRARPrec", "MtPropNouv", "MtPrev",
        "CredOuv", "MtReal", "MtRAR3112", "OpBudg", "TypOpBudg", declaredSection,
    ]
    static let declaredSection = "DeclaredSection"

    /// Columns of an account that name the chapter of its operations.
    static let accountChapters = ["DR", "RR", "DOES", "ROES", "DOIS", "ROIS"]

    /// Makes the tables that are filled from files.
    func create(_ connection: Connection) throws {
        try create(header, ["_source", "document BIGINT"] + Self.headerFields, connection)
        try create(line, ["_source", "document BIGINT", "_row BIGINT"] + Self.lineFields, connection)
        try create(planFile, ["year INTEGER", "norm", "variant", "plan"], connection)
        try create(chapter, ["plan", "code", "label", "section"], connection)
        try create(account, ["plan", "code", "label"] + Self.accountChapters, connection)
        try create(function, ["plan", "code", "label"], connection)
    }

    /// Columns are text unless a type follows the name.
    private func create(_ table: Table, _ columns: [String], _ connection: Connection) throws {
        let list = columns.map { $0.contains(" ") ? $0 : "\(identifier($0)) VARCHAR" }
        try connection.execute("CREATE OR REPLACE TABLE \(table) (\(list.joined(separator: ", ")))")
    }
}
