internal import Synchronization

/// What was made before, bounded by bytes. Least recently wanted goes first, nearly: there are two generations, and when the young one is
/// full it becomes the old one, which goes.
final class RecentlyWanted<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct State {
        var young: [Key: Entry] = [:]
        var old: [Key: Entry] = [:]
        var bytes = 0
    }

    private struct Entry {
        let value: Value
        let bytes: Int
    }

    private let state = Mutex(State())
    private let limit: Int

    /// - Parameter limit: bytes; nothing is kept when it is 0.
    init(limit: Int) { self.limit = limit }

    subscript(key: Key) -> Value? {
        state.withLock { state in
            if let entry = state.young[key] { return entry.value }
            guard let entry = state.old.removeValue(forKey: key) else { return nil }
            add(entry, key, &state)
            return entry.value
        }
    }

    /// Keeps it, unless it is large.
    func keep(_ value: Value, _ key: Key, bytes: Int) {
        guard bytes <= limit / 16 else { return }
        state.withLock { add(Entry(value: value, bytes: bytes), key, &$0) }
    }

    /// Forgets everything.
    func empty() { state.withLock { $0 = State() } }

    private func add(_ entry: Entry, _ key: Key, _ state: inout State) {
        if state.bytes + entry.bytes > limit / 2 {
            state.old = state.young
            state.young = [:]
            state.bytes = 0
        }
        state.bytes += entry.bytes - (state.young[key]?.bytes ?? 0)
        state.young[key] = entry
    }
}
