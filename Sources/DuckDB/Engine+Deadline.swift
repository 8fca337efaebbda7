internal import Dispatch
internal import Synchronization

extension Engine {
    /// The engine has no time limit of its own: a timer interrupts the work that outlives its deadline.
    static func expire(_ job: Job, after deadline: Duration?) {
        guard let deadline else { return }
        let milliseconds = deadline.components.seconds * 1_000 + deadline.components.attoseconds / 1_000_000_000_000_000
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Int(milliseconds))) { [weak job] in
            job?.cancel(EngineFault(.deadline, "not done after \(deadline)"))
        }
    }
}

/// Links a job to the task that waits for it: a task may be cancelled before its job exists.
final class JobBox: Sendable {
    private struct State {
        // Weak, since the work of the job holds this box: the lane keeps the job for as long as it is of use.
        weak var job: Job?
        var cancelled: EngineFault?
    }
    private let state = Mutex(State())

    func hold(_ job: Job) {
        let cancelled = state.withLock { state -> EngineFault? in
            state.job = job
            return state.cancelled
        }
        if let cancelled { job.cancel(cancelled) }
    }

    func cancel(_ reason: EngineFault) {
        let job = state.withLock { state -> Job? in
            state.cancelled = reason
            return state.job
        }
        job?.cancel(reason)
    }

    /// Why the job was stopped: truer than the engine's "Interrupted!".
    var reason: EngineFault? { state.withLock { $0.job }?.stopReason }
}
