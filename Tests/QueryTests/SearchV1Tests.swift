import DuckDB
import Query
import Support
import Testing

@Suite("The v1 language")
struct SearchV1Tests {
    private static func found(_ query: String) async throws -> [Int] {
        let filter = try SearchV1.predicate(query, over: Seed.table, now: Seed.now, zone: .utc)
        let plan = QueryPlan(outputs: [Output(Seed.fields[0])], filter: filter)
        return try await Seed.rows(plan.compiled(over: Seed.table)).compactMap { $0[0].integer }
    }

    /// Results written by hand from `Expressions/rows.py`.
    @Test(
        "finds the rows that people look for",
        arguments: [
            ("film", [13, 14]), ("\"film\"", [13]), ("ECOLE", [1, 5, 20]), ("ecole paris", [1]), ("ecole AND paris", [1]),
            ("\"jean moulin\"", [3]),
            ("\"moulin jean\"", []), ("lyon OR nantes", [3, 4, 11]), ("ecole NOT paris", [5, 20]), ("NOT france", [6, 15]),
            ("(lyon OR nantes) AND creche", [4]),
            ("lyon OR nantes AND bio", [3, 4, 11]), ("ville:Paris", [1, 2, 13, 17, 18]), ("ville:\"Le Mans\"", [16]),
            ("ville=paris", [1, 2, 13, 17, 18]), ("ville==paris", []),
            ("ville==Paris code:01", [1, 17]), ("population>1000", [10, 15]), ("population >= 1000", [10, 15, 17]),
            ("population<0", [16]), ("population:75", [8, 9]),
            ("population:[29 TO 45]", [4, 13, 14]), ("population:]29 TO 45[", [4]), ("jour:2020/08", [3, 7]),
            ("jour:2020", [1, 2, 3, 7, 11, 12, 13, 14]), ("jour:2020/08/14", [3]), ("jour>=2025/06/15", [17, 18]),
            ("jour:[2022/03/12 TO 2022/04/27]", [8, 9]), ("releve>#now()", [18]), ("releve>=#now(months=-1)", [17, 18, 19]),
            ("releve<#now(years=-20)", [10]), ("releve > #now(weekday=MO(-1))", [17, 18]),
            ("#null(ville)", [6]), ("NOT #null(ville) AND actif:false", [3, 9, 12, 16, 18, 20]),
            ("#exact(ville,\"Paris\")", [1, 2, 13, 17, 18]), ("#exact(ville,\"paris\")", []),
            ("#startswith(nom,\"film\")", [13, 14]), ("#startswith(nom,\"Film\")", []), ("#search(nom,\"vict hug\")", []),
            ("#search(nom,\"victor hug\")", [2]), ("#search(nom,ville,\"paris\")", [1, 2, 13, 17, 18]),
            ("#search(*,\"marseil\")", [5, 10]),
            ("#distance(position,\"48.85,2.35\",2000)", [1, 2, 13]), ("#distance(position, 48.85, 2.35)", [1]),
            ("#polygon(position,\"(48,2),(48,3),(49,3),(49,2)\")", [1, 2, 8, 13, 18, 19, 20]),
            ("#geometry(zone,\"polygon\")", [1, 7]), ("#geometry(zone,LineString)", [2]),
            ("", Array(1...20)), ("   ", Array(1...20)), ("!!!", Array(1...20)), ("ecole)", [1, 5, 20]), ("(ecole", [1, 5, 20]),
            ("\"ecole", [1, 5, 20]), ("inconnu:valeur", []), ("population:abc", []), ("tags:eau AND tags:sport", [9]),
        ])
    func rows(_ query: String, _ expected: [Int]) async throws {
        #expect(try await Self.found(query) == expected)
    }

    @Test(
        "refuses functions that it cannot read",
        arguments: [
            "#foo(x)", "#null(foo)", "#null()", "#null(ville", "#", "#exact(ville)", "jour>#null(ville)", "jour>#now(siecle=1)",
            "#distance(ville,\"1,2\",3)", "#distance(position,\"a,b\",3)", "#polygon(position,\"(1,2)\")",
            String(repeating: "(", count: 200), String(repeating: "x ", count: 6_000), "a\u{0}b",
        ])
    func refusals(_ query: String) async throws {
        await #expect(throws: QueryFault.self) { try await Self.found(query) }
    }

    @Test("filters by place, latitude first")
    func places() async throws {
        for (kind, value, expected) in [
            ("distance", "48.85,2.35,2000", [1, 2, 13]),
            ("polygon", "(48,2),(48,3),(49,3),(49,2),(48,2)", [1, 2, 8, 13, 18, 19, 20]),
            ("bbox", "48.84,2.34,48.87,2.36", [1, 2, 13]),
            ("bbox", "-95,-300,95,300", [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20]),
        ] {
            let plan = QueryPlan(
                outputs: [Output(Seed.fields[0])], filter: try GeoFilter.predicate(kind, value, over: Seed.table))
            #expect(try await Seed.rows(plan.compiled(over: Seed.table)).compactMap { $0[0].integer } == expected, "\(kind)")
        }
        for value in ["", "1", "1,2,3,4,5", "a,b,c", "91,0,1", "0,181,1", "0,0,-1"] {
            #expect(throws: QueryFault.self) { try GeoFilter.predicate("distance", value, over: Seed.table) }
        }
    }

    @Test("sorts the largest first, unless a minus says otherwise")
    func sort() async throws {
        var plan = QueryPlan(outputs: [Output(Seed.fields[0])], limit: 3)
        plan.order = try SearchV1.order("population", over: Seed.table)
        #expect(try await Seed.rows(plan.compiled(over: Seed.table)).compactMap { $0[0].integer } == [15, 10, 17])
        plan.order = try SearchV1.order("-population", over: Seed.table)
        #expect(try await Seed.rows(plan.compiled(over: Seed.table)).compactMap { $0[0].integer } == [16, 5, 19])
        #expect(throws: QueryFault.self) { try SearchV1.order("position", over: Seed.table) }
    }

    private static func table(_ plan: QueryPlan) async throws -> [String] {
        let query = try plan.compiled(over: Seed.table)
        return try await Seed.rows(query).map { row in
            zip(query.columns, row.values).map { "\($0.name)=\($1.text ?? "∅")" }.joined(separator: " ")
        }
    }

    @Test("gives maps their bounds and kinds of geometry")
    func maps() async throws {
        let paris = try SearchV1.predicate("ville==Paris", over: Seed.table, now: Seed.now, zone: .utc)
        let bounds = try await Self.table(MapPlans.bounds(over: Seed.table, filter: paris))
        #expect(bounds == ["count=4 west=2.33 south=48.84 east=2.36 north=48.87"])
        #expect(try await Self.table(MapPlans.geometries(over: Seed.table, filter: .everything)) == ["type=Point count=18"])
    }
}
