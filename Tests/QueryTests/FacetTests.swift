import DuckDB
import Query
import Testing

@Suite("Facets")
struct FacetTests {
    private static func answer(
        _ facets: [String], refine: [String] = [], exclude: [String] = [], where filter: String? = nil, zone: Zone = .utc,
        over table: QueryTable = Seed.table
    ) async throws -> [FacetAnswer] {
        var request = Seed.request(where: filter)
        request.refine = refine
        request.exclude = exclude
        request.setting.zone = zone
        let plan = try ODSQL.facets(facets, request, over: table)
        return FacetAnswer.read(try await Seed.rows(plan.compiled(over: table)), of: plan)
    }

    private static func lines(_ values: [FacetAnswer.Value], _ indent: String = "") -> [String] {
        values.flatMap { value in
            let state = value.state == .displayed ? "" : " \(value.state.rawValue)"
            return ["\(indent)\(value.name) \(value.count)\(state)"] + lines(value.values, indent + "  ")
        }
    }

    @Test("without a name are every facet field, the most frequent values first, nulls nowhere")
    func all() async throws {
        let answers = try await Self.answer([])
        #expect(answers.map(\.name) == ["ville", "code", "actif", "jour", "releve", "tags", "chemin"])
        #expect(Self.lines(answers[0].values).prefix(3) == ["Paris 5", "Marseille 2", "Saint-Denis 2"])
        #expect(Self.lines(answers[2].values) == ["true 9", "false 7"])
        #expect(answers[0].values.map(\.count).reduce(0, +) == 19)
    }

    @Test("count under the other filters")
    func filtered() async throws {
        let answers = try await Self.answer(["code", "actif"], refine: ["ville:Paris"], where: "population > 20")
        #expect(Self.lines(answers[0].values) == ["01 2", "02 2"])
        #expect(Self.lines(answers[1].values) == ["true 4"])
    }

    @Test(
        "counted by codes are those counted by values",
        arguments: [nil, "population > 20", "ville is null", "id < 0"] as [String?],
        [[], ["ville:Paris"], ["code:01", "code:02"], ["chemin:France"], ["ville:Paris", "code:01"]])
    func codes(filter: String?, refine: [String]) async throws {
        for exclude in [[], ["ville:Lyon"]] {
            for facets in [["ville", "code"], ["chemin"], []] {
                let plain = try await Self.answer(facets, refine: refine, exclude: exclude, where: filter)
                let coded = try await Self.answer(facets, refine: refine, exclude: exclude, where: filter, over: Seed.coded)
                #expect(plain == coded)
            }
        }
    }

    @Test("narrow under their own refinement, or stay in sight when they are disjunctive")
    func disjunctive() async throws {
        #expect(Self.lines(try await Self.answer(["ville"], refine: ["ville:Paris"])[0].values) == ["Paris 5 refined"])
        let codes = try await Self.answer(["code"], refine: ["code:01"])[0]
        #expect(Self.lines(codes.values).prefix(3) == ["01 4 refined", "02 2", "03 2"])
        let asked = try await Self.answer(
            ["facet(name=\"ville\", disjunctive=true)", "code"], refine: ["ville:Paris", "ville:Lyon"])
        #expect(Self.lines(asked[0].values).prefix(2) == ["Paris 5 refined", "Marseille 2"])
        #expect(asked[1].values.map(\.count).reduce(0, +) == 6)
    }

    @Test("keep what is excluded in sight, with its count")
    func excluded() async throws {
        let answer = try await Self.answer(["ville", "code"], exclude: ["ville:Paris"])
        #expect(Self.lines(answer[0].values).first == "Paris 5 excluded")
        #expect(answer[1].values.first { $0.name == "01" }?.count == 2)
    }

    @Test("open one level below what is refined")
    func levels() async throws {
        let top = try await Self.answer(["chemin"])[0]
        #expect(Self.lines(top.values) == ["France 18", "Royaume-Uni 1"])
        let below = try await Self.answer(["chemin"], refine: ["chemin:France/Île-de-France"])[0]
        #expect(
            Self.lines(below.values) == [
                "France 7", "  Île-de-France 7 refined", "    Paris 4", "    Évry 2", "    Saint-Denis 1",
            ])
        #expect(below.values[0].values[0].values[0].path == "France/Île-de-France/Paris")
        let flat = try await Self.answer(["facet(name=\"chemin\", hierarchical=false)"])[0]
        #expect(flat.values.first?.name == "France/Île-de-France/Paris")
    }

    @Test("of dates are years, then months, then days, on the clock of the request")
    func dates() async throws {
        let years = try await Self.answer(["facet(name=\"jour\", sort=\"-alphanum\", limit=2)"])[0]
        #expect(Self.lines(years.values) == ["2025 3", "2024 2"])
        let months = try await Self.answer(["facet(name=\"jour\", sort=\"alphanum\")"], refine: ["jour:2020/08"])[0]
        #expect(Self.lines(months.values) == ["2020 2", "  08 2 refined", "    01 1", "    14 1"])
        let local = try await Self.answer(
            ["releve"], refine: ["releve:2021"], zone: try #require(Zone("Europe/Paris")))[0]
        #expect(Self.lines(local.values) == ["2021 2 refined", "  01 2"])
    }

    @Test("of lists count each value")
    func lists() async throws {
        let tags = try await Self.answer(["facet(name='tags', sort=alphanum)"], where: "ville = 'Paris'")[0]
        #expect(Self.lines(tags.values) == ["art 2", "eau 3", "été 1"])
    }

    @Test(
        "that cannot be read are refused",
        arguments: [
            "foo", "position", "facet(name=\"foo\")", "facet()", "facet(name=\"ville\", sort=\"rien\")",
            "facet(name=\"ville\", limit=-1)", "facet(ville)", "count(*)", "facet(name=\"ville\", couleur=1)",
        ])
    func refusals(_ text: String) async throws {
        await #expect(throws: QueryFault.self) { try await Self.answer([text]) }
    }
}
