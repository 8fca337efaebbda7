import DuckDB
import Territory
import Testing

@testable import Check

@Suite("The key check")
struct KeyCheckTests {
    private func findings(_ key: [String], _ rows: [[String?]]) async throws -> [String] {
        try await Bench.withConnection { connection in
            let relation = Bench.relation(["a", "b"], rows)
            try connection.execute("CREATE TABLE t AS \(relation.sql)", relation.parameters)
            return try Bench.findings(KeyCheck(key: key).findings(in: "t"), connection)
        }
    }

    @Test("is silent when each row has a name of its own")
    func sound() async throws {
        #expect(try await findings(["a"], [["1", "x"], ["2", "x"]]) == [])
        #expect(try await findings(["a", "b"], [["1", "x"], ["1", "y"]]) == [])
        #expect(try await findings([], [["1", "x"], ["1", "x"]]) == [])
    }

    @Test("finds every row of a repeated key, and how many there are")
    func repeated() async throws {
        let found = try await findings(["a", "b"], [["1", "x"], ["2", "x"], ["1", "x"], ["1", "x"]])
        #expect(found == [2, 4, 5].map { "check.repeated-key error \($0) a, b 1 · x 3" })
    }

    @Test("finds the rows whose key is not whole, and does not call them repeated")
    func incomplete() async throws {
        let found = try await findings(["a", "b"], [["1", nil], ["1", nil], [nil, nil], ["1", "x"]])
        #expect(
            found == [
                "check.empty-key error 2 a, b 1 ·  -", "check.empty-key error 3 a, b 1 ·  -",
                "check.empty-key error 4 a, b  ·  -",
            ])
    }

    @Test("names the columns of the key that are not there")
    func missing() {
        let found = KeyCheck(key: ["a", "zz"]).columnFindings(in: [Relation.Column("a")])
        #expect(found == [Finding(code: "check.missing-key", severity: .error, field: "zz")])
    }
}
