internal import Synchronization
internal import Territory

/// The territory as it is declared now: an agent may have added a dataset since the server started.
final class LiveTerritory: Sendable {
    private let state: Mutex<Territory>

    init(_ territory: Territory) { state = Mutex(territory) }

    var now: Territory { state.withLock { $0 } }

    func become(_ territory: Territory) { state.withLock { $0 = territory } }
}
