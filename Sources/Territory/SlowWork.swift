internal import Dispatch
internal import Synchronization

/// Work that takes a processor for a while: one after the other, on a thread of its own, and few that wait.
package final class SlowWork: Sendable {
    private let queue: DispatchQueue
    private let waiting = Mutex(0)
    private let most: Int

    /// - Parameter most: how many may wait or be at work.
    package init(_ name: String, most: Int) {
        queue = DispatchQueue(label: name)
        self.most = most
    }

    /// Does it in its turn.
    /// - Returns: nil when too many wait for theirs.
    package func take<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T? {
        let mayWait = waiting.withLock { waiting in
            guard waiting < most else { return false }
            waiting += 1
            return true
        }
        guard mayWait else { return nil }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: body)) }
        }
    }
}
