import DuckDB
import Testing

@Suite("A statement")
struct StatementTests {
    static let long = SQLValue.text(String(repeating: "é", count: 70_000))
    static let bound: [(value: SQLValue, type: String, back: SQLValue)] = [
        (.null, "INTEGER", .null), (true, "BOOLEAN", true), (.integer(.min), "BIGINT", .integer(.min)),
        (.double(0.1), "DOUBLE", .double(0.1)), (.text(""), "VARCHAR", ""), (.text("l'été \"👍\""), "VARCHAR", "l'été \"👍\""),
        (.text("a\0b"), "VARCHAR", "a\0b"), (long, "VARCHAR", long),
        (.decimal("-12345678901234567890.50"), "DECIMAL(30,2)", .decimal("-12345678901234567890.50")),
        (.date("1969-12-31"), "DATE", .date("1969-12-31")),
        (.timestamp("2025-03-31 08:00:00.25"), "TIMESTAMP", .timestamp("2025-03-31 08:00:00.25")),
        (.blob([0, 1, 255]), "BLOB", .blob([0, 1, 255])), (.blob([]), "BLOB", .blob([])),
        (SQLValue(nil as String?), "VARCHAR", .null), (SQLValue("x" as String?), "VARCHAR", "x"),
        (SQLValue(nil as Int?), "BIGINT", .null), (SQLValue(7 as Int?), "BIGINT", 7),
    ]

    @Test("takes each kind of value and gives it back", arguments: bound)
    func binds(_ value: SQLValue, _ type: String, _ back: SQLValue) async throws {
        let row = try await Bench.withConnection { try $0.row("SELECT CAST(? AS \(type)) AS v", [value]) }
        #expect(row?[0] == back)
    }

    @Test("refuses a list or a structure as a value", arguments: [SQLValue.list([1]), .structure([])])
    func refusesNested(_ value: SQLValue) async throws {
        let fault = try await Bench.fault { try await Bench.withConnection { _ = try $0.rows("SELECT ?", [value]) } }
        #expect(fault.kind == .refused && fault.message.contains("parameter 1"))
    }

    @Test("refuses too few and too many values and says how many it takes", arguments: [0, 1, 3])
    func wrongNumber(_ count: Int) async throws {
        let fault = try await Bench.fault {
            try await Bench.withConnection { _ = try $0.rows("SELECT ? + ?", Array(repeating: 1, count: count)) }
        }
        #expect(fault.kind == .refused)
        #expect(fault.message == "2 parameters expected, \(count) given")
        #expect(fault.sql == "SELECT ? + ?")
    }

    @Test(
        "that the engine refuses keeps the engine's words and its text",
        arguments: [
            ("SELEC 1", "syntax error"), ("SELECT x FROM nowhere", "nowhere"), ("SELECT CAST('x' AS INTEGER)", "'x'"),
            ("SELECT error('perdu')", "perdu"),
        ])
    func refused(_ sql: String, _ words: String) async throws {
        let fault = try await Bench.fault { try await Bench.withConnection { _ = try $0.rows(sql) } }
        #expect(fault.kind == .refused && fault.message.contains(words) && fault.sql == sql)
    }

    @Test("says how many rows it changed")
    func changed() async throws {
        let counts = try await Bench.withConnection { connection in
            try connection.execute("CREATE TABLE t (a INTEGER)")
            return [
                try connection.execute("INSERT INTO t SELECT range FROM range(5000)"),
                try connection.execute("UPDATE t SET a = 0 WHERE a < ?", [10]),
                try connection.execute("DELETE FROM t WHERE a = 0"),
            ]
        }
        #expect(counts == [5000, 10, 10])
    }

    @Test("tells its columns without being run")
    func columns() async throws {
        let columns = try await Bench.withConnection {
            try $0.columns(of: "SELECT 1::BIGINT AS a, error(?) AS \"b c\", {'lon': 1.0::DOUBLE, 'lat': 2.0::DOUBLE} AS p", ["x"])
        }
        #expect(columns.map(\.name) == ["a", "b c", "p"])
        #expect(columns.first?.type == "BIGINT" && columns.last?.type == "STRUCT(lon DOUBLE, lat DOUBLE)")
    }
}
