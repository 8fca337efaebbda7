internal import Foundation

/// Work that is given up after a while.
enum Deadline {
    /// - Throws: `Refusal.tooSlow` once the time is over; what the work throws before.
    static func within<T: Sendable>(_ time: Duration, _ work: @escaping @Sendable () async throws -> T) async throws -> T {
        try await withThrowingTaskGroup(of: T.self) { group in
            group.addTask(operation: work)
            group.addTask {
                try await Task.sleep(for: time)
                throw Refusal.tooSlow
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw Refusal.inside }
            return value
        }
    }
}

/// Work that blocks its thread, kept off the threads that tasks share.
enum Blocking {
    static func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
        }
    }
}
