import DuckDB
import Foundation
import Territory
import Testing

@testable import Check

@Suite("The log of findings")
struct FindingLogTests {
    private func report(examples: Int, _ fill: @escaping @Sendable (FindingLog, Connection) throws -> Void) async throws -> Report
    {
        try await Bench.withConnection { connection in
            try connection.execute("CREATE SCHEMA memory.\"work é\"")
            let log = FindingLog(schema: "memory.\"work é\"")
            try log.create(connection)
            try fill(log, connection)
            return try log.report(kinds: StorageFindings.all, examples: examples, connection)
        }
    }

    @Test("counts a million findings exactly and shows the first of each kind, in the order of the file")
    func counts() async throws {
        let report = try await report(examples: 3) { log, connection in
            try log.add(
                Relation(
                    sql: """
                        SELECT 'check.wrong-type' AS code, 'error' AS severity, 'b.csv' AS _source, 1000001 - range AS _row, 'montant' AS field,
                               range::VARCHAR AS value, ? AS detail FROM range(1000000)
                        """, parameters: ["int"], columns: []), connection)
            try log.add(
                Finding(
                    code: "check.wrong-type", severity: .error, source: "a.csv", row: 9, field: "montant", value: "x",
                    detail: "int"), connection)
        }
        #expect(report.groups.count == 1 && report.errors == 1_000_001 && report.groups[0].count == 1_000_001)
        #expect(report.groups[0].examples.map { "\($0.source ?? "") \($0.row ?? 0)" } == ["a.csv 9", "b.csv 2", "b.csv 3"])
        #expect(report.groups[0].what.english == "\"x\" cannot be read as int in \"montant\"")
        #expect(!report.isConform)
    }

    @Test("puts errors first, the most frequent first, and is the same each time")
    func order() async throws {
        let reports = try await withThrowingTaskGroup(of: [String].self) { group in
            for turn in 0..<4 {
                group.addTask {
                    try await self.report(examples: 1) { log, connection in
                        var findings: [Finding] = []
                        for (code, severity, field, count) in [
                            ("check.undeclared-column", FindingKind.Severity.note, "x" as String?, 9),
                            ("check.missing-value", .error, "b", 2),
                            ("check.missing-value", .error, "a", 2), ("check.wrong-type", .error, "c", 3),
                            ("check.missing-column", .warning, nil, 5),
                        ] {
                            findings += (1...count).map {
                                Finding(code: code, severity: severity, source: "f", row: $0, field: field)
                            }
                        }
                        for finding in turn % 2 == 0 ? findings : findings.reversed() { try log.add(finding, connection) }
                    }.groups.map { "\($0.code) \($0.field ?? "-") \($0.count) \($0.examples.map { $0.row ?? 0 })" }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(reports).count == 1)
        #expect(
            reports.first == [
                "check.wrong-type c 3 [1]", "check.missing-value a 2 [1]", "check.missing-value b 2 [1]",
                "check.missing-column - 5 [1]",
                "check.undeclared-column x 9 [1]",
            ])
    }

    @Test("is conform when nothing is an error, and empty when nothing was found")
    func verdict() async throws {
        let empty = try await report(examples: 10) { _, _ in }
        #expect(empty.isConform && empty.groups.isEmpty)
        let noted = try await report(examples: 10) { log, connection in
            try log.add(Finding(code: "check.undeclared-column", severity: .note, field: "x"), connection)
            try log.add(Finding(code: "check.missing-column", severity: .warning, field: "y"), connection)
        }
        #expect(noted.isConform && noted.notes == 1 && noted.warnings == 1)
        let copy = try JSONDecoder().decode(Report.self, from: JSONEncoder().encode(noted))
        #expect(copy.groups.map(\.code) == noted.groups.map(\.code))
    }

    @Test("keeps a finding whose kind it does not know, under its code")
    func unknownKind() async throws {
        let report = try await report(examples: 1) { log, connection in
            try log.add(Finding(code: "check.new", severity: .error, value: "{field}"), connection)
        }
        #expect(report.groups[0].what.french == "check.new" && report.groups[0].examples[0].value == "{field}")
    }

    @Test("says where a finding is, in both languages")
    func whereabouts() {
        let finding = Finding(code: "c", severity: .error, source: "x.csv", row: 12, field: "montant")
        #expect(finding.whereabouts(in: .french) == "x.csv, ligne 12, montant")
        #expect(finding.whereabouts(in: .english) == "x.csv, row 12, montant")
        #expect(Finding(code: "c", severity: .error).whereabouts(in: .french) == "")
    }
}
