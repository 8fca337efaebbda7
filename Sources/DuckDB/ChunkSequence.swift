internal import Foundation

/// The chunks of an answer as an asynchronous sequence, for one reader. The query starts when reading starts.
package struct ChunkSequence<Element: Sendable>: AsyncSequence, Sendable {
    let capacity: Int
    let start: @Sendable (Channel<Element>) -> Void

    init(capacity: Int, start: @escaping @Sendable (Channel<Element>) -> Void) {
        self.capacity = capacity
        self.start = start
    }

    package func makeAsyncIterator() -> Iterator {
        let channel = Channel<Element>(capacity: capacity)
        start(channel)
        return Iterator(channel: channel)
    }

    /// Ends the query when it is released before the end.
    package final class Iterator: AsyncIteratorProtocol {
        private let channel: Channel<Element>
        init(channel: Channel<Element>) { self.channel = channel }
        deinit { channel.leave() }

        package func next() async throws -> Element? {
            try await withTaskCancellationHandler {
                try await channel.receive()
            } onCancel: { [channel] in
                channel.leave()
            }
        }
    }
}

/// A bounded passage from the engine's thread, which blocks when it is full, to a task, which awaits when it is empty.
///
/// Unchecked: every mutable property is read and written under `condition`.
final class Channel<Element: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private let capacity: Int
    private var elements: [Element] = []
    private var waiting: CheckedContinuation<Element?, any Error>?
    private var outcome: Result<Void, any Error>?
    private var hasLeft = false
    private var isStopped = false
    var onLeave: @Sendable () -> Void = {}

    init(capacity: Int) { self.capacity = max(1, capacity) }

    /// Called by the engine's thread: waits for room.
    func send(_ element: Element) throws(EngineFault) {
        condition.lock()
        while elements.count >= capacity && !hasLeft && !isStopped { condition.wait() }
        let left = hasLeft || isStopped
        let reader = left ? nil : waiting
        if !left { waiting = nil }
        if reader == nil && !left { elements.append(element) }
        condition.unlock()
        reader?.resume(returning: element)
        if left { throw EngineFault(.interrupted, "the reader left") }
    }

    /// Called when the work must stop: the engine's thread no longer waits for a slow reader.
    func stop() {
        condition.lock()
        isStopped = true
        condition.broadcast()
        condition.unlock()
    }

    func finish(_ error: (any Error)?) {
        condition.lock()
        outcome = error.map { .failure($0) } ?? .success(())
        let reader = waiting
        waiting = nil
        condition.unlock()
        if let error { reader?.resume(throwing: error) } else { reader?.resume(returning: nil) }
    }

    func receive() async throws -> Element? {
        try await withCheckedThrowingContinuation { take($0) }
    }

    private func take(_ continuation: CheckedContinuation<Element?, any Error>) {
        condition.lock()
        if !elements.isEmpty {
            let element = elements.removeFirst()
            condition.signal()
            condition.unlock()
            continuation.resume(returning: element)
        } else if let outcome {
            condition.unlock()
            continuation.resume(with: outcome.map { nil })
        } else {
            waiting = continuation
            condition.unlock()
        }
    }

    func leave() {
        condition.lock()
        let first = !hasLeft && outcome == nil
        hasLeft = true
        condition.broadcast()
        condition.unlock()
        if first { onLeave() }
    }
}
