internal import DuckDB
internal import Foundation

/// Reads one plan de comptes into the tables: chapters, accounts at any depth, functions at any depth.
///
/// Labels of functions come from `Fonction/RefFonctionnelles`; `Fonction/Chapitres` and `Fonction/Comptes` serve budgets
/// voted by function (90x, 93x) and are not what BGT_FONCTION holds. Plans have no namespace.
final class AccountPlanReader: XMLStream.Listener {
    /// The root is not `Nomenclature`.
    struct NotAPlan: Error { let root: String }

    /// The three tables a plan goes to.
    struct Tables {
        let chapters: Appender
        let accounts: Appender
        let functions: Appender

        func close() throws {
            for table in [chapters, accounts, functions] { try table.close() }
        }
    }

    private let plan: String
    private let tables: Tables
    /// Names of the open elements: a plan is four to ten deep.
    private var path: [String] = []

    private init(_ plan: String, _ tables: Tables) {
        (self.plan, self.tables) = (plan, tables)
    }

    /// Appends what a plan says. `plan` is its place in the folder.
    static func read(_ file: URL, as plan: String, _ tables: Tables) throws {
        try XMLStream.read(file, AccountPlanReader(plan, tables))
    }

    func start(_ element: XMLStream.Element) throws {
        if path.isEmpty, element.name != "Nomenclature" { throw NotAPlan(root: element.name) }
        path.append(element.name)
        guard path.count > 3 else { return }
        switch (path[1], path[2], element.name) {
        case ("Nature", "Chapitres", "Chapitre"):
            try append(element, with: [element["Section"]], to: tables.chapters)
        case ("Nature", "Comptes", "Compte"):
            try append(element, with: TotemTables.accountChapters.map { element[$0] }, to: tables.accounts)
        case ("Fonction", "RefFonctionnelles", "RefFonc"):
            try append(element, to: tables.functions)
        default: break
        }
    }

    func end() { path.removeLast() }

    private func append(_ element: XMLStream.Element, with more: [String?] = [], to table: Appender) throws {
        for value in [plan, element["Code"], element["Libelle"]] + more { try table.append(value) }
        try table.endRow()
    }
}
