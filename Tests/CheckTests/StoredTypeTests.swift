import DuckDB
import Territory
import Testing

@testable import Check

@Suite("A text on its way to a stored type")
struct StoredTypeTests {
    static let readable: [(FieldType, String, String)] = [
        (.int, "0", "0"), (.int, "-12", "-12"), (.int, "+5", "5"), (.int, "007", "7"), (.int, "3.0", "3"), (.int, "3.000", "3"),
        (.int, "9223372036854775807", "9223372036854775807"), (.int, "-9223372036854775808", "-9223372036854775808"),
        (.double, "1", "1.0"), (.double, "-1.5", "-1.5"), (.double, "+.5", "0.5"), (.double, "2.", "2.0"),
        (.double, "1e3", "1000.0"),
        (.double, "12250.00", "12250.0"), (.text, "x", "x"), (.text, " é ", " é "), (.text, "0", "0"),
        (.boolean, "true", "true"), (.boolean, "VRAI", "true"), (.boolean, "oui", "true"), (.boolean, "1", "true"),
        (.boolean, "false", "false"), (.boolean, "Faux", "false"), (.boolean, "non", "false"), (.boolean, "0", "false"),
        (.date, "2025-03-31", "2025-03-31"), (.date, "1899-12-31", "1899-12-31"), (.date, "2024-02-29", "2024-02-29"),
        (.datetime, "2025-03-31 08:00:00", "2025-03-31 08:00:00"), (.datetime, "2025-03-31T08:00:00", "2025-03-31 08:00:00"),
        (.datetime, "2025-03-31T08:00:00Z", "2025-03-31 08:00:00"),
        (.datetime, "2025-03-31T08:00:00.25", "2025-03-31 08:00:00.25"),
        // The clock that the file shows is kept; what it says of its zone is not.
        (.datetime, "2025-03-31T10:00:00+02:00", "2025-03-31 10:00:00"), (.datetime, "2025-03-31", "2025-03-31 00:00:00"),
        (.geo_point_2d, "48.85, 2.35", "{'lon': 2.35, 'lat': 48.85}"), (.geo_point_2d, "-90,180", "{'lon': 180.0, 'lat': -90.0}"),
        (.geo_shape, #"{"type":"Point","coordinates":[2,48]}"#, #"{"type":"Point","coordinates":[2,48]}"#),
    ]

    static let unreadable: [(FieldType, String)] = [
        (.int, "1.5"), (.int, "1 000"), (.int, "1e3"), (.int, "x"), (.int, " 1"), (.int, "9223372036854775808"), (.int, "1,0"),
        (.int, "-"),
        (.int, "0x10"), (.int, "1_000"), (.double, "1,5"), (.double, "1 000.5"), (.double, "nan"), (.double, "inf"),
        (.double, "."),
        (.double, "5 €"), (.double, "1e999"), (.boolean, "2"), (.boolean, "o"), (.boolean, "t"), (.boolean, "yes"),
        (.date, "31/03/2025"), (.date, "2025-02-30"), (.date, "2025-3-1"), (.date, "2025"), (.date, "epoch"),
        (.date, "2025-03-31 08:00:00"),
        (.datetime, "31/03/2025 08:00"), (.datetime, "demain"), (.datetime, "epoch"), (.datetime, "infinity"),
        (.datetime, "2025-02-30T00:00:00"),
        (.geo_point_2d, "91, 2"), (.geo_point_2d, "48"), (.geo_point_2d, "48.1, 181"), (.geo_point_2d, "nan, nan"),
        (.geo_point_2d, "a, b"),
        (.geo_shape, "POINT(2 48)"), (.geo_shape, "{"), (.geo_shape, "{}"), (.geo_shape, "[1]"),
    ]

    private func checked(_ type: FieldType, _ texts: [String?], separator: String? = nil) async throws -> ([String?], [String]) {
        let check = StorageCheck(fields: [FieldDeclaration(name: "v", type: type, separator: separator)])
        return try await Bench.withConnection { connection in
            let outcome = check.apply(to: Bench.relation(["v"], texts.map { [$0] }))
            let rows = try connection.rows(
                "SELECT CAST(v AS VARCHAR) AS v, typeof(v) AS t FROM (\(outcome.relation.sql)) ORDER BY _row",
                outcome.relation.parameters)
            #expect(rows.allSatisfy { $0.text("t") == outcome.relation.columns[0].type })
            return (rows.map { $0.text("v") }, try Bench.findings(outcome.findings, connection))
        }
    }

    @Test("is stored as what it says", arguments: readable)
    func accepted(_ type: FieldType, _ text: String, _ stored: String) async throws {
        let (values, findings) = try await checked(type, [text])
        #expect(values == [stored])
        #expect(findings == [])
    }

    @Test("is found with its row when it cannot be read, and stored as nothing", arguments: unreadable)
    func refused(_ type: FieldType, _ text: String) async throws {
        let (values, findings) = try await checked(type, [nil, text])
        #expect(values == [nil, nil])
        #expect(findings == ["check.wrong-type error 3 v \(text) \(type.rawValue)"])
    }

    @Test("is nothing when it is empty, and no finding", arguments: FieldType.allCases)
    func empty(_ type: FieldType) async throws {
        let (values, findings) = try await checked(type, ["", nil])
        #expect(values == [nil, nil] && findings == [])
    }

    @Test(
        "is cut where its separator stands",
        arguments: [
            (FieldType.text, ";", "a; b ;c", "[a, b, c]"), (.int, ",", "1, 2,3", "[1, 2, 3]"), (.text, "'", "l'été", "[l, été]"),
            (.text, "\u{301}", "a", "[a]"), (.date, "|", "2025-01-01|2025-01-02", "[2025-01-01, 2025-01-02]"),
            (.boolean, "/", "oui/non", "[true, false]"),
        ])
    func separated(_ type: FieldType, _ separator: String, _ text: String, _ stored: String) async throws {
        let (values, findings) = try await checked(type, [text, "", nil], separator: separator)
        #expect(values == [stored, nil, nil] && findings == [])
    }

    @Test("is found when one of its parts cannot be read")
    func separatedWrong() async throws {
        let (_, findings) = try await checked(.int, ["1,2", "1,x", "1,,2"], separator: ",")
        #expect(findings == ["check.wrong-type error 3 v 1,x int", "check.wrong-type error 4 v 1,,2 int"])
    }
}
