package import DuckDB
package import Foundation
package import Territory

/// The steps of a dataset, read and ready to be compiled.
///
/// ```swift
/// let recipe = try Recipe(dataset.recipe, in: territory.folder)
/// let compiled = try recipe.compile(collected.relation, on: connection)
/// ```
package struct Recipe: Sendable {
    /// Asks the engine a small question while compiling: which columns are empty, which keys are repeated.
    package typealias Probe = (String, [SQLValue]) throws -> [Row]

    private let steps: [(step: any Step, at: StepPlace)]
    private let folder: URL

    /// Reads the declarations. `folder` is the territory, where lookup files are.
    package init(_ declarations: [StepDeclaration], in folder: URL) throws(PrepareFault) {
        var steps: [(any Step, StepPlace)] = []
        for declaration in declarations {
            let place = StepPlace(declaration)
            guard let type = Registry.steps.first(where: { $0.spec.name == declaration.name }) else {
                let known = Registry.steps.map { $0.spec.name }.joined(separator: ", ")
                throw place.fault(.unknownStep, ["known": Bilingual(known)])
            }
            steps.append((try type.init(declaration), place))
        }
        self.steps = steps
        self.folder = folder
    }

    /// Files of the territory the steps read, relative to it: they belong to the fingerprint.
    package var files: [String] { steps.flatMap(\.step.files) }

    /// Extensions of the engine that must be loaded before `compile`.
    package var extensions: [String] { Set(steps.flatMap(\.step.extensions)).sorted() }

    /// Compiles over a relation, asking a connection what only data can tell.
    package func compile(_ relation: Relation, on connection: Connection) throws -> CompiledRecipe {
        try compile(relation) { sql, parameters in try connection.rows(sql, parameters) }
    }

    /// Compiles the recipe into one statement.
    ///
    /// Throws a `PrepareFault` at the first step that cannot stand on its columns; an `EngineFault` when a probe is
    /// interrupted. Most steps ask nothing of the engine; `drop-empty` and `lookup` read data, `compute`, `filter.where` and
    /// `sql` are bound without running.
    package func compile(_ relation: Relation, probe: @escaping Probe) throws -> CompiledRecipe {
        var compilation = Compilation(of: relation)
        for (index, entry) in steps.enumerated() {
            let later = steps[(index + 1)...].map(\.step)
            let input = compilation.input(folder: folder, namedLater: { name in later.contains { $0.names(name) } }, probe)
            do {
                try compilation.add(try entry.step.apply(to: input), of: entry.at, over: input)
            } catch let refusal as EngineFault where refusal.kind == .refused {
                throw entry.at.fault(.engineRefused, ["engine": Bilingual(refusal.message)])
            }
        }
        return compilation.finished()
    }
}
