internal import Synchronization

/// Counts the calls of a day, UTC: one count for each key, one for all who have none. Nobody's address is kept. The counts
/// begin again when the server does.
final class Quotas: Sendable {
    private struct State {
        var day = 0
        var calls: [String: Int] = [:]
    }

    private let state = Mutex(State())
    private let anonymous: Int

    init(anonymous: Int) { self.anonymous = anonymous }

    /// What is left after a call.
    struct Count: Sendable {
        let limit: Int
        let remaining: Int
        /// The next midnight, seconds since 1970.
        let reset: Int
        let isAnonymous: Bool
        var isExceeded: Bool { remaining < 0 }
    }

    /// Counts a call.
    func count(_ caller: Caller, at seconds: Int) -> Count {
        let day = seconds / 86_400
        let limit = caller.key.map { $0.quota ?? anonymous } ?? anonymous
        let used = state.withLock { state in
            if state.day != day { state = State(day: day) }
            state.calls[caller.key?.id ?? "", default: 0] += 1
            return state.calls[caller.key?.id ?? "", default: 0]
        }
        return Count(limit: limit, remaining: limit - used, reset: (day + 1) * 86_400, isAnonymous: caller.key == nil)
    }
}
