internal import Collect
internal import DuckDB
internal import Foundation
internal import Lake
package import Publish
package import Territory

/// Publishes current versions at the destinations their datasets declare. Destinations work side by side and know nothing of one
/// another: what fails at one is published at the others.
package final class Publisher: Sendable {
    /// What is to be done.
    package enum Purpose: Sendable, Hashable {
        /// Says what would change.
        case plan
        /// After a run: what was published whole and has not changed since is not even asked about.
        case follow
        /// On a person's order: everything is looked at, and what a portal refused is tried again.
        case publish(restoring: Bool)
        /// On a person's order: datasets are taken away.
        case withdraw
    }

    package typealias Watcher = @Sendable (PublicationResult) -> Void

    let territory: Territory
    let environment: RunEnvironment
    private let watch: Watcher

    /// - Parameter watch: hears how each publication ended, from any thread.
    package init(_ territory: Territory, _ environment: RunEnvironment, watch: @escaping Watcher = { _ in }) {
        self.territory = territory
        self.environment = environment
        self.watch = watch
    }

    /// The destinations of a dataset, its own portal aside.
    package static func destinations(of dataset: Dataset) -> [String] { dataset.publish.filter { $0 != "portal" } }

    /// Publishes, or says what would be.
    /// - Parameter only: the destinations meant; all that a dataset declares when nil.
    package func publish(_ datasets: [Dataset], to only: String? = nil, _ purpose: Purpose) async throws -> [PublicationResult] {
        let wanted = datasets.map { ($0, Self.destinations(of: $0).filter { only == nil || $0 == only }) }.filter {
            !$0.1.isEmpty
        }
        var state = PublishState.load(from: stateFile)
        if wanted.isEmpty || purpose == .follow && isCurrent(wanted, state) { return [] }
        let engine = try Runner.engine(territory, environment)
        defer { engine.close() }
        let lake = LakeStore(territory, engine: engine)
        guard !lake.isEmpty else { return [] }
        let (editions, memories, reports) = try await lake.session {
            (try $0.editions(), try $0.publicationMemories(), try $0.currentReports())
        }
        let folder = territory.folder.appending(path: ".lavoir/work/\(getpid())-publish-\(environment.identifier())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let works = wanted.compactMap { dataset, names -> DatasetPublishing? in
            guard let edition = editions[dataset.name] else { return nil }
            return DatasetPublishing(
                dataset, edition, to: names, state.files[dataset.name],
                TrailReport.told(reports[dataset.name], of: dataset), memories[dataset.name] ?? [:], purpose, self, engine,
                lake,
                in: folder)
        }
        let ended = await sideBySide(works, purpose)
        remember(ended, works, &state, purpose)
        try await record(ended, purpose, lake)
        return ended.map(\.result)
    }

    /// One line of work for each destination; a destination that does not answer is not asked for every dataset.
    private func sideBySide(_ works: [DatasetPublishing], _ purpose: Purpose) async -> [DatasetPublishing.Ended] {
        let names = Set(works.flatMap(\.destinations)).sorted()
        let ended = await withTaskGroup(of: [DatasetPublishing.Ended].self) { group in
            for name in names {
                let opened = Result { try self.open(name) }, watch = watch
                let own = works.filter { $0.destinations.contains(name) }
                group.addTask {
                    var ended: [DatasetPublishing.Ended] = [], down: (any Error)?
                    for work in own {
                        let one = await work.publish(at: name, opened, down: down)
                        down = down ?? (one.isDown ? one.fault : nil)
                        watch(one.result)
                        ended.append(one)
                    }
                    return ended
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        let order = Dictionary(works.enumerated().map { ($1.dataset.name, $0) }) { first, _ in first }
        return ended.sorted { one, other in
            (order[one.result.dataset] ?? 0, one.result.destination) < (
                order[other.result.dataset] ?? 0, other.result.destination
            )
        }
    }

    private func open(_ name: String) throws -> any Destination {
        guard let declaration = territory.destinations[name] else {
            preconditionFailure("destinations were checked when loading")
        }
        return try destination(declaration, in: territory)
    }

    private var stateFile: URL { territory.folder.appending(path: ".lavoir/publish.json") }

    private func remember(
        _ ended: [DatasetPublishing.Ended], _ works: [DatasetPublishing], _ state: inout PublishState, _ purpose: Purpose
    ) {
        for one in ended {
            let name = one.result.dataset
            if let files = one.files { state.files[name] = files }
            guard purpose != .plan else { continue }
            let isWhole = [.published, .unchanged].contains(one.result.outcome)
            state.published[name, default: [:]][one.result.destination] = isWhole ? one.key : nil
        }
        state.save(to: stateFile)
    }

    /// Whether everything wanted was published as it is now: told by this machine's own memory of runs.
    private func isCurrent(_ wanted: [(Dataset, [String])], _ state: PublishState) -> Bool {
        let heads = NodeState.load(from: territory.folder.appending(path: ".lavoir/state.json")).datasets
        return wanted.allSatisfy { dataset, names in
            guard let run = heads[dataset.name]?.head.run else { return false }
            return names.allSatisfy { state.published[dataset.name]?[$0] == key(dataset, run, at: $0) }
        }
    }

    /// What a publication is made of: version, declarations, program.
    func key(_ dataset: Dataset, _ run: String, at destination: String) -> String {
        let declaration = territory.destinations[destination].map { String(describing: $0) } ?? ""
        return fingerprint(
            of: [run, dataset.text, declaration, String(describing: territory.identity), territory.licence, environment.program])
    }

    private func record(_ ended: [DatasetPublishing.Ended], _ purpose: Purpose, _ lake: LakeStore) async throws {
        guard purpose != .plan else { return }
        let run = environment.identifier(), time = RunEnvironment.timestamp(environment.now()), author = environment.author
        let entries = ended.filter { $0.result.outcome != .unchanged }.map { $0.entry(run: run, time: time, author: author) }
        if !entries.isEmpty { try await lake.session { try $0.record(entries) } }
    }
}
