import DuckDB
import Foundation
import Testing

@testable import Prepare
@testable import Territory

@Suite("Cases of the steps")
struct CaseTests {
    @Test("a case gives its rows and its findings", arguments: try Case.all())
    func run(_ it: Case) async throws {
        let outcome = try await Bench.withConnection { connection in try Outcome(of: it, on: connection) }
        #expect(outcome.table == it.expected)
        #expect(outcome.findings == it.findings)
        #expect(outcome.described == outcome.declared, "the columns a step announces are those of the engine")
    }

    @Test("each step has two cases at least")
    func everyStepHasCases() throws {
        let recipes = try Case.all().map(\.recipe)
        for spec in Registry.specs {
            let count = recipes.count { $0.contains("- \(spec.name):") }
            #expect(count >= 2, "\(spec.name)")
        }
    }
}

/// What a case gave, written as the case writes it.
struct Outcome: Sendable {
    private(set) var table: [String] = []
    private(set) var findings: [String] = []
    private(set) var declared: [Relation.Column] = []
    private(set) var described: [Relation.Column] = []

    init(of it: Case, on connection: Connection) throws {
        let compiled: CompiledRecipe
        do {
            compiled = try Bench.compile(it.recipe, over: it.relation, on: connection)
        } catch let fault as PrepareFault {
            let place = fault.place.map { "\($0.line):\($0.column)" } ?? "-"
            table = ["fault \(fault.code) \(place)"]
            return
        }
        let relation = compiled.relation
        declared = relation.columns + Relation.provenance
        described = try connection.columns(of: relation.sql, relation.parameters)
        let wanted = it.expected.first?.components(separatedBy: " | ") ?? []
        let shown = declared.filter { !["_source", "_row"].contains($0.name) || wanted.contains($0.name) }
        let header: [String] = shown.map { $0.isText || $0.name == "_row" ? $0.name : "\($0.name) : \($0.type)" }
        table = [Case.write(header)]
        for row in try connection.rows(relation.sql, relation.parameters) {
            table.append(Case.write(shown.map { Case.text(row[$0.name]) }))
        }
        for finding in compiled.findings {
            let names = ["code", "severity", "_row", "field", "value", "detail"]
            for row in try connection.rows(finding.sql, finding.parameters) {
                findings.append(Case.write(names.map { row[$0].text }))
            }
        }
        findings.sort()
    }
}
