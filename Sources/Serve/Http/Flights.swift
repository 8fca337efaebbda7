internal import Synchronization

/// Equal questions at the same time are asked once. The work stops when nobody waits for it any more.
final class Flights: Sendable {
    private struct Flight {
        let task: Task<Answer, any Error>
        var waiting: Int
        let number: Int
    }

    private struct State {
        var flights: [String: Flight] = [:]
        var count = 0
    }

    private let state = Mutex(State())

    /// The answer to a question: of the work that is going on, or of `make`.
    /// - Parameter watch: is given what to call when the one who waits has left.
    func answer(
        _ key: String, watch: (@escaping @Sendable () -> Void) -> Void, _ make: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        let (task, number) = state.withLock { state in
            if var flight = state.flights[key] {
                flight.waiting += 1
                state.flights[key] = flight
                return (flight.task, flight.number)
            }
            state.count += 1
            let number = state.count
            let task = Task {
                defer { self.land(key, number) }
                return try await make()
            }
            state.flights[key] = Flight(task: task, waiting: 1, number: number)
            return (task, number)
        }
        watch { self.leave(key, number) }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            leave(key, number)
        }
    }

    private func land(_ key: String, _ number: Int) {
        state.withLock { state in
            if state.flights[key]?.number == number { state.flights[key] = nil }
        }
    }

    private func leave(_ key: String, _ number: Int) {
        let abandoned = state.withLock { state -> Task<Answer, any Error>? in
            guard var flight = state.flights[key], flight.number == number else { return nil }
            flight.waiting -= 1
            state.flights[key] = flight.waiting == 0 ? nil : flight
            return flight.waiting == 0 ? flight.task : nil
        }
        abandoned?.cancel()
    }
}
