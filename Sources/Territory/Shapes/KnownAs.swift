/// What other tools call a thing: an agent looks a step up under the name they already use. An unknown name in a
/// declaration is looked up here too.
package struct KnownAs: Sendable, Hashable {
    package var openRefine: [String] = []
    /// Workbench (CJWorkbench): the names of its published step descriptions.
    package var workbench: [String] = []
    /// dbt and SQL.
    package var sql: [String] = []
    package var frictionless: [String] = []
    /// R, spreadsheets, Power Query, file formats.
    package var others: [String] = []

    package init(
        openRefine: [String] = [], workbench: [String] = [], sql: [String] = [], frictionless: [String] = [],
        others: [String] = []
    ) {
        self.openRefine = openRefine
        self.workbench = workbench
        self.sql = sql
        self.frictionless = frictionless
        self.others = others
    }

    /// Every name, whatever the tool.
    package var all: [String] { openRefine + workbench + sql + frictionless + others }

    package var isEmpty: Bool { all.isEmpty }

    /// The names of both, each once.
    func merged(with more: KnownAs) -> KnownAs {
        func union(_ path: KeyPath<KnownAs, [String]>) -> [String] {
            self[keyPath: path] + more[keyPath: path].filter { !self[keyPath: path].contains($0) }
        }
        return KnownAs(
            openRefine: union(\.openRefine), workbench: union(\.workbench), sql: union(\.sql),
            frictionless: union(\.frictionless), others: union(\.others))
    }
}

/// Names of no tool in particular.
extension KnownAs: ExpressibleByArrayLiteral {
    package init(arrayLiteral names: String...) { self.init(others: names) }
}
