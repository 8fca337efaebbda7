import DuckDB
import Support
import Testing

@Suite("A streamed answer", .timeLimit(.minutes(20)))
struct ChunkSequenceTests {
    private static let rows = "SELECT range AS n FROM range(200000)"

    @Test("arrives whole and in order")
    func whole() async throws {
        try await Bench.withEngine { engine in
            var next = 0
            let answer = engine.stream(Self.rows) { chunk in
                (0..<chunk.count).map { chunk.columns[0].value(at: $0).integer ?? -1 }
            }
            for try await numbers in answer {
                for number in numbers where number == next { next += 1 }
            }
            #expect(next == 200_000)
        }
    }

    @Test("takes bound values, and may be empty")
    func empty() async throws {
        try await Bench.withEngine { engine in
            var count = 0
            for try await rows in (engine.stream("SELECT 1 WHERE ?", [false]) { $0.count }) { count += rows }
            #expect(count == 0)
        }
    }

    @Test("holds the engine back while its reader is slow", arguments: [1, 4])
    func backPressure(_ buffer: Int) async throws {
        try await Bench.withEngine { engine in
            let produced = Shared(0)
            let iterator = engine.stream(Self.rows, buffer: buffer) { _ in produced.change { $0 += 1 } }.makeAsyncIterator()
            for read in 1...20 {
                _ = try await iterator.next()
                // The one in the engine's hand and those in the passage; never more.
                #expect(await eventually { produced.value == read + buffer + 1 })
                #expect(produced.value <= read + buffer + 1)
            }
        }
    }

    @Test("that is left early stops the query and gives its thread back")
    func leftEarly() async throws {
        try await Bench.withEngine(readers: 1) { engine in
            for _ in 0..<10 {
                var seen = 0
                for try await _ in (engine.stream("SELECT range FROM range(100000000000)") { $0.count }) {
                    seen += 1
                    if seen == 2 { break }
                }
                #expect(try await engine.read { try $0.row("SELECT 1 AS n")?.integer("n") } == 1)
            }
        }
    }

    @Test("that computes before its first row stops when its task is cancelled")
    func cancelled() async throws {
        try await Bench.withEngine(readers: 1) { engine in
            let reading = Signal()
            let task = Task {
                let iterator = engine.stream(Bench.endless) { $0.count }.makeAsyncIterator()
                reading.send()
                _ = try await iterator.next()
            }
            #expect(await eventually { reading.wait(0) })
            task.cancel()
            let fault = try await Bench.fault { try await task.value }
            #expect(fault.kind == .interrupted)
            #expect(try await engine.read { try $0.row("SELECT 1 AS n")?.integer("n") } == 1)
        }
    }

    @Test("says that its time was over")
    func deadline() async throws {
        try await Bench.withEngine(readers: 1) { engine in
            let fault = try await Bench.fault {
                for try await _ in (engine.stream(Bench.endless, deadline: .milliseconds(100)) { $0.count }) {}
            }
            #expect(fault.kind == .deadline)
        }
    }

    @Test("does not keep a thread past its deadline for a reader who fell asleep")
    func sleepingReader() async throws {
        try await Bench.withEngine(readers: 1) { engine in
            let iterator = engine.stream(Self.rows, buffer: 1, deadline: .milliseconds(300)) { $0.count }.makeAsyncIterator()
            #expect(try await iterator.next() != nil)
            #expect(try await engine.read(deadline: .seconds(20)) { try $0.row("SELECT 1 AS n")?.integer("n") } == 1)
            let fault = try await Bench.fault { while try await iterator.next() != nil {} }
            #expect(fault.kind == .deadline)
        }
    }

    @Test("throws what went wrong in its middle, and what its transformation threw")
    func errors() async throws {
        struct Mishap: Error {}
        try await Bench.withEngine { engine in
            let sql = "SELECT CASE WHEN range = 100000 THEN error('au milieu') ELSE range END FROM range(200000)"
            let fault = try await Bench.fault { for try await _ in (engine.stream(sql) { $0.count }) {} }
            #expect(fault.message.contains("au milieu"))
            await #expect(throws: Mishap.self) {
                for try await _ in (engine.stream(Self.rows) { _ -> Int in throw Mishap() }) { Issue.record("nothing to read") }
            }
        }
    }

    @Test("is refused by an engine that is full or closed, when it is read")
    func refused() async throws {
        let sequence = try await Bench.withEngine { $0.stream("SELECT 1") { $0.count } }
        #expect(try await Bench.fault { for try await _ in sequence {} }.kind == .closed)
    }
}
