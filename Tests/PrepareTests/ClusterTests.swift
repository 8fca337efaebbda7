import DuckDB
import Testing

@testable import Prepare

@Suite("Variants of names over many rows")
struct ClusterTests {
    /// A relation of made-up names, one for each number from 0.
    private static func names(_ expression: String, rows: Int) -> Relation {
        Relation(
            sql: "SELECT \(expression) AS nom, 'a.csv' AS _source, i + 2 AS _row FROM range(\(rows)) AS t(i)",
            columns: [Relation.Column("nom")])
    }

    private static func count(_ yaml: String, over relation: Relation) async throws -> (told: Int, wrong: Int) {
        try await Bench.withConnection { connection in
            let finding = try #require(try Bench.compile(yaml, over: relation, on: connection).findings.first)
            let row = try connection.row(
                "SELECT count(*) AS told, count(*) FILTER (value = detail) AS wrong FROM (\(finding.sql))", finding.parameters)
            return (row?.integer("told") ?? 0, row?.integer("wrong") ?? 0)
        }
    }

    @Test("a million rows of 100,000 names written in two ways give one note for each variant")
    func fingerprint() async throws {
        let relation = Self.names(
            "CASE WHEN i % 3 = 0 THEN 'ASSO. N° ' ELSE 'Asso n° ' END || i % 100000", rows: 1_000_000)
        let (told, wrong) = try await Self.count("- cluster: { column: nom }", over: relation)
        #expect(told == 100_000 && wrong == 0)
    }

    @Test("names with a letter missing find their neighbour, without every name being compared with every other")
    func near() async throws {
        let relation = Self.names(
            "CASE WHEN i % 5 = 0 THEN md5(CAST(i // 5 AS VARCHAR))[:9] || md5(CAST(i // 5 AS VARCHAR))[11:] "
                + "ELSE md5(CAST(i // 5 AS VARCHAR)) END", rows: 100_000)
        let (told, wrong) = try await Self.count("- cluster: { column: nom, method: near }", over: relation)
        #expect(told == 20_000 && wrong == 0)
    }

    @Test("names that all begin alike are still compared with their neighbours only")
    func oneBlock() async throws {
        let relation = Self.names("'Association des amis de la rue ' || hash(i)", rows: 50_000)
        let (told, wrong) = try await Self.count("- cluster: { column: nom, method: near, threshold: 1 }", over: relation)
        #expect(told == 0 && wrong == 0)
    }
}
