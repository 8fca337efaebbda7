import DuckDB
import Query
import Testing

@Suite("CKAN's datastore")
struct DatastoreTests {
    private static func rows(_ search: DatastoreSearch) async throws -> [[SQLValue]] {
        try await Seed.rows(try search.plan(over: Seed.table).compiled(over: Seed.table)).map(\.values)
    }

    @Test("searches with filters, words, fields, an order and a page")
    func search() async throws {
        var search = DatastoreSearch()
        search.fields = ["id", "ville"]
        search.filters = [("ville", [.text("Paris"), .text("Lyon")]), ("code", [.text("01")])]
        search.sort = "\"population\" desc, id"
        #expect(try await Self.rows(search).map { $0[0] } == [17, 3, 1])
        search.limit = 1
        search.offset = 1
        #expect(try await Self.rows(search) == [[3, "Lyon"]])
        search = DatastoreSearch()
        search.fields = ["id"]
        search.q = "ecole"
        #expect(try await Self.rows(search) == [[1], [5], [20]])
        search.fieldQ = [("ville", "marseille")]
        #expect(try await Self.rows(search) == [[5]])
        search = DatastoreSearch()
        search.fields = ["ville"]
        search.distinct = true
        search.sort = "ville desc nulls last"
        search.limit = 2
        #expect(try await Self.rows(search) == [["Évry"], ["lyon"]])
        search = DatastoreSearch()
        search.fields = ["id"]
        search.filters = [("ville", [.null])]
        #expect(try await Self.rows(search) == [[6]])
        search.filters = [("population", [.text("abc")])]
        #expect(try await Self.rows(search).isEmpty)
    }

    @Test("refuses fields that are not there and orders that cannot be read")
    func refusals() {
        for change in [
            { (search: inout DatastoreSearch) in search.fields = ["secret"] }, { $0.filters = [("foo", [.null])] },
            { $0.sort = "foo" },
            { $0.sort = "ville; drop" }, { $0.sort = "ville nulls" }, { $0.limit = -1 }, { $0.fieldQ = [("foo", "x")] },
            { $0.filters = [("position", [.text("x")])] },
        ] {
            var search = DatastoreSearch()
            change(&search)
            #expect(throws: QueryFault.self) { try search.plan(over: Seed.table) }
        }
    }

    private static func answer(_ sql: String) async throws -> [[SQLValue]] {
        try await Seed.engine().read { connection in
            let query = try DatastoreSQL.compiled(sql, over: ["seed-1": Seed.table], parsedBy: connection)
            return try connection.rows(query.sql, query.parameters).map(\.values)
        }
    }

    @Test(
        "runs one SELECT over public resources",
        arguments: [
            ("SELECT id FROM \"seed-1\" WHERE ville = 'Paris' ORDER BY population DESC LIMIT 2", [[17], [2]]),
            ("select count(*) from \"seed-1\";", [[20]]),
            (
                "SELECT ville, sum(population) FROM \"seed-1\" WHERE ville LIKE 'Lyo%' GROUP BY ville -- fin",
                [["Lyon", .decimal("900")]]
            ),
            ("WITH a AS (SELECT id FROM \"seed-1\" WHERE id < 3) SELECT max(id) FROM a", [[2]]),
            ("SELECT a.id FROM \"seed-1\" a JOIN \"seed-1\" b ON a.id = b.id WHERE b.id IN (SELECT 4)", [[4]]),
            ("SELECT 1 UNION ALL SELECT 2", [[1], [2]]),
            // A name of WITH never opens the engine's own table.
            ("WITH seed AS (SELECT * FROM seed) SELECT count(*) FROM seed", [[0]]),
            ("SELECT CASE WHEN id = 1 THEN upper('é') ELSE NULL END FROM \"seed-1\" WHERE id BETWEEN 1 AND 1", [["É"]]),
        ] as [(String, [[SQLValue]])])
    func select(_ sql: String, _ expected: [[SQLValue]]) async throws {
        let found = try await Self.answer(sql)
        #expect(found.map { $0.map { $0.text } } == expected.map { $0.map { $0.text } })
    }

    @Test(
        "refuses everything else",
        arguments: [
            "", "SELECT", "DELETE FROM seed", "DROP TABLE seed", "SELECT 1; SELECT 2", "SELECT 1; DROP TABLE seed",
            "INSERT INTO seed VALUES (1)", "ATTACH 'x.db'", "COPY seed TO 'x'",
            "PRAGMA database_list", "CALL pragma_version()", "SET threads = 1", "LOAD spatial", "SELECT * FROM seed",
            "SELECT * FROM main.seed", "SELECT * FROM memory.main.seed", "SELECT * FROM duckdb_settings()",
            "SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM '/etc/passwd'", "SELECT * FROM read_text('/etc/passwd')",
            "SELECT * FROM glob('*')", "SELECT getenv('HOME')", "SELECT current_setting('threads')",
            "SELECT secret FROM \"seed-1\"", "SELECT _id FROM \"seed-1\"", "SELECT rowid FROM \"seed-1\"",
            "SELECT * FROM information_schema.tables", "SELECT * FROM sqlite_master", "DESCRIBE seed", "SHOW TABLES",
            "SUMMARIZE seed",
            "SELECT ?", "SELECT $1",
            "WITH RECURSIVE a AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM a) SELECT * FROM a",
            "SELECT * FROM range(1000000000000)", "SELECT repeat('x', 1000000000)", "SELECT list_transform([1], lambda x: x)",
            "SELECT query('SELECT 1')", "FROM query_table('seed')", "EXPLAIN SELECT 1", "PIVOT seed ON ville USING count(*)",
            "SELECT 1) AS a, (SELECT secret FROM seed", "SELECT * FROM \"seed-1\" AT (VERSION => 1)",
            String(repeating: "(", count: 5_000), "SELECT '" + String(repeating: "x", count: 30_000) + "'", "SELECT \u{0}",
        ])
    func forbidden(_ sql: String) async throws {
        await #expect(throws: QueryFault.self) { try await Self.answer(sql) }
    }
}
