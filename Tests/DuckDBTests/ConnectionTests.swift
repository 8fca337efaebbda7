import DuckDB
import Foundation
import Testing

@Suite("A connection")
struct ConnectionTests {
    private struct Mishap: Error {}

    @Test("commits what a transaction did, and takes it all back when it throws")
    func transaction() async throws {
        let left = try await Bench.withConnection { connection in
            try connection.execute("CREATE TABLE t (a INTEGER)")
            try connection.transaction { _ = try connection.execute("INSERT INTO t VALUES (1)") }
            #expect(throws: Mishap.self) {
                try connection.transaction {
                    try connection.execute("INSERT INTO t VALUES (2)")
                    throw Mishap()
                }
            }
            #expect(throws: EngineFault.self) {
                try connection.transaction {
                    try connection.execute("INSERT INTO t VALUES (3)")
                    try connection.execute("INSERT INTO t VALUES ('x')")
                }
            }
            return try connection.rows("SELECT a FROM t").map { $0.integer("a") }
        }
        #expect(left == [1])
    }

    @Test("takes back the transaction that a deadline cut, and serves the next one")
    func deadlineInTransaction() async throws {
        try await Bench.withEngine { engine in
            _ = try await engine.write { try $0.execute("CREATE TABLE t (a INTEGER)") }
            let fault = try await Bench.fault {
                try await engine.write(deadline: .milliseconds(200)) { connection in
                    try connection.transaction {
                        try connection.execute("INSERT INTO t VALUES (1)")
                        try connection.execute(Bench.endless)
                    }
                }
            }
            #expect(fault.kind == .deadline)
            let rows = try await engine.write { connection in
                try connection.transaction { _ = try connection.execute("INSERT INTO t VALUES (2)") }
                return try connection.rows("SELECT a FROM t")
            }
            #expect(rows.map { $0.integer("a") } == [2])
        }
    }

    @Test("finishes what must be finished while it is being stopped")
    func concludes() async throws {
        try await Bench.withEngine { engine in
            for turn in 0..<5 {
                let fault = try await Bench.fault {
                    try await engine.write(deadline: .milliseconds(50)) { connection in
                        try connection.execute("ATTACH ':memory:' AS other")
                        // Long enough for several interrupts to fall on it.
                        defer { for _ in 0..<2_000 { connection.conclude("SELECT 1") } }
                        defer { connection.conclude("DETACH other") }
                        try connection.transaction { _ = try connection.execute(Bench.endless) }
                    }
                }
                #expect(fault.kind == .deadline)
                let left = try await engine.write { connection in
                    try connection.transaction { _ = try connection.execute("CREATE TABLE t\(turn) (a INTEGER)") }
                    return try connection.rows("SELECT 1 FROM duckdb_databases() WHERE database_name = 'other'").count
                }
                #expect(left == 0)
            }
        }
    }

    @Test("hands over an answer chunk by chunk, in order, and stops where the reader throws")
    func streams() async throws {
        let (sum, chunks) = try await Bench.withConnection { connection in
            var sum = 0, chunks = 0
            try connection.stream("SELECT range AS n FROM range(?)", [100_000]) { chunk in
                chunks += 1
                for row in 0..<chunk.count { sum += chunk.columns[0].value(at: row).integer ?? 0 }
            }
            var seen = 0
            #expect(throws: Mishap.self) {
                try connection.stream("SELECT range FROM range(1000000000)") { _ in
                    seen += 1
                    if seen == 3 { throw Mishap() }
                }
            }
            #expect(seen == 3)
            return (sum, chunks)
        }
        #expect(sum == 4_999_950_000 && chunks >= 49)
    }

    @Test("says what went wrong in the middle of an answer")
    func midwayError() async throws {
        let sql = "SELECT CASE WHEN range = 500000 THEN error('au milieu') ELSE range END FROM range(1000000)"
        let fault = try await Bench.fault { try await Bench.withConnection { try $0.stream(sql) { _ in } } }
        #expect(fault.message.contains("au milieu"))
    }
}
