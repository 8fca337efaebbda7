import DuckDB
import Foundation
import Query
import Testing

@Suite("An index of words")
struct WordIndexTests {
    @Test(
        "finds what a scan of the texts finds",
        arguments: [
            "'ecole'", "'film*'", "'eau paris'", "'75'", "'2'", "search(nom, 'bok of secret')", "search('marsei')",
            "search(tags, 'ete')",
            "suggest(nom, ville, 'pa')", "suggest('saint d')", "nom like '%ilm%'", "nom like '*drome'", "nom like 'ecol%'",
            "not 'ecole'",
            "'france' and not 'paris'", "tags like 'eau'", "search(nom, 'é')", "'œuvre'",
        ])
    func same(_ condition: String) async throws {
        let scanned = try await Seed.identifiers(where: condition)
        #expect(try await Seed.identifiers(where: condition, over: Seed.indexed) == scanned)
        let plan = try ODSQL.plan(Seed.request(where: condition), over: Seed.indexed)
        #expect(try plan.compiled(over: Seed.indexed).sql.contains("seed_words") || condition == "'2'" || condition == "'75'")
    }

    @Test("is not asked for phrases, whose words must stand in a row")
    func phrases() async throws {
        let filter = try SearchV1.predicate("\"jean moulin\"", over: Seed.indexed, now: Seed.now, zone: .utc)
        let plan = QueryPlan(outputs: [Output(Seed.fields[0])], filter: filter)
        #expect(try await Seed.rows(plan.compiled(over: Seed.indexed)).compactMap { $0[0].integer } == [3])
    }
}

@Suite("Time zones")
struct ZoneTests {
    @Test("that are accepted are known to the engine, and no other name is")
    func names() async throws {
        let names = TimeZone.knownTimeZoneIdentifiers.filter { Zone($0) != nil } + ["Asia/Kolkata", "Etc/GMT+3"]
        #expect(names.count > 300)
        for name in names.enumerated().filter({ $0.offset % 10 == 0 || $0.offset > names.count - 3 }).map(\.element) {
            var request = Seed.request(select: "releve, hour(releve) as h")
            request.setting.zone = try #require(Zone(name))
            #expect(try await HostileTests.survives(request, name))
        }
        for name in [
            "", "Mars/Olympus", "posix/Europe/Paris", "../etc/passwd", "Europe/Paris'", "Europe", "Europe/", "localtime",
            "+01:00",
        ] {
            #expect(Zone(name) == nil, "\(name)")
        }
    }

    @Test("give each wall clock its instant, through the changes of spring and autumn")
    func changes() async throws {
        for (condition, expected) in [
            ("releve = date'2020-10-25T02:30'", [13]),
            ("releve >= date'2023-03-26T03:00' and releve < date'2023-03-26T03:01'", [16]),
            ("releve = date'2023-03-26'", [16]),
        ] {
            var request = Seed.request(where: condition, select: "id")
            request.setting.zone = try #require(Zone("Europe/Paris"))
            let plan = try ODSQL.plan(request, over: Seed.table)
            #expect(try await Seed.rows(plan.compiled(over: Seed.table)).compactMap { $0[0].integer } == expected, "\(condition)")
        }
    }
}
