import DuckDB
import Testing

@Suite("An appender")
struct AppenderTests {
    static let texts: [String?] = ["", "é 👍", "a\0b", String(repeating: "long ", count: 10_000), nil]

    @Test("writes every kind of value in its place")
    func everyKind() async throws {
        let rows = try await Bench.withConnection { connection in
            try connection.execute("CREATE TABLE t (a VARCHAR, b BIGINT, c DOUBLE, d BOOLEAN, e VARCHAR)")
            let appender = try connection.appender(to: "t")
            for text in Self.texts {
                try appender.append(text)
                try appender.append(Int64.min)
                try appender.append(0.1)
                try appender.append(true)
                try Array((text ?? "").utf8).withUnsafeBufferPointer { try appender.append(utf8: $0) }
                try appender.endRow()
            }
            for _ in 0..<5 { try appender.appendNull() }
            try appender.endRow()
            try appender.close()
            return try connection.rows("SELECT * FROM t")
        }
        #expect(rows.map { $0.text("a") } == Self.texts + [nil])
        #expect(rows.map { $0.text("e") } == Self.texts.map { $0 ?? "" } + [nil])
        #expect(Array(rows[0].values[1...3]) == [.integer(.min), .double(0.1), true])
        #expect(rows[5].values == Array(repeating: .null, count: 5))
    }

    @Test("fills a table of a schema of another catalogue, many chunks long")
    func elsewhere() async throws {
        let sum = try await Bench.withConnection { connection in
            try connection.execute("ATTACH ':memory:' AS other")
            try connection.execute("CREATE SCHEMA other.\"deep er\"")
            try connection.execute("CREATE TABLE other.\"deep er\".\"t t\" (n BIGINT)")
            let appender = try connection.appender(to: "t t", schema: "deep er", catalog: "other")
            for number in 0..<10_000 {
                try appender.append(Int64(number))
                try appender.endRow()
            }
            try appender.close()
            return try connection.row("SELECT sum(n)::BIGINT AS s, count(*) AS c FROM other.\"deep er\".\"t t\"")
        }
        #expect(sum?.integer("s") == 49_995_000 && sum?.integer("c") == 10_000)
    }

    @Test("of a table that is not there keeps the engine's message")
    func noTable() async throws {
        let fault = try await Bench.fault {
            try await Bench.withConnection { connection in _ = try connection.appender(to: "nulle_part") }
        }
        #expect(fault.kind == .refused && fault.message.contains("nulle_part"))
    }

    enum Mistake: CaseIterable { case text, shortRow, emptyRequired }

    @Test("refuses a value of the wrong type and a row that is not whole, with a message", arguments: Mistake.allCases)
    func wrongValues(_ mistake: Mistake) async throws {
        let fault = try await Bench.fault {
            try await Bench.withConnection { connection in
                try connection.execute("CREATE TABLE t (a INTEGER, b INTEGER NOT NULL)")
                let appender = try connection.appender(to: "t")
                switch mistake {
                case .text: try appender.append("pas un nombre")
                case .shortRow: try appender.append(Int64(1))
                case .emptyRequired:
                    try appender.append(Int64(1))
                    try appender.appendNull()
                }
                try appender.endRow()
                try appender.close()
            }
        }
        #expect(fault.kind == .refused && !fault.message.isEmpty && fault.message != "append refused", "\(fault)")
        if mistake == .text { #expect(fault.message.contains("pas un nombre")) }
    }
}
