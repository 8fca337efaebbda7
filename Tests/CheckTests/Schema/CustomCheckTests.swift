import Testing

@Suite("The national checks")
struct CustomCheckTests {
    /// A check of one text column, what it takes and what it refuses.
    struct Sample: Sendable {
        let check: String
        let taken: [String]
        let refused: [String]
    }

    private static func accepted(_ check: String, _ texts: [String], type: String = "string") async throws -> [String] {
        let schema = SchemaBench.schema([("a", "\"type\": \"\(type)\""), ("b", "")], "\"custom_checks\": [\(check)]")
        let broken = try await SchemaBench.findings(schema, ["a", "b"], texts.map { [$0, "x"] })
        let rows = Set(broken.compactMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } })
        return texts.enumerated().filter { !rows.contains($0.offset + 2) }.map(\.element)
    }

    @Test(
        "of one column take what Validata takes",
        arguments: [
            Sample(
                check: #"{"name": "french-siret-value", "params": {"column": "a"}}"#,
                taken: [
                    "21730065600014", "217 300 656 00014", "21.730.065.600.014", "00000000000000", "35600000000048",
                    "35600000049837", "",
                ],
                refused: ["21730065600015", "2173006560001", "1730065600014", "a1730065600014", "35600000049838"]),
            Sample(
                check: #"{"name": "french-siren-value", "params": {"column": "a"}}"#, taken: ["217300656", "217 300 656"],
                refused: ["217300657", "21730065", "21730065600014"]),
            Sample(
                check: #"{"name": "nomenclature-actes-value", "params": {"column": "a"}}"#,
                taken: ["Finances locales/Subventions", "LIBERTÉS PUBLIQUES ET POUVOIRS DE POLICE/x", "Urbanisme/"],
                refused: ["Finances locales", "Finances locales / x", "Finances locales/ x", "Finance/x", "Urbanisme /x"]),
            Sample(
                check: #"{"name": "year-interval-value", "params": {"column": "a"}}"#, taken: ["2019/2020", "2019/2020\n"],
                refused: ["2020/2019", "2019/2019", "2019", "2019-2020"]),
            Sample(
                check: #"{"name": "year-interval-value", "params": {"column": "a", "allow-year-only": "yes"}}"#,
                taken: ["2019/2020", "2019"], refused: ["2020/2019", "19"]),
            Sample(
                check: #"{"name": "opening-hours-value", "params": {"column": "a"}}"#,
                taken: [
                    "24/7", "Mo-Fr 08:00-18:00", "Mo-Fr 08:00-12:00,13:00-17:00; PH closed", "Mo-Su,PH 08:00-20:00",
                    "sunrise-sunset",
                    "Jan 1-Mar 3 10:00-12:00", "2020-2022 Mo 10:00-12:00", "Mo-Fr 08:00-18:00 || \"sur rdv\"",
                    "Mo[1] 10:00-12:00",
                ],
                refused: [
                    "true", "Mo-Fr 8:00-18:00", "Lu-Ve 08:00-18:00", "Mo - Fr 08:00-18:00", "Mo-Fr 08h00-18h00", "Mo 10:60-12:00",
                ]),
            Sample(
                check: #"{"name": "phone-number-value", "params": {"column": "a"}}"#,
                taken: [
                    "0033199002737", "115", "3949", "01 99 00 27 37", "+33 1 99 00 27 37", "01.99.00.27.37", "+44 20 7946 0958",
                    "(01) 99 00 27 37", "33199002737", "+33 (0)1 99 00 27 37", "+262 692 12 34 56", "+1 650 253 0000",
                    "0800123456", "tel 0199002737",
                ],
                refused: [
                    "012", "abc", "0199002737 / 0199002738", "01 99 00 27 37 poste 12", "+999 12345678", "0262 12 34 56",
                    "0692123456",
                ]),
        ])
    func column(_ sample: Sample) async throws {
        #expect(try await Self.accepted(sample.check, sample.taken + sample.refused) == sample.taken)
    }

    @Test("of coordinates know France, and France reversed")
    func coordinates() async throws {
        let schema = SchemaBench.schema(
            [("a", #""type": "geopoint""#), ("b", "")],
            #""custom_checks": [{"name": "french-gps-coordinates", "params": {"column": "a"}}]"#)
        let rows = ["2.35,48.85", "48.85,2.35", "55.5,-21.1", "-21.1,55.5", "10,0"].map { [$0, "x"] }
        #expect(
            try await SchemaBench.findings(schema, ["a", "b"], rows) == [
                "reversed-coordinates 3 a", "reversed-coordinates 5 a", "gps-coordinates 6 a",
            ])
    }

    @Test("compare two columns as numbers, dates or texts, and tell those that do not compare")
    func compared() async throws {
        let check =
            #""custom_checks": [{"name": "compare-columns-value", "params": {"column": "a", "op": ">=", "column2": "b"}}]"#
        let found = { (one: String, other: String, rows: [[String]]) in
            try await SchemaBench.findings(
                SchemaBench.schema([("a", "\"type\": \"\(one)\""), ("b", "\"type\": \"\(other)\"")], check), ["a", "b"], rows)
        }
        #expect(try await found("integer", "number", [["2", "1.5"], ["1", "1.5"], ["", "3"]]) == ["compared-columns 3 a"])
        #expect(
            try await found("date", "date", [["2020-01-02", "2020-1-1"], ["2019-01-01", "2020-01-01"]]) == [
                "compared-columns 3 a"
            ])
        #expect(try await found("string", "string", [["10", "9"], ["b", "a"], ["a", "b"]]) == ["compared-columns 4 a"])
        #expect(try await found("string", "integer", [["10", "9"], ["x", "9"]]) == ["incomparable-columns 3 a"])
    }

    @Test("on several columns add them up, fill them together, or want one of two")
    func several() async throws {
        let schema = SchemaBench.schema(
            [("t", #""type": "number""#), ("p", #""type": "number""#), ("q", #""type": "number""#), ("r", ""), ("s", "")],
            #"""
            "custom_checks": [{"name": "sum-columns-value", "params": {"column": "t", "columns": ["p", "q"]}},
            {"name": "cohesive-columns-value", "params": {"column": "r", "othercolumns": ["s"]}},
            {"name": "one-of-required", "params": {"column1": "p", "column2": "r"}}]
            """#)
        let found = try await SchemaBench.findings(
            schema, ["t", "p", "q", "r", "s"],
            [
                ["3", "1", "2", "a", "b"], ["4", "1", "2", "a", ""], ["3", "1.9", "1.9", "", ""], ["", "1", "2", "", ""],
                ["3", "", "2", "", ""],
            ])
        #expect(
            found == ["cohesive-columns 3 r", "sum-of-columns 3 t", "sum-of-columns 4 t", "one-of-required 6"])
    }

    @Test("say nothing without their columns, and tell the one they lack")
    func absent() async throws {
        let check =
            #""custom_checks": [{"name": "cohesive-columns-value", "params": {"column": "a", "othercolumns": ["b"]}}, {"name": "x"}]"#
        #expect(
            try await SchemaBench.findings(
                SchemaBench.schema([("a", ""), ("b", ""), ("c", "")], check), ["a", "c"], [["1", "x"]]) == [
                    "unknown-check", "missing-column b", "unusable-check b",
                ])
    }

    @Test("refuse a SIRET that the schema reads as a number")
    func number() async throws {
        #expect(
            try await Self.accepted(
                #"{"name": "french-siret-value", "params": {"column": "a"}}"#, ["21730065600014", "0", ""], type: "integer") == [
                    "0", "",
                ])
    }
}
