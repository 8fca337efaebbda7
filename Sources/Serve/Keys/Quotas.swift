internal import Foundation
internal import Synchronization

/// Counts the calls of a day, UTC: one count for each key, one for all who have none. Nobody's address is kept. The counts are
/// laid down in a file of this node: a server that starts again goes on counting.
final class Quotas: Sendable {
    /// The calls of a day by the id of their key; without key under an empty name.
    private struct State: Codable {
        var day = 0
        var calls: [String: Int] = [:]
    }

    private let state: Mutex<(now: State, isKept: Bool)>
    private let anonymous: Int
    private let file: URL

    /// - Parameter folder: what this node remembers of the territory.
    init(anonymous: Int, in folder: URL) {
        self.anonymous = anonymous
        file = folder.appending(path: "quotas.json")
        // A file that cannot be read costs the counts of a day, not the service.
        let known = (try? Data(contentsOf: file)).flatMap { try? JSONDecoder().decode(State.self, from: $0) }
        state = Mutex((known ?? State(), true))
    }

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
            if state.now.day != day { state.now = State(day: day) }
            state.isKept = false
            state.now.calls[caller.key?.id ?? "", default: 0] += 1
            return state.now.calls[caller.key?.id ?? "", default: 0]
        }
        return Count(limit: limit, remaining: limit - used, reset: (day + 1) * 86_400, isAnonymous: caller.key == nil)
    }

    /// Lays the counts down, when there are new ones.
    func keep() throws {
        let new = state.withLock { state in
            defer { state.isKept = true }
            return state.isKept ? nil : state.now
        }
        guard let new else { return }
        do {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try JSONEncoder().encode(new).write(to: file, options: .atomic)
        } catch {
            state.withLock { $0.isKept = false }
            throw error
        }
    }
}
