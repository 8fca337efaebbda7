import DuckDB
import Testing

@testable import Check

@Suite("The structure of a table")
struct StructureTests {
    private let schema = SchemaBench.schema([
        ("a", #""constraints": {"required": true}"#), ("b", #""type": "integer""#), ("c", ""),
    ])

    @Test("is told column by column: missing, unknown, in another order")
    func columns() async throws {
        #expect(
            try await SchemaBench.findings(schema, ["b", "d"], [["1", "x"]]) == [
                "missing-column a", "missing-column c", "undeclared-column d",
            ])
        #expect(try await SchemaBench.findings(schema, ["c", "b", "a"], [["x", "1", "x"]]) == ["disordered-columns"])
        #expect(try await SchemaBench.findings(schema, ["a", "b", "c"], [["x", "1", "x"]]) == [])
    }

    @Test("binds titles without their blanks, and only by their exact case")
    func titles() async throws {
        let found = try await SchemaBench.findings(
            schema, ["a", "B", "c"], [["x", "no", "x"]], titles: ["\u{FEFF}a ", "B", " c"])
        #expect(found == ["undeclared-column B", "missing-column b"])
    }

    @Test("has one title for each column, on one line")
    func labels() async throws {
        #expect(
            try await SchemaBench.findings(schema, ["a", "a (2)"], [["", "x"]], titles: ["a", "a "]) == ["duplicate-label a"])
        let found = try await SchemaBench.findings(
            schema, ["a", "colonne_2", "b c"], [["x", "x", "x"]], titles: ["a", "", "b\nc"])
        #expect(found.contains("blank-label") && found.contains("broken-label b\nc"))
    }

    @Test("tells a blank row once, and its cells not at all")
    func blankRows() async throws {
        #expect(try await SchemaBench.findings(schema, ["a", "b", "c"], [["x", "1", "x"], ["", nil, ""]]) == ["blank-row 3"])
    }

    @Test("tells each cell that a row lacks, and each that it has too many")
    func ragged() async throws {
        let collected = Relation(
            sql: """
                SELECT 'collect.short-row' AS code, 'x.csv' AS _source, 4 AS _row, NULL AS value, '2' AS detail
                UNION ALL SELECT 'collect.long-row', 'x.csv', 5, 'y', '2'
                """, columns: [])
        let found = try await Bench.withConnection { connection in
            let relation = RaggedRows.findings(collected, labels: ["a", "b", "c"])
            return try connection.rows("\(relation.sql) ORDER BY ALL").map { row in
                ["code", "_row", "field", "detail"].map { row.text($0) ?? "-" }.joined(separator: " ")
            }
        }
        #expect(
            Set(found) == [
                "check.missing-cell 4 b -", "check.missing-cell 4 c -", "check.extra-cell 5 - 4", "check.extra-cell 5 - 5",
            ])
    }

    @Test("has keys that are whole and unique, and that refer to rows")
    func keys() async throws {
        let schema = SchemaBench.schema(
            [("a", #""type": "integer""#), ("b", ""), ("parent", #""type": "integer""#)],
            #""primaryKey": ["a"], "foreignKeys": [{"fields": "parent", "reference": {"resource": "", "fields": "a"}}]"#)
        let found = try await SchemaBench.findings(
            schema, ["a", "b", "parent"], [["1", "x", ""], ["2", "x", "1"], ["01", "x", "7"], ["", "x", "2"], ["", "", ""]])
        #expect(
            found == [
                "repeated-primary-key 4", "foreign-key 4 parent", "empty-primary-key 5", "blank-row 6", "empty-primary-key 6",
            ])
    }

    @Test("has the columns of its keys")
    func missingKey() async throws {
        let schema = SchemaBench.schema([("a", ""), ("b", "")], #""primaryKey": "a""#)
        #expect(try await SchemaBench.findings(schema, ["b"], [["x"]]).contains("schema-key a"))
    }
}
