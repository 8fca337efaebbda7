import DuckDB
import Territory
import Testing

@testable import Check

@Suite("The storage check")
struct StorageCheckTests {
    @Test("finds the rows without a value that is required, and a row each")
    func required() async throws {
        let check = StorageCheck(fields: [
            FieldDeclaration(name: "nom", type: .text, required: true),
            FieldDeclaration(name: "montant", type: .double, required: true),
        ])
        let findings = try await Bench.withConnection { connection in
            let relation = Bench.relation(["nom", "montant"], [["a", "1"], ["", "2"], [nil, "x"], ["b", nil]])
            return try Bench.findings(check.apply(to: relation).findings, connection)
        }
        #expect(
            findings == [
                "check.missing-value error 3 nom - ", "check.missing-value error 4 nom - ",
                "check.missing-value error 5 montant - ",
                "check.wrong-type error 4 montant x double",
            ])
    }

    @Test("finds declared columns that are absent, with the name that was probably meant")
    func missingColumns() {
        let check = StorageCheck(fields: [
            FieldDeclaration(name: "montant", required: true), FieldDeclaration(name: "objet"), FieldDeclaration(name: "nom"),
        ])
        let found = check.apply(to: Bench.relation(["Montant", "nom"], [["1", "a"]])).columnFindings
        #expect(
            found == [
                Finding(code: "check.missing-column", severity: .error, field: "montant", detail: "« Montant » ?"),
                Finding(code: "check.missing-column", severity: .warning, field: "objet", detail: ""),
                Finding(code: "check.undeclared-column", severity: .note, field: "Montant"),
            ])
    }

    @Test("says nothing of the columns of a dataset that declares none, and reads no row")
    func nothingDeclared() async throws {
        let outcome = StorageCheck(fields: []).apply(to: Bench.relation(["a", "B"], [["", "x"]]))
        #expect(outcome.columnFindings == [] && outcome.findings.isEmpty)
        #expect(outcome.relation.columns == [Relation.Column("a"), Relation.Column("B")])
        let row = try await Bench.withConnection { try $0.rows(outcome.relation.sql, outcome.relation.parameters)[0] }
        #expect(row.values == [.null, "x", "data.csv", 2])
    }

    @Test("keeps a column that already has its type, and finds what a typed column loses")
    func typedColumns() async throws {
        let relation = Relation(
            sql: "SELECT 1.5::DOUBLE AS a, 7::BIGINT AS b, DATE '2025-01-02' AS c, 'data.csv' AS _source, 2::BIGINT AS _row",
            columns: [
                Relation.Column("a", type: "DOUBLE"), Relation.Column("b", type: "BIGINT"), Relation.Column("c", type: "DATE"),
            ])
        let check = StorageCheck(fields: [
            FieldDeclaration(name: "a", type: .int), FieldDeclaration(name: "b", type: .double),
            FieldDeclaration(name: "c", type: .text),
        ])
        let (row, findings) = try await Bench.withConnection { connection in
            let outcome = check.apply(to: relation)
            return (try connection.rows(outcome.relation.sql)[0], try Bench.findings(outcome.findings, connection))
        }
        #expect(row.values == [.null, .double(7), "2025-01-02", "data.csv", 2])
        #expect(findings == ["check.wrong-type error 2 a 1.5 int"])
    }

    @Test("takes any name for a column")
    func names() async throws {
        let name = "Montant \"TTC\" (€) d'été"
        let check = StorageCheck(fields: [FieldDeclaration(name: name, type: .int, required: true)])
        let findings = try await Bench.withConnection { connection in
            try Bench.findings(check.apply(to: Bench.relation([name], [["x"], [nil]])).findings, connection)
        }
        #expect(findings == ["check.missing-value error 3 \(name) - ", "check.wrong-type error 2 \(name) x int"])
    }
}
