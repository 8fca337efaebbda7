internal import Foundation

/// Threads of our own, each with its connection, and the bounded queue in front of them. The engine blocks: it must not do
/// so on the threads that Swift tasks share.
///
/// Unchecked: `queue` and `isClosed` are read and written under `condition` only.
final class Lane: @unchecked Sendable {
    private let condition = NSCondition()
    private var queue: [Job] = []
    private var isClosed = false
    private var runningThreads: Int
    private let limit: Int

    /// - Parameter yields: whether its threads give way to the others of the machine.
    init(name: String, connections: [Connection], limit: Int, yields: Bool = false) {
        self.limit = limit
        runningThreads = connections.count
        for connection in connections {
            let lent = Lent(connection: connection)
            let thread = Thread {
                // On Linux a priority belongs to a thread; a refusal leaves it as it was.
                if yields { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5) }
                self.serve(lent)
            }
            thread.name = "lavoir-\(name)"
            thread.stackSize = 8 << 20  // the engine's parser and optimizer recurse deeply
            thread.start()
        }
    }

    func submit(_ job: Job) {
        condition.lock()
        let refusal: EngineFault? =
            isClosed
            ? EngineFault(.closed, "the engine is closed")
            : queue.count >= limit ? EngineFault(.queueFull, "\(limit) requests are waiting for the engine") : nil
        if refusal == nil {
            queue.append(job)
            condition.signal()
        }
        condition.unlock()
        if let refusal { job.turnAway(refusal) }
    }

    /// Turns the waiting away at once, lets the running work end, and returns when every thread has let go of its
    /// connection.
    func close() {
        condition.lock()
        isClosed = true
        let waiting = queue
        queue = []
        condition.broadcast()
        condition.unlock()
        for job in waiting { job.turnAway(EngineFault(.closed, "the engine is closed")) }
        condition.lock()
        while runningThreads > 0 { condition.wait() }
        condition.unlock()
    }

    private func serve(_ lent: Lent) {
        while let job = next() { job.run(on: lent.connection) }
        lent.release()
        condition.lock()
        runningThreads -= 1
        condition.broadcast()
        condition.unlock()
    }

    private func next() -> Job? {
        condition.lock()
        defer { condition.unlock() }
        while queue.isEmpty && !isClosed { condition.wait() }
        return isClosed ? nil : queue.removeFirst()
    }

    /// Carries a connection to its one thread. Unchecked: after `init` only that thread touches it.
    private final class Lent: @unchecked Sendable {
        private var held: Connection?
        init(connection: Connection) { held = connection }
        var connection: Connection {
            guard let held else { preconditionFailure("a connection used after its lane closed") }
            return held
        }
        func release() { held = nil }
    }
}
