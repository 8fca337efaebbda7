internal import DuckDB
internal import Territory

extension StepPlace {
    /// The engine refused SQL the town wrote.
    func badExpression(_ message: String, at place: Place, _ input: StepInput) -> PrepareFault {
        fault(
            .badExpression, at: place,
            ["engine": Bilingual(message), "existing": Bilingual(input.columns.map(\.name).joined(separator: ", "))])
    }

    /// Runs a probe over SQL the town wrote: a refusal by the engine is told with its place.
    func blaming<T>(_ place: Place, _ input: StepInput, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let refusal as EngineFault where refusal.kind == .refused {
            throw badExpression(refusal.message, at: place, input)
        }
    }
}
