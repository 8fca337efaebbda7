internal import DuckDB
internal import Foundation
internal import Lake
internal import Logging
internal import Synchronization
internal import Territory

/// The datasets as they are served now: for each, the copy of its current version, open on the one engine that serves.
///
/// A reader takes a copy and keeps it for the time of its answer; a new version takes the old one's place at once, for whoever
/// comes next.
final class Shelf: Sendable {
    let engine: Engine
    private let attachments: Attachments
    private let live: LiveTerritory
    private var territory: Territory { live.now }
    private let state = Mutex(State())

    private struct State {
        var copies: [String: OpenCopy] = [:]
        var past: [String: OpenCopy] = [:]
        var catalogue: Catalogue?
    }

    init(_ live: LiveTerritory, engine: Engine) {
        self.live = live
        self.engine = engine
        attachments = Attachments(engine)
    }

    /// The copies, in the order of the names of their datasets.
    var copies: [OpenCopy] {
        let names = territory.datasets.map(\.name)
        return state.withLock { state in names.compactMap { state.copies[$0] } }
    }

    /// What there is to find; nil until the first copies are open.
    var catalogue: Catalogue? { state.withLock { $0.catalogue } }

    /// The current copy of a dataset.
    func copy(of dataset: String) -> OpenCopy? { state.withLock { $0.copies[dataset] } }

    /// Puts copies in the place of those of the same datasets. Each is open before it is seen.
    /// - Returns: whether anything is new.
    func put(_ copies: [ServingCopy], _ failed: (String, any Error) -> Void) async throws -> Bool {
        var isNew = catalogue == nil
        for copy in copies where self.copy(of: copy.dataset)?.copy != copy {
            guard let dataset = live.dataset(copy.dataset) else { continue }
            do {
                let open = try await OpenCopy(copy, of: dataset, in: attachments)
                state.withLock { $0.copies[copy.dataset] = open }
                isNew = true
            } catch {
                failed(copy.dataset, error)
            }
        }
        if isNew {
            let made = try await Catalogue(of: territory, self.copies, on: engine)
            state.withLock { $0.catalogue = made }
        }
        return isNew
    }

    /// An earlier version, opened by `make` when it is not open yet. A few stay open.
    func past(_ copy: ServingCopy) async throws -> OpenCopy {
        let key = copy.file.path
        if let open = state.withLock({ $0.past[key] }) { return open }
        guard let dataset = live.dataset(copy.dataset) else { throw Refusal.noDataset(copy.dataset) }
        let open = try await OpenCopy(copy, of: dataset, in: attachments)
        return state.withLock { state in
            if state.past.count >= 8 { state.past = [:] }
            state.past[key] = open
            return open
        }
    }

    /// Whether everyone may see a dataset: it is published on the portal.
    func isOpen(_ dataset: String) -> Bool { live.dataset(dataset)?.isOpen ?? false }
}

extension Dataset {
    /// Whether everyone may see it: it is published on the town's portal.
    var isOpen: Bool { publish.contains("portal") }
}
