import DuckDB
import Foundation
import Support
import Testing

@testable import Query

@Suite("CQL2")
struct CQL2Tests {
    /// A line of the table: an example, its text and its JSON.
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let json: String
        var testDescription: String { name }

        static let all: [Example] = {
            let file = Seed.folder.appending(path: "cql2.tsv")
            let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").dropFirst()
            return lines.map { line in
                let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                return Example(name: cells[0], text: cells[1], json: cells[2])
            }
        }()
    }

    static let subject = CQL2.Subject(Seed.table, place: .point(Seed.fields[11]))

    static func found(
        _ filter: String, _ form: CQL2.Form = .text, in system: ReferenceSystem = .longitudeLatitude,
        over subject: CQL2.Subject = subject
    ) async throws -> [Int] {
        var plan = QueryPlan(outputs: [Output(Seed.fields[0])])
        plan.filter = try CQL2.predicate(filter, form, over: subject, in: system, now: Seed.now)
        return try await Seed.rows(try plan.compiled(over: Seed.table)).compactMap { $0[0].integer }
    }

    @Test("the standard's own examples are read, and say the same in JSON", arguments: Example.all)
    func examples(_ example: Example) throws {
        // `avg(windSpeed)` alone is a value and `Foo(…)` no function of ours: their grammar is right all the same.
        func plain(_ text: String) -> String { text.replacing(".000000Z", with: "Z") }
        let node = try CQLParser.node(plain(example.text), .text, "filter")
        #expect(try CQLJSON.node(plain(example.json), "filter") == node, "\(example.text)")
    }

    @Test("there are all of them")
    func count() { #expect(Example.all.count == 120) }

    @Test(
        "basic: comparisons, null, truth and logic",
        arguments: [
            ("ville = 'Paris'", [1, 2, 13, 17, 18]), ("population >= 450 AND NOT (actif = TRUE)", [3, 15]),
            ("NOT actif AND population < 0", [16]), ("ville IS NULL", [6]), ("position IS NULL", [6, 17]),
            ("geometry IS NOT NULL AND id < 4", [1, 2, 3]), ("actif AND id < 6", [1, 2, 5]),
            ("(id = 1 OR id = 2) AND id <> 1", [2]), ("jour = DATE('2020-10-25')", [13, 14]),
            ("releve > TIMESTAMP('2025-06-15T12:00:00Z')", [18]), ("jour < DATE('2000-01-01')", [10]),
            ("tags = 'eau'", [1, 2, 9, 12, 18]),
            ("\"1_uai\" = 'U3'", [3]), ("nom = 'Maison de l''eau'", [6]), ("nom = 'Maison de l\\'eau'", [6]),
        ] as [(String, [Int])])
    func basic(_ filter: String, _ expected: [Int]) async throws {
        #expect(try await Self.found(filter) == expected)
    }

    @Test(
        "advanced comparison operators, and comparisons without case or accents",
        arguments: [
            ("nom LIKE 'film%'", [13, 14]), ("nom LIKE '100\\% b_o'", [11]), ("nom NOT LIKE '%e%' AND id < 15", [5, 11, 13]),
            ("tags LIKE 's%'", [3, 9, 10, 20]), ("id BETWEEN 2 AND 3", [2, 3]), ("id NOT BETWEEN 2 AND 20", [1]),
            ("ville IN ('Lyon', 'Lille')", [3, 14]), ("CASEI(ville) = CASEI('LYON')", [3, 4]),
            ("ACCENTI(CASEI(nom)) LIKE ACCENTI(CASEI('École%'))", [1, 5, 20]), ("CASEI(ville) IN (CASEI('ÉVRY'), 'x')", [19]),
        ] as [(String, [Int])])
    func advanced(_ filter: String, _ expected: [Int]) async throws { #expect(try await Self.found(filter) == expected) }

    @Test(
        "arithmetic and properties beside properties",
        arguments: [
            ("population + 1 = 121", [1]), ("population % 100 = 50 AND id < 19", [2]),
            ("montant = population", [5, 12, 17, 19, 20]), ("population div 100 = 4", [2]), ("id ^ 2 = 9", [3]),
            ("-id > -3", [1, 2]), ("montant * 2 - 1 = 20", [1]), ("population / 0 > 1", []),
        ] as [(String, [Int])])
    func arithmetic(_ filter: String, _ expected: [Int]) async throws { #expect(try await Self.found(filter) == expected) }

    @Test(
        "spatial functions, on points and on shapes",
        arguments: [
            ("S_INTERSECTS(geometry, POINT(2.35 48.85))", [1]), ("S_INTERSECTS(position, BBOX(4,45,5,46))", [3, 4]),
            ("S_WITHIN(position, POLYGON((2 48,3 48,3 49,2 49,2 48))) AND id < 9", [1, 2, 8]),
            ("S_DISJOINT(position, BBOX(-180,0,180,90))", [9]), ("S_CONTAINS(zone, POINT(2.5 48.5))", [1]),
            ("S_TOUCHES(zone, LINESTRING(3 48, 4 48))", [1]), ("S_CROSSES(zone, LINESTRING(2.2 48.9, 2.5 48.8))", [2]),
            ("S_OVERLAPS(zone, BBOX(-0.5,44.5,1,46))", [7]), ("S_EQUALS(position, POINT(2.36 48.86))", [2]),
            ("S_INTERSECTS(zone, position) AND id < 3", [1]), ("S_WITHIN(POINT(1 1), BBOX(0,0,2,2)) AND id = 1", [1]),
            ("S_CONTAINS(POLYGON((2 48,3 48,3 49,2 49,2 48)), position) AND id = 1", [1]),
        ] as [(String, [Int])])
    func spatial(_ filter: String, _ expected: [Int]) async throws { #expect(try await Self.found(filter) == expected) }

    @Test("spatial functions take coordinates of each system: filter-crs")
    func systems() async throws {
        let latitudeFirst = "S_INTERSECTS(geometry, BBOX(45,4,46,5))"
        #expect(try await Self.found(latitudeFirst, in: .latitudeLongitude) == [3, 4])
        let lambert =
            "S_INTERSECTS(geometry, POLYGON((840000 6510000,850000 6510000,850000 6525000,840000 6525000,840000 6510000)))"
        #expect(try await Self.found(lambert, in: .lambert93) == [3, 4])
        let mercator =
            "S_INTERSECTS(geometry, POLYGON((536000 5740000,542000 5740000,542000 5750000,536000 5750000,536000 5740000)))"
        #expect(try await Self.found(mercator, in: .webMercator) == [3, 4])
    }

    @Test(
        "temporal functions, with instants, intervals and open ends",
        arguments: [
            ("T_AFTER(jour, DATE('2025-05-15'))", [17, 18]), ("T_BEFORE(jour, DATE('2019-12-31'))", [10]),
            ("T_DURING(jour, INTERVAL('2020-01-15', '2020-08-14'))", [2, 7, 12]),
            ("T_INTERSECTS(jour, INTERVAL('2020-01-15', '2020-08-14'))", [1, 2, 3, 7, 12]),
            ("T_EQUALS(jour, DATE('2020-10-25'))", [13, 14]),
            ("T_INTERSECTS(releve, INTERVAL('2025-01-01', '..'))", [17, 18, 19]),
            ("T_DISJOINT(jour, INTERVAL('1980-01-01', '..'))", [10]),
            ("T_BEFORE(INTERVAL(jour, releve), TIMESTAMP('1980-01-01T00:00:00Z'))", [10]),
            ("T_DURING(INTERVAL('2020-01-02','2020-01-03'), INTERVAL('2020-01-01','2020-01-05')) AND id = 1", [1]),
            ("T_MEETS(INTERVAL('2020-01-01','2020-01-15'), INTERVAL(jour, '..'))", [1]),
            ("T_STARTS(INTERVAL(jour, releve), INTERVAL('2020-01-15','2021-01-01'))", [1]),
        ] as [(String, [Int])])
    func temporal(_ filter: String, _ expected: [Int]) async throws { #expect(try await Self.found(filter) == expected) }

    @Test(
        "array functions",
        arguments: [
            ("A_CONTAINS(tags, ('eau', 'été'))", [1, 12]), ("A_OVERLAPS(tags, ('mer', 'livre'))", [5, 8, 15]),
            ("A_EQUALS(('art', 'eau'), tags)", [18]), ("A_CONTAINEDBY(notes, (1, 2)) AND id < 6", [1, 3, 5]),
        ] as [(String, [Int])])
    func arrays(_ filter: String, _ expected: [Int]) async throws { #expect(try await Self.found(filter) == expected) }

    @Test(
        "JSON finds what text finds",
        arguments: [
            (
                "{\"op\":\"and\",\"args\":[{\"op\":\"=\",\"args\":[{\"property\":\"ville\"},\"Paris\"]},{\"op\":\"<\",\"args\":[{\"property\":\"id\"},3]}]}",
                [1, 2]
            ),
            (
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Point\",\"coordinates\":[2.35,48.85]}]}",
                [1]
            ),
            (
                "{\"op\":\"t_during\",\"args\":[{\"property\":\"jour\"},{\"interval\":[\"2020-01-15\",\"2020-08-14\"]}]}",
                [2, 7, 12]
            ),
            ("{\"op\":\"like\",\"args\":[{\"property\":\"nom\"},\"a\\\\\"]}", []),
            ("{\"op\":\"in\",\"args\":[{\"property\":\"id\"},[4,5]]}", [4, 5]),
        ] as [(String, [Int])])
    func json(_ filter: String, _ expected: [Int]) async throws { #expect(try await Self.found(filter, .json) == expected) }

    @Test(
        "SQL-92 of GeoServices finds the same",
        arguments: [
            ("1=1 AND ID < 3", [1, 2]), ("UPPER(ville) LIKE 'LYON%'", [3, 4]), ("jour >= DATE '2025-06-01'", [17, 18]),
            ("releve > TIMESTAMP '2025-06-15 12:00:00'", [18]), ("ville != 'Paris' AND id < 5", [3, 4]),
            ("nom = 'L''été à Nîmes'", [12]),
            ("jour > CURRENT_DATE", [18]),
        ] as [(String, [Int])])
    func sql(_ filter: String, _ expected: [Int]) async throws { #expect(try await Self.found(filter, .sql) == expected) }

    @Test(
        "what cannot be read is refused with its place",
        arguments: [
            ("ville =", 7), ("ville = 'Paris", 14), ("vile = 'x'", 0), ("id ~ 3", 3), ("id IN 3", 6), ("id IS 3", 6),
            ("(id = 1", 7),
            ("id = 1 id", 7), ("S_INTERSECTS(geometry, POLYGON((0 0, 1 1)))", 23), ("POINT(1 1)", nil), ("nom + 1 = 2", 4),
            ("f(id) = 1", 0), ("S_WITHIN(nom, POINT(1 1))", 9), ("DATE('hier') = jour", nil), ("id", 0), ("position = 1", 9),
        ] as [(String, Int?)])
    func refusals(_ filter: String, _ position: Int?) {
        do {
            _ = try CQL2.predicate(filter, .text, over: Self.subject)
            Issue.record("\(filter) was accepted")
        } catch {
            #expect(error.position == position && error.clause == "filter", "\(filter): \(error.detail)")
        }
    }

    @Test("no private field, no depth and no length gets through, in either form")
    func bounds() {
        for filter in [
            "secret = 'private'", String(repeating: "(", count: 5_000), String(repeating: "NOT ", count: 5_000) + "actif",
            "id = 1" + String(repeating: " OR id = 1", count: 20_000), "nom = '\0'",
            "-" + String(repeating: "-", count: 3_000) + "id = 1",
        ] {
            #expect(throws: QueryFault.self) { try CQL2.predicate(filter, .text, over: Self.subject) }
        }
        for filter in [
            "", "{", "null", "{\"op\":\"=\"}", "{\"op\":\"and\",\"args\":[null]}", String(repeating: "[", count: 5_000),
            "{\"property\":\"secret\"}", "{\"op\":\"not\",\"args\":[]}", "{\"a\":1}",
        ] {
            #expect(throws: QueryFault.self) { try CQL2.predicate(filter, .json, over: Self.subject) }
        }
    }
}
