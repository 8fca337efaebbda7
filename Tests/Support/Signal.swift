internal import Foundation

/// Something that happens once: threads of the engine wait for it, tasks too, never longer than a deadline.
package final class Signal: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    package init() {}

    /// It has happened.
    package func send() { semaphore.signal() }

    /// Blocks this thread until it happens, at most `seconds`. For threads that may block, such as the engine's.
    @discardableResult
    package func wait(_ seconds: Double = 120) -> Bool {
        guard semaphore.wait(timeout: .now() + seconds) == .success else { return false }
        semaphore.signal()
        return true
    }
}

/// Waits until a condition holds, at most `seconds`.
/// - Returns: whether it came to hold.
package func eventually(within seconds: Double = 120, _ condition: () async -> Bool) async -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while await !condition() {
        guard clock.now < end else { return false }
        try? await Task.sleep(for: .milliseconds(1))
    }
    return true
}
