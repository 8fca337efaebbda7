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
    private let stopped: @Sendable () -> Void

    /// - Parameters:
    ///   - refuse: called instead of `work` when it will not run.
    ///   - stopped: called once when running work must stop: to wake what it may be waiting for, outside the engine.
    init(
        work: @escaping @Sendable (Connection) -> Void, refuse: @escaping @Sendable (EngineFault) -> Void,
        stopped: @escaping @Sendable () -> Void = {}
    ) {
        self.work = work
        self.refuse = refuse
        self.stopped = stopped
    }

    /// Why this work must stop, if it must.
    var stopReason: EngineFault? { lock.withLock { stop } }

    /// Called by the thread of a lane.
    func run(on connection: Connection) {
        let isWanted = lock.withLock {
            guard case .waiting = state else { return false }
            state = .running(connection.interrupter)
            return true
        }
        guard isWanted else { return }
        connection.stopReason = { [unowned self] in stopReason }
        defer {
            connection.stopReason = { nil }
            lock.withLock { state = .over }
        }
        work(connection)
    }

    /// Stops the work with a reason: refused if it still waits, interrupted if it runs.
    func cancel(_ reason: EngineFault) {
        enum Next { case nothing, refusing, interrupting(isFirst: Bool) }
        let next = lock.withLock { () -> Next in
            if case .over = state { return .nothing }
            let isFirst = stop == nil
            if isFirst { stop = reason }
            guard case .running(let interrupter) = state else {
                state = .over
                return .refusing
            }
            interrupter.interrupt()
            return .interrupting(isFirst: isFirst)
        }
        switch next {
        case .nothing: return
        case .refusing: refuse(reason)
        case .interrupting(let isFirst):
            if isFirst { stopped() }
            // An interrupt that falls between two statements is forgotten by the engine: repeat it until the work is over.
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(20)) { self.cancel(reason) }
        }
    }

    /// Turns the work away before it ran, unless it was stopped already.
    func turnAway(_ reason: EngineFault) {
        let isWanted = lock.withLock {
            guard case .waiting = state else { return false }
            state = .over
            return true
        }
        if isWanted { refuse(reason) }
    }
}
