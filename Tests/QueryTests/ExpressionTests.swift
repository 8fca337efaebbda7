import DuckDB
import Foundation
import Query
import Territory
import Testing

@Suite("ODSQL")
struct ExpressionTests {
    @Test("finds the rows that Python finds", arguments: Case.all("where.tsv"))
    func rows(_ line: Case) async throws {
        var request = try line.read()
        request.select = "id"
        let plan = try ODSQL.plan(request, over: Seed.table)
        let found = try await Seed.rows(plan.compiled(over: Seed.table)).map { $0[0].text ?? "" }
        #expect(found.joined(separator: " ") == line.expected)
        var all = plan
        all.limit = nil
        all.offset = 0
        let count = try await Seed.rows(plan.counted(over: Seed.table))[0][0].integer
        #expect(try await Seed.rows(all.compiled(over: Seed.table)).count == count)
    }

    @Test("answers the values that Python computes", arguments: Case.all("answers.tsv"))
    func answers(_ line: Case) async throws {
        let plan = try ODSQL.plan(try line.read(), over: Seed.table)
        let query = try plan.compiled(over: Seed.table)
        let found = try await Seed.rows(query).map { row in Answer.list(row.values.map { Answer($0) }) }
        let json = try JSONSerialization.jsonObject(with: Data(line.expected.utf8))
        guard case .list(let table) = Answer(json: json), let names = table.first else {
            Issue.record("no table is expected")
            return
        }
        #expect(Answer.list(query.columns.map { .text($0.name) }) == names)
        #expect(found == Array(table.dropFirst()))
    }

    @Test("refuses what it cannot answer, in the words of the reference", arguments: Case.all("refused.tsv"))
    func refusals(_ line: Case) async throws {
        do {
            let plan = try ODSQL.plan(try line.read(), over: Seed.table)
            _ = try plan.compiled(over: Seed.table)
            Issue.record("accepted")
        } catch let fault as QueryFault {
            let words = "\(fault.exploreCode) \(fault.exploreMessage)"
            // Only the messages known from the reference are compared whole.
            #expect(line.expected.hasSuffix("…") ? words.hasPrefix(line.expected.dropLast()) : words == line.expected)
            #expect(!fault.remedy.french.isEmpty && !fault.what.french.isEmpty)
        }
    }

    @Test("has more than two hundred and fifty expressions in its tables")
    func size() {
        let count = ["where.tsv", "answers.tsv", "refused.tsv"].map { Case.all($0).count }.reduce(0, +)
        #expect(count >= 250)
    }
}
