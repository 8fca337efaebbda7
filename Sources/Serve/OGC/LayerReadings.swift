internal import Query
internal import Synchronization

/// What is read of the current versions, each layer once for a version, however many ask at the same time. A reading that failed is begun
/// again by whoever asks next.
final class LayerReadings<Value: Sendable>: Sendable {
    private struct Entry {
        let run: String
        /// A view may name another place meanwhile.
        let place: RowPlace?
        let reading: Task<Value, any Error>
    }

    private let state = Mutex<[String: Entry]>([:])

    /// What `read` gives for the layer; its copy is held as long as that takes.
    func value(of layer: Layer, _ read: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let run = layer.copy.dependence.state
        let reading = state.withLock { state in
            if let known = state[layer.name], known.run == run, known.place == layer.place { return known.reading }
            let reading = Task {
                defer { withExtendedLifetime(layer.copy) {} }
                return try await read()
            }
            state[layer.name] = Entry(run: run, place: layer.place, reading: reading)
            return reading
        }
        do {
            return try await reading.value
        } catch {
            state.withLock { if $0[layer.name]?.reading == reading { $0[layer.name] = nil } }
            throw error
        }
    }
}
