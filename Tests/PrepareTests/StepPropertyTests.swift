import DuckDB
import Foundation
import Support
import Testing

@testable import Prepare
@testable import Territory

@Suite("What holds of every step")
struct StepPropertyTests {
    private typealias All = StepDeclarations

    @Test("every step of the registry is in the table")
    func complete() {
        #expect(Set(StepDeclarations.recipes.keys) == Set(Registry.specs.map(\.name)))
        for (step, yaml) in StepDeclarations.recipes { #expect(yaml.contains("- \(step):"), "\(step)") }
    }

    @Test("no rows give no rows, no findings, and the columns announced", arguments: StepDeclarations.steps)
    func noRows(_ step: String) async throws {
        try await Bench.withConnection { connection in
            let outcome = try Ran(step, over: Bench.relation(All.columns, []), on: connection)
            // The file of append has rows and findings of its own.
            if step != "append" { #expect(outcome.rows.isEmpty && outcome.findings.isEmpty) }
        }
    }

    @Test("rows without any value are no trouble", arguments: StepDeclarations.steps)
    func nulls(_ step: String) async throws {
        try await Bench.withConnection { connection in
            for count in [1, 7] {
                let none = [String?](repeating: nil, count: All.columns.count)
                let outcome = try Ran(
                    step, over: Bench.relation(All.columns, .init(repeating: none, count: count)), on: connection)
                #expect(outcome.strangers.isEmpty)
            }
        }
    }

    @Test("names with accents, quotes, spaces and semicolons give the rows of plain names", arguments: StepDeclarations.steps)
    func names(_ step: String) async throws {
        try await Bench.withConnection { connection in
            let rows = All.rows(30, seed: 11)
            let plain = try Ran(step, over: Bench.relation(All.columns, rows), on: connection)
            let difficult = try Ran(step, over: Bench.relation(All.difficult, rows), named: All.difficult, on: connection)
            #expect(difficult.strangers.isEmpty)
            // These write the names of columns into cells, or look for columns by name.
            if ["append", "merge", "transpose", "unpivot"].contains(step) { return }
            #expect(difficult.rows == plain.rows && difficult.findings.count == plain.findings.count)
        }
    }

    @Test(
        "a row that comes out is one that came in, twice the same, whatever the threads", arguments: StepDeclarations.steps)
    func provenance(_ step: String) async throws {
        try await Bench.withConnection { connection in
            let relation = Bench.relation(All.columns, All.rows(60, seed: 1))
            let once = try Ran(step, over: relation, on: connection)
            #expect(once.strangers.isEmpty)
            try connection.execute("SET threads = 4")
            let again = try Ran(step, over: relation, on: connection)
            try connection.execute("SET threads = 1")
            #expect(once.rows == again.rows && once.findings == again.findings)
        }
    }

    @Test("a step on the rows of two files keeps them apart", arguments: StepDeclarations.steps)
    func files(_ step: String) async throws {
        try await Bench.withConnection { connection in
            let rows = All.rows(20, seed: 5)
            let sources = rows.indices.map { $0 < 9 ? "a'.csv" : "é.csv" }
            let outcome = try Ran(step, over: Bench.relation(All.columns, rows, sources: sources), on: connection)
            #expect(outcome.strangers.isEmpty)
        }
    }

    @Test("a million rows go through", arguments: StepDeclarations.steps)
    func million(_ step: String) async throws {
        try await Bench.withConnection { connection in
            let compiled = try Bench.compile(
                try StepDeclarations.recipe(step), over: StepDeclarations.million(), on: connection)
            // Every column is looked at, or the engine would not make it.
            let seen = try connection.row(
                """
                SELECT count(*) AS n, bit_xor(hash(t)) AS all, count(*) FILTER (_source = 'data.csv' AND _row NOT BETWEEN 2 AND 1000001)
                AS wrong FROM (\(compiled.relation.sql)) AS t
                """, compiled.relation.parameters)
            #expect(seen?.integer("n") ?? 0 > 0)
            #expect(seen?.integer("wrong") == 0)
            for finding in compiled.findings {
                _ = try connection.row("SELECT count(*), bit_xor(hash(t)) FROM (\(finding.sql)) AS t", finding.parameters)
            }
        }
    }
}

/// What a step made of a relation.
private struct Ran {
    let rows: [[SQLValue]]
    let findings: [[SQLValue]]
    /// Rows and findings whose origin was not in the relation.
    let strangers: [String]

    init(
        _ step: String, over relation: Relation, named names: [String] = StepDeclarations.columns, on connection: Connection
    ) throws {
        let compiled = try Bench.compile(try StepDeclarations.recipe(step, over: names), over: relation, on: connection)
        let columns = try connection.columns(of: compiled.relation.sql, compiled.relation.parameters)
        #expect(columns == compiled.relation.columns + Relation.provenance, "\(step)")
        let found = try connection.rows(compiled.relation.sql, compiled.relation.parameters)
        let told = try compiled.findings.flatMap { try connection.rows($0.sql, $0.parameters) }
        let known = Set(try connection.rows(relation.sql, relation.parameters).map(Self.origin))
        strangers = (found + told).map(Self.origin).filter { !known.contains($0) && !$0.hasPrefix("lookups/append.csv") }
        rows = found.map(\.values)
        // Printed once each: sorting prints at every comparison otherwise.
        findings = told.map { (key: "\($0.values)", values: $0.values) }.sorted { $0.key < $1.key }.map(\.values)
    }

    private static func origin(_ row: Row) -> String { "\(row.text("_source") ?? "") \(row.integer("_row") ?? -1)" }
}
