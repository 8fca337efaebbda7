internal import Synchronization

/// Work that only a few may do at the same time: the others are told to come again.
final class Places: Sendable {
    private let taken = Mutex(0)
    private let limit: Int

    init(_ limit: Int) { self.limit = limit }

    /// A place that is taken.
    struct Place: Sendable {
        fileprivate let places: Places
        func leave() { places.taken.withLock { $0 -= 1 } }
    }

    /// - Throws: `Refusal.tooMany` when all are taken.
    func enter() throws -> Place {
        let isFree = taken.withLock { taken in
            if taken >= limit { return false }
            taken += 1
            return true
        }
        guard isFree else { throw Refusal.tooMany }
        return Place(places: self)
    }
}
