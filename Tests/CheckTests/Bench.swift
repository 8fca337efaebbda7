import Check
import DuckDB
import Testing

/// Relations made of values, and an engine for each test.
enum Bench {
    static func withConnection<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        let engine = try Engine(EngineConfiguration(extensionFolder: "none"))
        defer { engine.close() }
        return try await engine.write(body)
    }

    /// Text columns from one file, the first row being row 2.
    static func relation(_ columns: [String], _ rows: [[String?]]) -> Relation {
        let names = (columns + ["_source", "_row"]).map { identifier($0) }.joined(separator: ", ")
        let lines = rows.enumerated().map { index, row in
            "("
                + (row.map { _ in "CAST(? AS VARCHAR)" } + ["'data.csv'", "CAST(\(index + 2) AS BIGINT)"]).joined(separator: ", ")
                + ")"
        }
        return Relation(
            sql: "SELECT * FROM (VALUES \(lines.joined(separator: ", "))) AS t(\(names))",
            parameters: rows.flatMap { $0.map { SQLValue($0) } }, columns: columns.map { Relation.Column($0) })
    }

    /// What relations of findings say: `code severity row field value detail`.
    static func findings(_ relations: [Relation], _ connection: Connection) throws -> [String] {
        try relations.flatMap { relation in
            try connection.rows(relation.sql, relation.parameters).map { row in
                FindingLog.columns.filter { $0 != "_source" }.map { row.text($0) ?? "-" }.joined(separator: " ")
            }
        }.sorted()
    }
}
