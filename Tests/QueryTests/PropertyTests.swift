import DuckDB
import Query
import Support
import Testing

@Suite("Random queries")
struct PropertyTests {
    @Test("part the rows in two: those of a condition and those of its negation", arguments: 1...8)
    func partition(_ seed: Int) async throws {
        var expressions = RandomExpressions(UInt64(seed))
        for _ in 0..<25 {
            let condition = expressions.condition()
            let kept = try await count("where", condition)
            let left = try await count("where", "not (\(condition))")
            #expect(kept + left == 20, "\(condition)")
            let twice = try await Seed.identifiers(where: "not not (\(condition))")
            #expect(try await Seed.identifiers(where: condition) == twice, "\(condition)")
        }
    }

    @Test(
        "know an unknown field apart: equal, different and null make up all the rows",
        arguments: ["ville", "code", "nom", "1_uai"])
    func three(_ name: String) async throws {
        let equal = try await Seed.identifiers(where: "`\(name)` = 'Paris'")
        let different = try await Seed.identifiers(where: "`\(name)` != 'Paris'")
        let missing = try await Seed.identifiers(where: "`\(name)` is null")
        #expect((equal + different + missing).sorted() == Array(1...20))
    }

    @Test("give pages that join into the whole", arguments: 1...6)
    func pages(_ seed: Int) async throws {
        var expressions = RandomExpressions(UInt64(seed) &* 977)
        for _ in 0..<6 {
            var request = Seed.request(where: expressions.condition(), select: "id, ville, code")
            request.orderBy = expressions.order()
            if expressions.random.once(in: 3) {
                request.select = "count(*), sum(population)"
                request.groupBy = expressions.random.pick(["ville", "code, actif", "tags", "year(jour)", "range(population, 50)"])
                request.orderBy = nil
            }
            let whole = try await rows(request)
            var joined: [[SQLValue]] = []
            let size = expressions.random.number(1...7)
            for offset in stride(from: 0, to: whole.count + size, by: size) {
                var page = request
                page.limit = size
                page.offset = offset
                joined += try await rows(page)
            }
            #expect(joined == whole, "\(request)")
            let counted = try await Seed.rows(try ODSQL.plan(request, over: Seed.table).counted(over: Seed.table))
            #expect(counted[0][0].integer == whole.count)
        }
    }

    @Test("give facets that sum to the rows that have the value", arguments: 1...6)
    func facets(_ seed: Int) async throws {
        var expressions = RandomExpressions(UInt64(seed) &* 31)
        for _ in 0..<10 {
            let condition = expressions.condition()
            let request = Seed.request(where: condition)
            let plan = try ODSQL.facets(["ville", "code", "actif", "jour", "chemin"], request, over: Seed.table)
            let answers = FacetAnswer.read(try await Seed.rows(plan.compiled(over: Seed.table)), of: plan)
            for answer in answers {
                let total = answer.values.map(\.count).reduce(0, +)
                #expect(try await count("where", "(\(condition)) and \(answer.name) is not null") == total, "\(answer.name)")
            }
        }
    }

    @Test("stay the same when refined by each value of a facet in turn")
    func refined() async throws {
        for field in ["ville", "code", "actif", "chemin"] {
            let plan = try ODSQL.facets([field], Seed.request(), over: Seed.table)
            let answer = FacetAnswer.read(try await Seed.rows(plan.compiled(over: Seed.table)), of: plan)[0]
            for value in answer.values {
                var request = Seed.request(select: "count(*) as n")
                request.refine = ["\(field):\"\(value.path)\""]
                #expect(try await rows(request)[0][0].integer == value.count, "\(field) \(value.path)")
            }
        }
    }

    private func count(_ clause: String, _ condition: String) async throws -> Int {
        let plan = try ODSQL.plan(Seed.request(where: condition), over: Seed.table)
        return try await Seed.rows(plan.counted(over: Seed.table))[0][0].integer ?? -1
    }

    private func rows(_ request: ODSQL.Request) async throws -> [[SQLValue]] {
        try await Seed.rows(try ODSQL.plan(request, over: Seed.table).compiled(over: Seed.table)).map(\.values)
    }
}
