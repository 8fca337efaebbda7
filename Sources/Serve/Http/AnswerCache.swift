internal import NIOCore
internal import Synchronization

/// Answers made before, by what was asked of which version; bounded by bytes. Least recently wanted go first, nearly: there
/// are two generations, and when the young one is full it becomes the old one, which goes.
final class AnswerCache: Sendable {
    private struct State {
        var young: [String: Entry] = [:]
        var old: [String: Entry] = [:]
        var bytes = 0
    }

    private struct Entry {
        let answer: Answer
        let bytes: Int
    }

    private let state = Mutex(State())
    private let limit: Int

    /// - Parameter limit: bytes of bodies; nothing is kept when it is 0.
    init(limit: Int) { self.limit = limit }

    func answer(_ key: String) -> Answer? {
        state.withLock { state in
            if let entry = state.young[key] { return entry.answer }
            guard let entry = state.old.removeValue(forKey: key) else { return nil }
            add(entry, key, &state)
            return entry.answer
        }
    }

    /// Keeps an answer whose body is there whole, unless it is large.
    func keep(_ answer: Answer, _ key: String) {
        guard case .bytes(let body) = answer.body, body.readableBytes <= limit / 16 else { return }
        // What a key, its headers and the tables take is estimated, so that a million empty answers are bounded too.
        state.withLock { add(Entry(answer: answer, bytes: body.readableBytes + key.utf8.count + 1_024), key, &$0) }
    }

    /// Forgets everything: a version has changed.
    func empty() { state.withLock { $0 = State() } }

    private func add(_ entry: Entry, _ key: String, _ state: inout State) {
        if state.bytes + entry.bytes > limit / 2 {
            state.old = state.young
            state.young = [:]
            state.bytes = 0
        }
        state.bytes += entry.bytes - (state.young[key]?.bytes ?? 0)
        state.young[key] = entry
    }
}
