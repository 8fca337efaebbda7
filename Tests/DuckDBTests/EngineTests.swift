import DuckDB
import Foundation
import Support
import Testing

@Suite("An engine", .timeLimit(.minutes(20)))
struct EngineTests {
    @Test("interrupts the work that outlives its deadline, says so, and serves the next", arguments: ["read", "write"])
    func deadline(_ lane: String) async throws {
        try await Bench.withEngine(readers: 1) { engine in
            // Measured on the engine's thread: when the tests run all together, the task itself may wait to be resumed.
            let taken = Shared(Duration.zero)
            let work: @Sendable (Connection) throws -> Void = { connection in
                let clock = ContinuousClock()
                let start = clock.now
                defer { taken.change { $0 = clock.now - start } }
                _ = try connection.rows(Bench.endless)
            }
            let fault = try await Bench.fault {
                if lane == "read" {
                    try await engine.read(deadline: .milliseconds(200), work)
                } else {
                    try await engine.write(deadline: .milliseconds(200), work)
                }
            }
            #expect(fault.kind == .deadline && fault.message.contains("not done after"))
            #expect(taken.value < .seconds(10))
            for _ in 0..<20 { #expect(try await engine.read { try $0.row("SELECT 1 AS n")?.integer("n") } == 1) }
        }
    }

    @Test("does not disturb the work that is done in time")
    func inTime() async throws {
        try await Bench.withEngine(readers: 1) { engine in
            for _ in 0..<50 {
                let value = try await engine.read(deadline: .seconds(5)) { try $0.row("SELECT 1")?[0] }
                #expect(value == 1)
            }
            let long = try await engine.read { try $0.row("SELECT sum(range % 7)::BIGINT AS n FROM range(30000000)") }
            #expect(long?.integer("n") != nil)
        }
    }

    @Test("interrupts the work of a cancelled task")
    func cancellation() async throws {
        try await Bench.withEngine(readers: 1) { engine in
            let running = Signal()
            let task = Task {
                try await engine.read { connection in
                    running.send()
                    _ = try connection.rows(Bench.endless)
                }
            }
            #expect(await eventually { running.wait(0) })
            task.cancel()
            let fault = try await Bench.fault { try await task.value }
            #expect(fault.kind == .interrupted && fault.message == "the task was cancelled")
            #expect(try await engine.read { try $0.row("SELECT 1 AS n")?.integer("n") } == 1)
        }
    }

    @Test("refuses at once the work of a task cancelled before")
    func cancelledBefore() async throws {
        try await Bench.withEngine { engine in
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                try await engine.read { _ in Issue.record("it ran") }
            }
            task.cancel()
            let fault = try await Bench.fault { try await task.value }
            #expect(fault.kind == .interrupted)
        }
    }

    @Test("does not wait for its turn to tell work that its time is over", arguments: ["deadline", "cancelled"])
    func waitingStops(_ reason: String) async throws {
        try await Bench.withEngine(readers: 1) { engine in
            let running = Signal(), over = Signal()
            async let blocker: Void = engine.read { _ in
                running.send()
                over.wait()
            }
            #expect(await eventually { running.wait(0) })
            let task = Task { try await engine.read(deadline: reason == "deadline" ? .milliseconds(50) : nil) { _ in } }
            if reason == "cancelled" { task.cancel() }
            let kind = try await Bench.fault { try await task.value }.kind
            #expect(kind == (reason == "deadline" ? .deadline : .interrupted))
            over.send()
            try await blocker
            #expect(try await engine.read { try $0.row("SELECT 1 AS n")?.integer("n") } == 1)
        }
    }

    @Test("refuses more work than its queue holds")
    func queueFull() async throws {
        try await Bench.withEngine(readers: 1, queueLimit: 3) { engine in
            let running = Signal(), over = Signal()
            async let blocker: Void = engine.read { _ in
                running.send()
                over.wait()
            }
            #expect(await eventually { running.wait(0) })
            let outcomes = Shared<[EngineFault.Kind?]>([])
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<10 {
                    group.addTask {
                        do {
                            try await engine.read { _ in }
                            outcomes.change { $0.append(nil) }
                        } catch {
                            outcomes.change { $0.append((error as? EngineFault)?.kind) }
                        }
                    }
                }
                #expect(await eventually { outcomes.value.count == 7 })
                #expect(outcomes.value.allSatisfy { $0 == .queueFull })
                over.send()
            }
            try await blocker
            #expect(outcomes.value.count { $0 == nil } == 3)
        }
    }

    @Test("runs its readers at the same time", arguments: [1, 3])
    func readers(_ count: Int) async throws {
        try await Bench.withEngine(readers: count) { engine in
            let inside = Shared(0), most = Shared(0)
            let all = Signal()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<count * 3 {
                    group.addTask {
                        try await engine.read { connection in
                            let now = inside.change {
                                $0 += 1; return $0
                            }
                            most.change { $0 = max($0, now) }
                            if now == count { all.send() }
                            #expect(all.wait())
                            _ = try connection.row("SELECT 1")
                            inside.change { $0 -= 1 }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(most.value == count)
        }
    }

    @Test("has one writer, alone, in the order of the calls")
    func writer() async throws {
        try await Bench.withEngine { engine in
            _ = try await engine.write { try $0.execute("CREATE TABLE t (n BIGINT)") }
            let inside = Shared(0), most = Shared(0)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        try await engine.write { connection in
                            let now = inside.change {
                                $0 += 1; return $0
                            }
                            most.change { $0 = max($0, now) }
                            try connection.execute("INSERT INTO t VALUES (?)", [.integer(Int64(number))])
                            inside.change { $0 -= 1 }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(most.value == 1)
            #expect(try await engine.read { try $0.row("SELECT count(DISTINCT n) AS n FROM t")?.integer("n") } == 40)
        }
    }

    @Test("lets go of what the work held, once it is done")
    func noLeak() async throws {
        final class Held: Sendable {}
        try await Bench.withEngine { engine in
            weak var read: Held?, streamed: Held?
            do {
                let one = Held(), other = Held()
                (read, streamed) = (one, other)
                _ = try await engine.read { _ in withExtendedLifetime(one) {} }
                for try await _ in (engine.stream("SELECT 1") { _ in withExtendedLifetime(other) {} }) {}
            }
            #expect(await eventually(within: 10) { read == nil && streamed == nil })
        }
    }

    @Test("refuses a missing file that it may only read, and does not make it")
    func missingFile() throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "absent.duckdb").path
        var configuration = EngineConfiguration(extensionFolder: Repository.extensions)
        configuration.location = .readOnly(path: path)
        #expect(throws: EngineFault.self) { try Engine(configuration) }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("keeps what it wrote in a file, which another may open to read only")
    func files() async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "é d'ici.duckdb").path
        var configuration = EngineConfiguration(extensionFolder: Repository.extensions)
        configuration.location = .readWrite(path: path)
        let writer = try Engine(configuration)
        _ = try await writer.write { try $0.execute("CREATE TABLE t AS SELECT 42 AS n") }
        writer.close()
        configuration.location = .readOnly(path: path)
        let reader = try Engine(configuration)
        defer { reader.close() }
        #expect(try await reader.read { try $0.row("SELECT n FROM t")?.integer("n") } == 42)
        let fault = try await Bench.fault { _ = try await reader.write { try $0.execute("DROP TABLE t") } }
        #expect(fault.message.contains("read-only"))
    }

    @Test("names the option whose value it does not take", arguments: [("memory_limit", "beaucoup"), ("threads", "0")])
    func options(_ name: String, _ value: String) throws {
        var configuration = EngineConfiguration(extensionFolder: Repository.extensions)
        if name == "threads" { configuration.threads = 0 } else { configuration.memoryLimit = value }
        let fault = try #require(throws: EngineFault.self) { try Engine(configuration) }
        #expect(fault.kind == .refused && fault.message.contains(name == "threads" ? "thread" : value), "\(fault)")
    }

    @Test("names the extension that is missing")
    func missingExtension() throws {
        var configuration = EngineConfiguration(extensionFolder: "/nulle/part")
        configuration.extensions = ["ducklake"]
        let fault = try #require(throws: EngineFault.self) { try Engine(configuration) }
        #expect(fault.message.contains("/nulle/part/ducklake.duckdb_extension"))
    }

    @Test("closes after the running work, turns the waiting away, and refuses what comes later")
    func closing() async throws {
        var configuration = EngineConfiguration(extensionFolder: Repository.extensions)
        configuration.readers = 1
        let engine = try Engine(configuration)
        let running = Signal(), over = Signal(), closed = Signal()
        let first = Task {
            try await engine.read { connection in
                running.send()
                over.wait()
                return try connection.row("SELECT 1 AS n")?.integer("n")
            }
        }
        #expect(await eventually { running.wait(0) })
        let waiting = Task { try await engine.read { _ in Issue.record("it ran") } }
        Thread.detachNewThread {
            engine.close()
            closed.send()
        }
        #expect(try await Bench.fault { try await waiting.value }.kind == .closed)
        #expect(!closed.wait(0))
        over.send()
        #expect(try await first.value == 1)
        #expect(await eventually { closed.wait(0) })
        #expect(try await Bench.fault { try await engine.write { _ in } }.kind == .closed)
        engine.close()
    }
}
