internal import Collect
internal import DuckDB
internal import Foundation
package import Prepare
package import Territory

/// Looks at what a recipe does to the data of its source, without writing anything.
package struct RecipeWatch: Sendable {
    private let territory: Territory
    private let environment: RunEnvironment

    package init(_ territory: Territory, _ environment: RunEnvironment) {
        self.territory = territory
        self.environment = environment
    }

    /// - Parameter sample: rows shown after each step; nil for the statement alone.
    /// - Returns: the statement to read, and each step with its effect.
    package func watch(_ dataset: Dataset, sample: Int?) async throws -> (statement: String, steps: [StepPreview]) {
        let engine = try Runner.engine(territory, environment)
        defer { engine.close() }
        let source = try DatasetSource(dataset, in: territory, program: environment.program)
        let workshop = Workshop(in: territory.folder.appending(path: ".lavoir"))
        let run = environment.identifier()
        try await engine.load(source.recipe.extensions)
        return try await engine.read { connection in
            let work = try workshop.open(run, connection)
            defer { workshop.close(work, connection) }
            let collected = try source.connector.collect(connection, into: work)
            let compiled = try source.recipe.compile(collected.relation, on: connection)
            return (compiled.displaySQL, try sample.map { try compiled.preview(connection, sample: $0) } ?? [])
        }
    }
}
