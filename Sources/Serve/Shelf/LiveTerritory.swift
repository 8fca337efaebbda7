internal import Synchronization
internal import Territory

/// The territory as it is declared now: an agent may have added a dataset since the server started.
final class LiveTerritory: Sendable {
    private struct State {
        let territory: Territory
        /// What is told of all datasets looks each of them up.
        let datasets: [String: Dataset]

        init(_ territory: Territory) {
            self.territory = territory
            datasets = Dictionary(territory.datasets.map { ($0.name, $0) }) { first, _ in first }
        }
    }

    private let state: Mutex<State>

    init(_ territory: Territory) { state = Mutex(State(territory)) }

    var now: Territory { state.withLock { $0.territory } }

    /// The dataset of that name.
    func dataset(_ name: String) -> Dataset? { state.withLock { $0.datasets[name] } }

    func become(_ territory: Territory) {
        let next = State(territory)
        state.withLock { $0 = next }
    }
}
