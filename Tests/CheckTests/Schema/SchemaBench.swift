import DuckDB
import Foundation

@testable import Check

/// Schemas written in tests, and what their plans find.
enum SchemaBench {
    /// Findings as `code row field`, those about titles first; codes without `check.`.
    static func findings(
        _ schema: String, _ columns: [String], _ rows: [[String?]], titles: [String]? = nil
    ) async throws -> [String] {
        try await findings(schema, over: Bench.relation(columns, rows), titles: titles)
    }

    static func findings(_ schema: String, over relation: Relation, titles: [String]? = nil) async throws -> [String] {
        let descriptor = try SchemaDescriptor(Data(schema.utf8), file: "schema.json")
        return try await Bench.withConnection { connection in
            let log = FindingLog(schema: "memory.main")
            try log.create(connection)
            let plan = SchemaPlan(descriptor, over: relation, titles: titles)
            for finding in plan.headerFindings + plan.startFindings { try log.add(finding, connection) }
            if plan.readsRows { try plan.checkRows(in: "memory.main", log, connection) }
            return try connection.rows("SELECT * FROM (\(log.relation.sql)) ORDER BY _row NULLS FIRST, field NULLS FIRST, code")
                .map { row in
                    [row.text("code")?.replacing("check.", with: ""), row.text("_row"), row.text("field")].compactMap { $0 }
                        .joined(separator: " ")
                }
        }
    }

    /// Which of some texts a field takes.
    static func accepted(_ field: String, _ texts: [String]) async throws -> [String] {
        let broken = try await findings("{\"fields\": [{\"name\": \"a\", \(field)}]}", ["a"], texts.map { [$0] })
        let rows = Set(broken.compactMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } })
        return texts.enumerated().filter { !rows.contains($0.offset + 2) }.map(\.element)
    }

    /// A schema of fields, each a name and its other properties.
    static func schema(_ fields: [(String, String)], _ more: String = "") -> String {
        let list = fields.map { "{\"name\": \"\($0.0)\"\($0.1.isEmpty ? "" : ", " + $0.1)}" }.joined(separator: ", ")
        return "{\"fields\": [\(list)]\(more.isEmpty ? "" : ", " + more)}"
    }
}
