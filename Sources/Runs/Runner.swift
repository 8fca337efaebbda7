package import DuckDB
internal import Foundation
internal import Lake
package import Territory

/// Runs datasets of a territory: independent ones side by side, each through collect, prepare, check and commit.
package final class Runner: Sendable {
    package typealias Watcher = @Sendable (RunEvent) -> Void

    package let territory: Territory
    let environment: RunEnvironment
    let node: URL
    private let watch: Watcher

    /// - Parameter watch: hears what happens, from any thread.
    package init(_ territory: Territory, _ environment: RunEnvironment, watch: @escaping Watcher = { _ in }) {
        self.territory = territory
        self.environment = environment
        self.watch = watch
        node = territory.folder.appending(path: ".lavoir")
    }

    /// What a run is for.
    package enum Purpose: Sendable { case commit, plan }

    /// Runs the datasets and tells how each ended, in their order. Never throws for a dataset: its fault is in its result.
    package func run(_ datasets: [Dataset], for purpose: Purpose = .commit) async throws -> [RunResult] {
        // Made once: what a source has asked the outside, it does not ask again.
        let sources = datasets.map { dataset in
            Result { try DatasetSource(dataset, in: territory, program: environment.program) }
        }
        var state = NodeState.load(from: stateFile)
        let isCurrent = !state.catalogue.isEmpty && state.catalogue == NodeState.stamp(of: LakeAddress(territory).catalogueFile)
        if isCurrent, let results = unchanged(datasets, sources, state) { return results }
        let engine = try Runner.engine(territory, environment)
        defer { engine.close() }
        let lake = LakeStore(territory, engine: engine)
        if !isCurrent { try await refresh(&state, from: lake) }
        Workshop(in: node).sweep()
        let results = await sideBySide(datasets, sources, state, engine, lake, purpose)
        if purpose == .commit { remember(results, state, lake) }
        return results.map(\.result)
    }

    /// An engine in memory. The lake loads its extensions when it is opened: a run reads its first files meanwhile.
    package static func engine(_ territory: Territory, _ environment: RunEnvironment) throws -> Engine {
        var configuration = EngineConfiguration(extensionFolder: environment.extensionFolder)
        configuration.scratch = Workshop.database
        configuration.threads = max(1, ProcessInfo.processInfo.activeProcessorCount)
        configuration.readers = min(4, configuration.threads)
        configuration.memoryLimit = "\(max(1, ProcessInfo.processInfo.physicalMemory >> 31))GB"
        configuration.temporaryFolder = territory.folder.appending(path: ".lavoir/spill").path
        return try Engine(configuration)
    }

    private var stateFile: URL { node.appending(path: "state.json") }

    /// The results when nothing at all has changed, found without opening the engine.
    private func unchanged(
        _ datasets: [Dataset], _ sources: [Result<DatasetSource, any Error>], _ state: NodeState
    ) -> [RunResult]? {
        var results: [RunResult] = []
        for (dataset, source) in zip(datasets, sources) {
            guard let known = state.datasets[dataset.name], let source = try? source.get(),
                let stamps = try? source.stamps(knowing: known.files), source.fingerprint(stamps) == known.head.fingerprint
            else { return nil }
            var result = RunResult(dataset: dataset.name, outcome: .unchanged)
            result.version = known.head.version
            results.append(result)
        }
        for result in results { watch(RunEvent(dataset: result.dataset, kind: .finished(result))) }
        return results
    }

    private func refresh(_ state: inout NodeState, from lake: LakeStore) async throws {
        let heads = lake.isEmpty ? [:] : try await lake.session { try $0.heads() }
        let known = state.datasets
        state.datasets = heads.reduce(into: [:]) { datasets, entry in
            datasets[entry.key] = NodeState.Known(head: entry.value, files: known[entry.key]?.files ?? [])
        }
    }

    private func sideBySide(
        _ datasets: [Dataset], _ sources: [Result<DatasetSource, any Error>], _ state: NodeState, _ engine: Engine,
        _ lake: LakeStore, _ purpose: Purpose
    ) async -> [DatasetRun.Ended] {
        let width = min(4, max(1, ProcessInfo.processInfo.activeProcessorCount))
        return await withTaskGroup(of: (Int, DatasetRun.Ended).self) { group in
            var ended: [Int: DatasetRun.Ended] = [:]
            for (index, dataset) in datasets.enumerated() {
                if index >= width, let (done, result) = await group.next() { ended[done] = result }
                let run = DatasetRun(
                    dataset: dataset, source: sources[index], known: state.datasets[dataset.name], runner: self, engine: engine,
                    lake: lake,
                    purpose: purpose, watch: watch)
                group.addTask { (index, await run.run()) }
            }
            for await (done, result) in group { ended[done] = result }
            return datasets.indices.compactMap { ended[$0] }
        }
    }

    /// Keeps what the runs learnt. The stamp is taken under the catalogue's lock, so that it belongs to the heads just seen.
    private func remember(_ results: [DatasetRun.Ended], _ state: NodeState, _ lake: LakeStore) {
        var state = state
        for ended in results { if let known = ended.known { state.datasets[ended.result.dataset] = known } }
        state.catalogue = NodeState.stamp(of: lake.address.catalogueFile)
        state.save(to: stateFile)
    }
}
