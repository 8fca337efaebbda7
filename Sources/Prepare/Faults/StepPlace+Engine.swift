internal import DuckDB
internal import Territory

extension StepPlace {
    /// The engine refused SQL the town wrote.
    func badExpression(_ message: String, at place: Place, _ input: StepInput) -> PrepareFault {
        fault(
            .badExpression, at: place,
            ["engine": Bilingual(message), "existing": Bilingual(input.columns.map(\.name).joined(separator: ", "))])
    }

    /// Asks the engine what it thinks of SQL the town wrote: a refusal is told with its place, and a name that is no column
    /// with the nearest one.
    func blaming<T>(_ town: TownSQL, at place: Place, _ input: StepInput, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let refusal as EngineFault where refusal.kind == .refused {
            let known = Set(input.columns.map { $0.name.lowercased() } + ["_source", "_row"])
            let missing = town.columnNames.filter { !known.contains($0.lowercased()) }
            if missing.isEmpty { throw badExpression(refusal.message, at: place, input) }
            throw PrepareFault.unknownColumns(
                missing.map { NamedColumn($0, at: place) }, existing: input.columns.map(\.name), in: self)
        }
    }
}
