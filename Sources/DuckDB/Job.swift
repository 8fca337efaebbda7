internal import Dispatch
internal import Foundation

/// One piece of work on its way through a lane: waiting, running on one connection, then over.
///
/// Unchecked: every mutable property is read and written under `lock`. The connection is interrupted only while the lock
/// holds the state at `running`, so an interrupt can never reach the work that comes next on the same connection.
final class Job: @unchecked Sendable {
    private enum State { case waiting, running(Interrupter), over }

    private let lock = NSLock()
    private var state = State.waiting
    private var stop: EngineFault?
    private let work: @Sendable (Connection) -> Void
    private let refuse: @Sendable (EngineFault) -> Void

    init(work: @escaping @Sendable (Connection) -> Void, refuse: @escaping @Sendable (EngineFault) -> Void) {
        self.work = work
        self.refuse = refuse
    }

    /// Why this work must stop, if it must.
    var stopReason: EngineFault? { lock.withLock { stop } }

    /// Called by the thread of a lane.
    func run(on connection: Connection) {
        let refused: EngineFault? = lock.withLock {
            if let stop { state = .over; return stop }
            state = .running(connection.interrupter)
            return nil
        }
        if let refused { return refuse(refused) }
        connection.stopReason = { [unowned self] in stopReason }
        defer {
            connection.stopReason = { nil }
            lock.withLock { state = .over }
        }
        work(connection)
    }

    /// Stops the work with a reason: refused if it still waits, interrupted if it runs.
    func cancel(_ reason: EngineFault) {
        let running = lock.withLock { () -> Bool in
            if case .over = state { return false }
            if stop == nil { stop = reason }
            guard case .running(let interrupter) = state else { return false }
            interrupter.interrupt()
            return true
        }
        // An interrupt that falls between two statements is forgotten by the engine: repeat it until the work is over.
        if running { DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(20)) { self.cancel(reason) } }
    }

    /// Turns the work away before it ran.
    func turnAway(_ reason: EngineFault) { refuse(reason) }
}
