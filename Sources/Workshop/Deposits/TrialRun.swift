internal import Check
internal import DuckDB
internal import Foundation
internal import Inspect
internal import Lake
internal import Prepare
internal import Publish
package import Runs
package import Territory

/// Runs a deposit as if it were published: collected, prepared, checked, compared, and nothing written.
package struct TrialRun: Sendable {
    private let territory: Territory
    private let environment: RunEnvironment
    private let library: SchemaLibrary
    private let shelf: DepositShelf
    private static let rows = 8

    package init(_ territory: Territory, _ environment: RunEnvironment, _ library: SchemaLibrary, _ shelf: DepositShelf) {
        self.territory = territory
        self.environment = environment
        self.library = library
        self.shelf = shelf
    }

    /// Never throws for what the file holds: that is in the trial.
    package func run(_ deposit: Deposit) async -> Trial {
        var trial = Trial()
        do {
            let (declared, dataset) = try declared(deposit)
            trial.declaration = deposit.replaces == nil ? dataset.text : ""
            if deposit.replaces == nil {
                trial.advice = SheetAdvice(dataset, of: declared).points.map {
                    Trial.Advice(key: $0.key, words: $0.words, wantedBy: $0.wantedBy, isGiven: $0.isGiven)
                }
            }
            let results = try await Runner(declared, environment).run([dataset], for: .plan)
            guard let result = results.first else { return trial }
            take(result, dataset, &trial)
            if result.report != nil { try await show(dataset, of: declared, &trial) }
        } catch {
            trial.fault = FaultWords(RunFault.explained(error, dataset: deposit.title))
        }
        return trial
    }

    /// The territory as it would be, and the dataset over the file that was put down.
    private func declared(_ deposit: Deposit) throws -> (Territory, Dataset) {
        let path = shelf.path(of: deposit)
        if let name = deposit.replaces {
            guard let dataset = territory.dataset(name) else { throw DepositFault(.notReplaceable, subject: name) }
            return (territory, dataset.reading(path))
        }
        let name = deposit.sheet.name(among: Set(territory.datasets.map(\.name)))
        var schema: String?
        if let chosen = deposit.choice.schema, deposit.examination.parts.declaresSchema {
            schema = try shelf.lay(schema: try library.bytes(chosen), for: deposit)
        }
        let text = DatasetText(deposit: deposit, path: path, schema: schema).yaml
        let whole = try Territory.load(
            territory.folder, knowing: vocabulary, environment: ProcessInfo.processInfo.environment,
            laying: ["datasets/\(name).yaml": Data(text.utf8)])
        guard let dataset = whole.dataset(name) else { throw DepositFault(.noVersion, subject: name) }
        return (whole, dataset)
    }

    private func take(_ result: RunResult, _ dataset: Dataset, _ trial: inout Trial) {
        trial.rows = result.rows
        trial.groups = result.report?.groups ?? []
        trial.errors = result.report?.errors ?? 0
        trial.isTolerable = result.outcome == .planned || result.outcome == .unchanged
        trial.isForgivable = !trial.isTolerable && result.report?.isTolerable(upTo: .max) == true
        trial.isSame = result.outcome == .unchanged || result.difference?.isEmpty == true
        trial.difference = result.difference
        trial.fault = result.fault.map { FaultWords($0) }
    }

    private func show(_ dataset: Dataset, of declared: Territory, _ trial: inout Trial) async throws {
        let steps = try await RecipeWatch(declared, environment).watch(dataset, sample: Self.rows).steps
        guard let last = steps.last else { return }
        trial.titles = last.columnsAfter.map(\.name)
        trial.sample = last.sample.map { row in row.values.prefix(trial.titles.count).map { $0.text ?? "" } }
    }
}
