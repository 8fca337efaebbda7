import DuckDB
import Foundation
import Query
import Support
import Testing

@Suite("Hostile queries")
struct HostileTests {
    /// A query is refused with a fault of this room, or runs: the engine never complains.
    static func survives(_ request: ODSQL.Request, _ words: String) async throws -> Bool {
        guard let query = compiled(request) else { return false }
        try await run([(query, words)])
        return true
    }

    /// Nil when it is refused as it should be.
    static func compiled(_ request: ODSQL.Request) -> CompiledQuery? {
        do throws(QueryFault) {
            return try ODSQL.plan(request, over: Seed.table).compiled(over: Seed.table)
        } catch {
            return nil
        }
    }

    /// Runs them all, and tells those that the engine refuses.
    static func run(_ queries: [(query: CompiledQuery, words: String)]) async throws {
        let refused = try await Seed.engine().read { connection in
            queries.compactMap { query, words -> String? in
                do {
                    _ = try connection.rows(query.sql, query.parameters)
                    return nil
                } catch {
                    return "\(words.prefix(400)): \(error)\n\(query.sql.prefix(2_000))"
                }
            }
        }
        for words in refused { Issue.record("\(words)") }
    }

    private static let bombs = [
        "'; DROP TABLE seed; --", "\" OR 1=1 --", "') OR ('1'='1", "\\", "\\'", "'' OR ''", "%", "_", "$1", "?", "{}", "\u{202E}",
        "\u{0301}'\u{0301}",
        "a\nb", "\t", "${x}", "1e999999", "-0", "NaN", "inf", "((((", "[a-z", "\\d+(", ".*", "(?i)x{99999}", "🏳️‍🌈", "\u{FEFF}",
    ]

    @Test("are values when they stand in a value", arguments: bombs)
    func values(_ bomb: String) async throws {
        let json = try String(decoding: JSONEncoder().encode(bomb), as: UTF8.self)
        for condition in [
            "nom = \(json)", "nom like \(json)", "search(nom, \(json))", "suggest(\(json))", "startswith(*, \(json))", json,
            "tags = \(json)", "nom in (\(json), 'x')", "ifnull(nom, \(json)) = \(json)", "\(json) in tags",
        ] {
            #expect(try await Self.survives(Seed.request(where: condition), condition))
        }
        var request = Seed.request(select: "id")
        request.refine = ["ville:\(bomb)", "chemin:\"\(bomb)\""]
        request.legacy = [bomb, "nom:\(json)", "#exact(nom,\(json))"]
        _ = try await Self.survives(request, bomb)
        #expect(try await Seed.identifiers(where: "true").count == 20)
    }

    @Test("are unknown names when they stand in a name", arguments: bombs)
    func names(_ bomb: String) async throws {
        let quoted = "`" + bomb.replacing("\\", with: "\\\\").replacing("`", with: "\\`") + "`"
        for request in [
            Seed.request(where: "\(quoted) = 1"), Seed.request(select: quoted), Seed.request(select: "count(\(quoted))"),
        ] {
            #expect(try await !Self.survives(request, bomb))
        }
        // As an alias it is only a name.
        #expect(try await Self.survives(Seed.request(select: "nom as \(quoted)"), bomb))
        var request = Seed.request(select: "count(*) as \(quoted)")
        request.groupBy = "ville as v"
        request.orderBy = quoted
        request.limit = 10
        #expect(try await Self.survives(request, bomb))
    }

    @Test(
        "are refused when they are too deep, too long or too many",
        arguments: [
            String(repeating: "(", count: 10_000) + "1=1" + String(repeating: ")", count: 10_000),
            String(repeating: "not ", count: 10_000) + "actif", "nom = '" + String(repeating: "x", count: 1_000_000) + "'",
            String(repeating: "-", count: 10_000) + "1 = 1", "id = 1" + String(repeating: " + 1", count: 10_000),
            String(repeating: "lower(", count: 500) + "nom" + String(repeating: ")", count: 500) + " = 'a'",
            Array(repeating: "id = 1", count: 9_000).joined(separator: " or "), String(repeating: "[", count: 100_000),
            "nom = '\u{0}'", "nom = \u{0}", "id in (" + Array(repeating: "1", count: 20_000).joined(separator: ",") + ")",
            "id = 1e400", "geometry(zone, geom'" + String(repeating: "GEOMETRYCOLLECTION(", count: 5_000) + "')",
            "geometry(zone, geom'" + String(repeating: "[", count: 50_000) + "')",
        ])
    func excess(_ condition: String) async throws {
        #expect(try await !Self.survives(Seed.request(where: condition), condition))
    }

    @Test(
        "run when they are merely large",
        arguments: [
            Array(repeating: "id = 1", count: 1_900).joined(separator: " or "),
            Array(repeating: "not id = 1", count: 1_900).joined(separator: " and "),
            "id in (" + Array(repeating: "1", count: 9_000).joined(separator: ",") + ")",
            "nom = '" + String(repeating: "x", count: 90_000) + "'",
            String(repeating: "(", count: 90) + "actif" + String(repeating: ")", count: 90),
            "search('" + String(repeating: "mot ", count: 150) + "')",
            "id = 1" + String(repeating: " * 9223372036854775807", count: 90),
            "montant" + String(repeating: " * 1e300", count: 90) + " > 1",
            "id = 99999999999999999999999999", "id = -9223372036854775808", "year(jour) = 9223372036854775807",
            "population / 0 = 1", "length(nom) > 1e300",
        ])
    func large(_ condition: String) async throws {
        #expect(try await Self.survives(Seed.request(where: condition), condition))
    }

    @Test("in every other parameter are refused or run")
    func parameters() async throws {
        for bomb in Self.bombs + [String(repeating: "(", count: 5_000), String(repeating: "a,", count: 4_000)] {
            for keys in [\ODSQL.Request.select, \.groupBy, \.orderBy] {
                var request = Seed.request()
                request[keyPath: keys] = bomb
                _ = try await Self.survives(request, bomb)
            }
            var request = Seed.request()
            request.refine = [bomb]
            request.exclude = [bomb, "\(bomb):\(bomb)"]
            _ = try await Self.survives(request, bomb)
            #expect(Zone(bomb) == nil)
        }
    }

    @Test("of the private column, of another table or of the table's own columns name nothing")
    func strangers() throws {
        let secret = QueryField(name: "secret", type: .text)
        let plans = [
            QueryPlan(outputs: [Output(secret)]), QueryPlan(outputs: [], filter: .missing(.field(secret))),
            QueryPlan(outputs: [Output("n", .aggregate(.count, .field(secret)))]),
        ]
        for plan in plans { #expect(throws: QueryFault.self) { try plan.compiled(over: Seed.table) } }
        #expect(throws: QueryFault.self) { try FacetPlan([Facet(secret)]).compiled(over: Seed.table) }
    }
}
