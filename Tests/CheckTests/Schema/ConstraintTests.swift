import Testing

@Suite("The constraints of a Table Schema")
struct ConstraintTests {
    @Test("find each what breaks it, and say nothing of an empty cell but that it is required")
    func each() async throws {
        let schema = SchemaBench.schema([
            ("a", #""constraints": {"required": true, "minLength": 2, "maxLength": 3}"#),
            ("b", #""type": "integer", "constraints": {"minimum": 5, "maximum": "10"}"#),
            ("c", #""constraints": {"enum": ["x", "y"]}"#),
            ("d", #""constraints": {"pattern": "\\d{3}"}"#),
        ])
        let found = try await SchemaBench.findings(
            schema, ["a", "b", "c", "d"],
            [
                ["ab", "5", "x", "123"], ["a", "4", "z", "12"], ["abcd", "11", "X", "1234"], [nil, "7", "", ""],
                ["é€", "a", "y", "12a"],
            ])
        #expect(
            found == [
                "too-short 3 a", "below-minimum 3 b", "not-listed 3 c", "wrong-form 3 d", "too-long 4 a", "above-maximum 4 b",
                "not-listed 4 c", "wrong-form 4 d", "missing-value 5 a", "wrong-type 6 b", "wrong-form 6 d",
            ])
    }

    @Test("compare as values: 1.0 is 1, NaN is within no bound")
    func values() async throws {
        let schema = SchemaBench.schema([
            ("a", #""type": "number", "constraints": {"enum": ["1.0", 2]}"#),
            ("b", #""type": "number", "constraints": {"minimum": 0}"#),
            ("c", #""type": "date", "constraints": {"maximum": "2020-1-5"}"#),
        ])
        let found = try await SchemaBench.findings(
            schema, ["a", "b", "c"], [["1", "NaN", "2020-01-05"], ["3", "INF", "2020-01-06"], ["2.00", "-1", "2019-12-31"]])
        #expect(found == ["below-minimum 2 b", "not-listed 3 a", "above-maximum 3 c", "below-minimum 4 b"])
    }

    /// A pattern, texts that match and texts that do not, as Python's `re.match` of `^` + pattern + `$` says.
    struct Case: Sendable {
        let pattern: String
        let taken: [String]
        let refused: [String]
    }

    @Test(
        "match patterns as Python does, not as RE2",
        arguments: [
            Case(pattern: "1|2", taken: ["1zzz", "2"], refused: ["zz2"]),
            Case(pattern: #"\\w+"#, taken: ["été_9", "a\n"], refused: ["a b", "a\n\n", "-"]),
            Case(pattern: #"\\d{2}"#, taken: ["٣٤", "12"], refused: ["1", "123"]),
            Case(pattern: #"[\\u00C0-\\u00FF\\s\\-\\’]+"#, taken: ["é è-’"], refused: ["a"]),
            Case(pattern: #"(a|b)\\1"#, taken: ["aa", "bb"], refused: ["ab"]),
            // No regular expression: a fault of the schema, which refuses nothing.
            Case(pattern: "(", taken: ["a"], refused: []),
            Case(pattern: "[a-", taken: ["a"], refused: []),
            // More repetitions than RE2 makes.
            Case(pattern: "a{0,2000}", taken: ["aa"], refused: ["b"]),
            Case(pattern: "(?P<x>a)b", taken: ["ab"], refused: ["b"]),
            Case(pattern: "(?!x).+", taken: ["ab"], refused: ["xa"]),
            Case(pattern: #"^https?://[^|\\s]*$"#, taken: ["http://a"], refused: ["http://a b", "ftp://a"]),
            Case(pattern: #"(?:(?:^|\\|)(Itinérant|Fixe))+$"#, taken: ["Fixe|Itinérant"], refused: ["Fixe,Itinérant"]),
        ])
    func patterns(_ sample: Case) async throws {
        let field = "\"constraints\": {\"pattern\": \"\(sample.pattern)\"}"
        #expect(try await SchemaBench.accepted(field, sample.taken + sample.refused) == sample.taken)
    }

    @Test("look at each item of a list, and tell each broken rule once for a cell")
    func items() async throws {
        let schema = SchemaBench.schema([
            ("a", #""type": "array", "arrayItem": {"type": "string", "constraints": {"enum": ["x", "y"], "minLength": 1}}"#)
        ])
        let found = try await SchemaBench.findings(schema, ["a"], [[#"["x","y"]"#], [#"["z","z"]"#], ["[1]"], ["x"], ["[]"]])
        #expect(found == ["not-listed 3 a", "not-listed 4 a", "wrong-type 4 a", "wrong-type 5 a"])
    }

    @Test("tell a value that stands twice, and the row where it stood")
    func unique() async throws {
        let schema = SchemaBench.schema([("a", #""type": "integer", "constraints": {"unique": true}"#), ("b", "")])
        let found = try await SchemaBench.findings(
            schema, ["a", "b"], [["1", "x"], ["01", "x"], ["", "x"], ["", "x"], ["2", "x"]])
        #expect(found == ["repeated-value 3 a"])
    }
}
