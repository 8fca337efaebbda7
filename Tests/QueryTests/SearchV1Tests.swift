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

    @Test("analyses by value, by parts of dates, and by what comes back every week")
    func analysis() async throws {
        var analysis = Analysis(
            x: ["actif"],
            series: [
                Analysis.Series(name: "n", function: "count"),
                Analysis.Series(name: "p", function: "SUM", expression: "population"),
            ])
        analysis.filter = try SearchV1.predicate("ville==Paris", over: Seed.table, now: Seed.now, zone: .utc)
        #expect(
            try await Self.table(analysis.plan(over: Seed.table, now: Seed.now)) == ["x=false n=1 p=12", "x=true n=4 p=1599"])
        analysis.sort = "p"
        #expect(try await Self.table(analysis.plan(over: Seed.table, now: Seed.now)).first == "x=true n=4 p=1599")
        analysis = Analysis(x: ["jour"], series: [Analysis.Series(name: "n", function: "COUNT")])
        analysis.filter = try SearchV1.predicate("jour>=2025", over: Seed.table, now: Seed.now, zone: .utc)
        analysis.precision = "month"
        #expect(
            try await Self.table(analysis.plan(over: Seed.table, now: Seed.now)) == [
                "x.year=2025 x.month=5 n=1", "x.year=2025 x.month=6 n=2",
            ])
        analysis.periodic = "weekday"
        #expect(
            try await Self.table(analysis.plan(over: Seed.table, now: Seed.now)) == [
                "x.weekday=0 n=1", "x.weekday=3 n=1", "x.weekday=6 n=1",
            ])
        analysis = Analysis(
            x: ["ville", "code"],
            series: [Analysis.Series(name: "m", function: "QUANTILES", expression: "montant * 2", percent: 50)])
        analysis.filter = try SearchV1.predicate("ville==Lyon", over: Seed.table, now: Seed.now, zone: .utc)
        #expect(try await Self.table(analysis.plan(over: Seed.table, now: Seed.now)) == ["x.ville=Lyon x.code=01 m=199.98"])
        for function in ["avg", "MIN", "Max", "stddev"] {
            analysis.series = [Analysis.Series(name: "s", function: function, expression: "population")]
            #expect(try await Self.table(analysis.plan(over: Seed.table, now: Seed.now)).count == 1)
        }
        analysis.series = [Analysis.Series(name: "s", function: "sum", expression: "ville")]
        #expect(throws: QueryFault.self) { try analysis.plan(over: Seed.table, now: Seed.now) }
    }

    @Test("gives maps their clusters, bounds and kinds of geometry")
    func maps() async throws {
        let paris = try SearchV1.predicate("ville==Paris", over: Seed.table, now: Seed.now, zone: .utc)
        let bounds = try await Self.table(MapPlans.bounds(over: Seed.table, filter: paris))
        #expect(bounds == ["count=4 west=2.33 south=48.84 east=2.36 north=48.87"])
        let clusters = try MapPlans.clusters(
            over: Seed.table, filter: paris, zoom: 3,
            series: [Analysis.Series(name: "p", function: "sum", expression: "population")],
            now: Seed.now)
        let rows = try await Seed.rows(clusters.compiled(over: Seed.table))
        #expect(rows.count == 1 && rows[0][1] == .integer(4) && rows[0][2].integer == 611)
        #expect(try await Self.table(MapPlans.geometries(over: Seed.table, filter: .everything)) == ["type=Point count=18"])
    }
}
