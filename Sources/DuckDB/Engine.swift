/// One open database: N readers and exactly one writer, each a thread with its own connection.
///
/// Two rules, as in GRDB: open a database once per process, and put what must hold together into one call. `read` and
/// `write` lend a connection to a closure that runs on the engine's own thread and returns values; no statement, chunk or
/// connection leaves it. Cancelling the task, or passing the deadline, interrupts the running statement.
package final class Engine: Sendable {
    private let database: Database
    /// Where a question is asked: most are answered at once; those that take long must not stand in their way.
    package enum Pace: Sendable { case prompt, patient }

    private let readers: Lane
    private let patient: Lane
    private let writer: Lane

    /// Opens the database, loads the extensions and starts the threads.
    package init(_ configuration: EngineConfiguration) throws(EngineFault) {
        database = try Database(configuration)
        let first = try database.connect()
        for name in configuration.extensions { try first.load(name) }
        if let scratch = configuration.scratch { try first.execute("ATTACH ':memory:' AS \(identifier(scratch)) (COMPRESS)") }
        readers = Lane(
            name: "reader", connections: try database.connections(max(1, configuration.readers)), limit: configuration.queueLimit)
        patient = Lane(
            name: "patient", connections: try database.connections(configuration.patientReaders),
            limit: configuration.patientReaders == 0 ? 0 : configuration.queueLimit, yields: true)
        writer = Lane(name: "writer", connections: [first], limit: configuration.queueLimit)
    }

    /// Loads extensions that the work to come needs, for every connection. Loading one twice costs nothing.
    package func load(_ extensions: [String]) async throws {
        if extensions.isEmpty { return }
        try await write { connection in for name in extensions { try connection.load(name) } }
    }

    /// Runs `body` on one of the readers' connections.
    package func read<T: Sendable>(
        at pace: Pace = .prompt, deadline: Duration? = nil, _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await run(on: lane(pace), deadline: deadline, body)
    }

    private func lane(_ pace: Pace) -> Lane { pace == .prompt ? readers : patient }

    /// Runs `body` on the writer's connection: one at a time, in the order of the calls.
    package func write<T: Sendable>(
        deadline: Duration? = nil, _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await run(on: writer, deadline: deadline, body)
    }

    /// Streams an answer with back-pressure: at most `buffer` transformed chunks wait for a slow reader, and leaving the
    /// loop early interrupts the query. `transform` runs on the engine's thread.
    package func stream<T: Sendable>(
        _ sql: String, _ parameters: [SQLValue] = [], buffer: Int = 4, deadline: Duration? = nil,
        _ transform: @escaping @Sendable (Chunk) throws -> T
    ) -> ChunkSequence<T> {
        ChunkSequence(capacity: buffer) { channel in
            let box = JobBox()
            let job = Job(
                work: { connection in
                    do {
                        try connection.stream(sql, parameters) { try channel.send(try transform($0)) }
                        channel.finish(nil)
                    } catch {
                        channel.finish(box.reason ?? error)
                    }
                },
                refuse: { channel.finish($0) }, stopped: { channel.stop() })
            box.hold(job)
            channel.onLeave = { [weak job] in job?.cancel(EngineFault(.interrupted, "the reader left")) }
            Engine.expire(job, after: deadline)
            self.readers.submit(job)
        }
    }

    /// Waits for the running work, refuses the waiting, and closes the database. Idempotent.
    package func close() {
        readers.close()
        patient.close()
        writer.close()
        database.close()
    }

    private func run<T: Sendable>(
        on lane: Lane, deadline: Duration?, _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        let box = JobBox()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<T, any Error>) in
                let job = Job(
                    work: { connection in
                        continuation.resume(with: Result { try body(connection) }.mapError { box.reason ?? $0 })
                    },
                    refuse: { continuation.resume(throwing: $0) })
                box.hold(job)
                Engine.expire(job, after: deadline)
                lane.submit(job)
            }
        } onCancel: {
            box.cancel(EngineFault(.interrupted, "the task was cancelled"))
        }
    }
}
