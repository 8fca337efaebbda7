import Support
import Testing

@testable import DuckDB

@Suite("A value read back")
struct VectorTests {
    static let values: [(sql: String, value: SQLValue)] = [
        ("NULL", .null), ("true", true), ("false", false),
        ("CAST(-128 AS TINYINT)", -128), ("CAST(127 AS TINYINT)", 127),
        ("CAST(-32768 AS SMALLINT)", -32768), ("CAST(32767 AS SMALLINT)", 32767),
        ("CAST(-2147483648 AS INTEGER)", -2_147_483_648), ("CAST(2147483647 AS INTEGER)", 2_147_483_647),
        ("CAST('-9223372036854775808' AS BIGINT)", .integer(.min)), ("CAST('9223372036854775807' AS BIGINT)", .integer(.max)),
        ("CAST(255 AS UTINYINT)", 255), ("CAST(65535 AS USMALLINT)", 65535), ("CAST(4294967295 AS UINTEGER)", 4_294_967_295),
        ("CAST(0 AS UBIGINT)", 0), ("CAST('9223372036854775807' AS UBIGINT)", .integer(.max)),
        ("CAST('18446744073709551615' AS UBIGINT)", .decimal("18446744073709551615")),
        ("CAST(0 AS HUGEINT)", .decimal("0")), ("CAST(-1 AS HUGEINT)", .decimal("-1")),
        ("CAST('-18446744073709551617' AS HUGEINT)", .decimal("-18446744073709551617")),
        ("CAST('170141183460469231731687303715884105727' AS HUGEINT)", .decimal("170141183460469231731687303715884105727")),
        ("CAST('-170141183460469231731687303715884105728' AS HUGEINT)", .decimal("-170141183460469231731687303715884105728")),
        ("CAST(1.5 AS FLOAT)", .double(1.5)), ("CAST(0.1 AS DOUBLE)", .double(0.1)),
        ("CAST('-1.7976931348623157e308' AS DOUBLE)", .double(-Double.greatestFiniteMagnitude)),
        ("CAST('inf' AS DOUBLE)", .double(.infinity)),
        ("''", ""), ("'douze octets'", "douze octets"), ("'treize octets'", "treize octets"), ("'é'", "é"),
        ("'👩‍👩‍👧‍👦 🇫🇷'", "👩‍👩‍👧‍👦 🇫🇷"), ("'e' || chr(769)", "e\u{301}"),
        ("repeat('é', 100000)", .text(String(repeating: "é", count: 100_000))), ("'a' || chr(0) || 'b'", "a\0b"),
        (#"'\x00\xFF\x41'::BLOB"#, .blob([0, 255, 65])), ("''::BLOB", .blob([])),
        ("DATE '1970-01-01'", .date("1970-01-01")), ("DATE '1969-12-31'", .date("1969-12-31")),
        ("DATE '1582-10-14'", .date("1582-10-14")), ("DATE '0001-01-01'", .date("0001-01-01")),
        ("DATE '2000-02-29'", .date("2000-02-29")), ("DATE '12345-06-07'", .date("12345-06-07")),
        ("TIMESTAMP '2025-03-31 08:00:00'", .timestamp("2025-03-31 08:00:00")),
        ("TIMESTAMP '2025-03-31 08:00:00.5'", .timestamp("2025-03-31 08:00:00.5")),
        ("TIMESTAMP '2025-03-31 23:59:59.999999'", .timestamp("2025-03-31 23:59:59.999999")),
        ("TIMESTAMP '1969-12-31 23:59:59.999999'", .timestamp("1969-12-31 23:59:59.999999")),
        ("TIMESTAMP '0001-01-01 00:00:00'", .timestamp("0001-01-01 00:00:00")),
        ("TIMESTAMP_S '1969-12-31 23:59:59'", .timestamp("1969-12-31 23:59:59")),
        ("TIMESTAMP_MS '1969-12-31 23:59:59.001'", .timestamp("1969-12-31 23:59:59.001")),
        ("TIMESTAMP_NS '1969-12-31 23:59:59.000000001'", .timestamp("1969-12-31 23:59:59.000000001")),
        ("TIMESTAMPTZ '2025-03-31 08:00:00+00'", .timestamp("2025-03-31 08:00:00")),
        ("CAST([] AS INTEGER[])", .list([])), ("[1, NULL, 3]", .list([1, .null, 3])),
        ("[['a'], [], NULL, ['b', 'c']]", .list([.list(["a"]), .list([]), .null, .list(["b", "c"])])),
        ("[DATE '2025-01-01']", .list([.date("2025-01-01")])),
    ]

    @Test("is the value that was meant", arguments: values)
    func value(_ sql: String, _ expected: SQLValue) async throws {
        #expect(try await Bench.withConnection { try $0.rows("SELECT \(sql) AS v")[0][0] } == expected)
    }

    @Test("is a decimal of every storage width, digit by digit", arguments: [4, 9, 18, 38])
    func decimals(width: Int) async throws {
        let nines = String(repeating: "9", count: width)
        for scale in [0, 1, width / 2, width] {
            for digits in [nines, "-" + nines, "0", "1", "-1", "10", "-" + String(repeating: "9", count: width / 2)] {
                let written = Self.shifted(digits, by: scale)
                let value = try await Bench.withConnection {
                    try $0.row("SELECT CAST(? AS DECIMAL(\(width),\(scale))) AS v", [.text(written)])?[0]
                }
                #expect(value == .decimal(written), "\(digits) with scale \(scale)")
            }
        }
    }

    /// `-1` by 3 is `-0.001`.
    private static func shifted(_ digits: String, by scale: Int) -> String {
        let bare = digits.filter(\.isNumber)
        let padded = String(repeating: "0", count: max(0, scale + 1 - bare.count)) + bare
        return (digits.hasPrefix("-") ? "-" : "") + padded.dropLast(scale) + (scale > 0 ? "." + padded.suffix(scale) : "")
    }

    @Test("of a structure keeps the names of its members")
    func structure() async throws {
        let value = try await Bench.withConnection {
            try $0.rows("SELECT {'lon': 2.5::DOUBLE, 'é \"x\"': NULL::VARCHAR, 'in': {'n': [1]}} AS v")[0][0]
        }
        #expect(
            value
                == .structure([
                    .init(name: "lon", value: .double(2.5)), .init(name: "é \"x\"", value: .null),
                    .init(name: "in", value: .structure([.init(name: "n", value: .list([1]))])),
                ]))
    }

    @Test("is as the engine prints it, over ten thousand dates, timestamps and amounts", arguments: [1, 2])
    func printedAlike(seed: Int) async throws {
        let rows = try await Bench.withConnection { connection in
            try connection.execute("SELECT setseed(0.\(seed))")
            return try connection.rows(
                """
                SELECT d, ts, amount, CAST(d AS VARCHAR) AS d2, CAST(ts AS VARCHAR) AS ts2, CAST(amount AS VARCHAR) AS amount2
                FROM (SELECT DATE '1970-01-01' + CAST((random() - 0.2) * 3000000 AS INTEGER) AS d,
                             make_timestamp(CAST((random() - 0.2) * 2e17 AS BIGINT)) AS ts,
                             CAST((random() - 0.5) * 1e9 AS DECIMAL(14, 3)) AS amount FROM range(10000))
                """)
        }
        // The engine writes years before year 1 with an era, which no town's file has.
        let wrong = rows.filter { !($0.text("d2") ?? "").contains("BC") && !($0.text("ts2") ?? "").contains("BC") }
            .filter {
                $0.text("d") != $0.text("d2") || $0.text("ts") != $0.text("ts2") || $0.text("amount") != $0.text("amount2")
            }
        #expect(wrong.isEmpty, "seed \(seed): \(wrong.prefix(3))")
        #expect(rows.count == 10_000)
    }

    @Test("keeps its row beyond a chunk and between nulls")
    func manyRows() async throws {
        let rows = try await Bench.withConnection {
            try $0.rows("SELECT range AS n, CASE WHEN range % 3 = 0 THEN range::VARCHAR END AS t FROM range(10000)")
        }
        #expect(rows.count == 10_000)
        let isRight = rows.enumerated().allSatisfy { index, row in
            row.integer("n") == index && row.text("t") == (index % 3 == 0 ? String(index) : nil)
        }
        #expect(isRight)
    }

    @Test("of a column that is not there is null")
    func absentColumn() async throws {
        let row = try await Bench.withConnection { try $0.rows("SELECT 1 AS a")[0] }
        #expect(row["b"] == .null && row.text("b") == nil && row.integer("b") == nil)
        #expect(row[0].integer == 1 && row.values.count == 1)
    }
}
