import DuckDB
import Testing

@Suite("The types of a Table Schema")
struct TypeTests {
    /// A field, texts it takes, texts it refuses: as probed on validata-core 0.9.7.
    struct Sample: Sendable, CustomTestStringConvertible {
        let field: String
        let taken: [String]
        let refused: [String]
        var testDescription: String { field }

        init(_ field: String, takes taken: [String], refuses refused: [String]) {
            (self.field, self.taken, self.refused) = (field, taken, refused)
        }
    }

    static let samples = [
        Sample(#""type": "string""#, takes: ["a", " ", "1"], refuses: []),
        Sample(
            #""type": "string", "format": "uri""#,
            takes: ["http://", "a:b", "mailto:a", "https://a b.fr", "http://é.fr", #"c:\x"#],
            refuses: ["www.a.fr", "//x", "foo bar:x"]),
        Sample(
            #""type": "string", "format": "email""#, takes: ["a@b.fr", "A.B@C.FR", "é.a@mairie.fr", "a+b@x-y.org"],
            refuses: ["a@b", "a@localhost", "a@b-.fr", " a@b.fr", "a@@b.fr", "a"]),
        Sample(
            #""type": "string", "format": "uuid""#,
            takes: [
                "123e4567-e89b-12d3-a456-426614174000", "123E4567E89B12D3A456426614174000",
                "{123e4567-e89b-12d3-a456-426614174000}", "urn:uuid:123e4567-e89b-12d3-a456-426614174000",
            ], refuses: ["123e4567", "zzze4567-e89b-12d3-a456-426614174000"]),
        Sample(
            #""type": "integer""#, takes: [" 3 ", "+3", "1_0", "03", "٣", "-4", "12345678901234567890123456789012345678901"],
            refuses: ["3.0", "1e2", "1 000", "_1", "1__0", "-"]),
        Sample(
            #""type": "number""#,
            takes: [".5", "5.", "1e5", "+3", " 7 ", "1_000", "NaN", "nan", "sNaN", "INF", "-inf", "Infinity"],
            refuses: ["1,5", "1 234", "12€", ".", "e5"]),
        Sample(#""type": "number", "decimalChar": ",", "groupChar": " ""#, takes: ["1 234,5", "1.5"], refuses: ["a"]),
        Sample(#""type": "number", "bareNumber": false"#, takes: ["12€", "€-5", "95 %"], refuses: ["€"]),
        Sample(
            #""type": "boolean""#, takes: ["true", "True", "TRUE", "1", "false", "False", "FALSE", "0"],
            refuses: [" true", "oui", "t"]),
        Sample(#""type": "boolean", "trueValues": ["oui"]"#, takes: ["oui", "false", "0"], refuses: ["true", "non"]),
        Sample(
            #""type": "date""#, takes: ["2020-01-05", "2020-1-5", "2024-02-29"],
            refuses: ["20200105", "2020-01-05 ", "05/01/2020", "2020-02-30", "2023-02-29", "0000-01-01", "20-01-05"]),
        Sample(#""type": "date", "format": "%Y""#, takes: ["2020"], refuses: ["202", "20200", "2020-01"]),
        Sample(
            #""type": "date", "format": "%d/%m/%Y""#, takes: ["05/01/2020", "5/1/2020"], refuses: ["2020-01-05", "31/02/2020"]),
        Sample(
            #""type": "datetime""#,
            takes: [
                "2020-01-05T10:00:00", "2020-01-05 10:00:00Z", "2020-01-05x10:00:00.123+02:00", "2020-01-05T24:00:00",
                "2020-01-05T10:00:00,5",
            ], refuses: ["2020-01-05T10:00", "2020-01-05T10:00:00 ", "2020-02-30T10:00:00", "2020-01-05", "2020-01-05T25:00:00"]),
        Sample(
            #""type": "time""#, takes: ["10:00:00", "10:00:00Z", "24:00:00"], refuses: ["10:00", "1:00:00", "10:61:00", "10h00"]),
        Sample(
            #""type": "year""#, takes: ["2020", " 202", "202 ", "+202", "2_02", "٢٠٢٠", "0000"],
            refuses: ["-202", "99", "20201", "2 20"]),
        Sample(#""type": "yearmonth""#, takes: ["2020-05", "2020-5", "20-12"], refuses: ["2020-13", "2020", "2020-05-01"]),
        Sample(#""type": "duration""#, takes: ["P1Y", "PT10M", "P1DT2H"], refuses: ["1Y", "P", "10:00"]),
        Sample(
            #""type": "geopoint""#, takes: ["2.35,48.85", " -1.5 , 47 ", "180,90"],
            refuses: ["[2.35,48.85]", "1,2,3", "NaN,1", "181,0", "0,91", "2.35"]),
        Sample(
            #""type": "geopoint", "format": "array""#, takes: ["[2.35, 48.85]", #"["2.35", "48.85"]"#],
            refuses: ["2.35,48.85", "[1]", "[1,2,3]"]),
        Sample(
            #""type": "geopoint", "format": "object""#, takes: [#"{"lon": 2.35, "lat": 48.85}"#],
            refuses: [#"{"lon": 2.35}"#, #"{"lon": 1, "lat": 2, "alt": 3}"#, "[1,2]"]),
        Sample(
            #""type": "geojson""#,
            takes: [
                #"{"type": "Point", "coordinates": [1, 2]}"#, #"{"coordinates":[1.5,-2e1],"type":"Point"}"#,
                #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#,
                #"{"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[1,2]}}"#,
            ],
            refuses: ["{}", "[1,2]", "x", #"{"type":"Point"}"#, #"{"type":"Point","coordinates":["1","2"]}"#]),
        Sample(#""type": "array""#, takes: ["[]", #"["a", 1]"#, #"["a,]"]"#], refuses: ["a,b", "{}", "null", "[1,]", "[1"]),
        Sample(#""type": "object""#, takes: ["{}", #"{"a": 1}"#], refuses: ["[]", "a", #"{"a": 1,}"#]),
        Sample(#""type": "any""#, takes: ["x", "1", "[]"], refuses: []),
    ]

    @Test("take and refuse what Validata takes and refuses", arguments: samples)
    func types(_ sample: Sample) async throws {
        #expect(try await SchemaBench.accepted(sample.field, sample.taken + sample.refused) == sample.taken)
    }

    @Test("pass over missing values, those of the field instead of those of the schema")
    func missingValues() async throws {
        let schema = SchemaBench.schema(
            [("a", #""type": "integer""#), ("b", #""type": "integer", "missingValues": ["-"]"#), ("c", "")],
            #""missingValues": ["", "NA"]"#)
        let found = try await SchemaBench.findings(
            schema, ["a", "b", "c"], [["NA", "-", "x"], ["", "NA", "x"], [nil, nil, "x"]])
        // A field that does not call empty text missing reads it as a value.
        #expect(found == ["wrong-type 3 b", "wrong-type 4 b"])
    }

    @Test("read what a recipe has typed already")
    func typed() async throws {
        let schema = SchemaBench.schema([
            ("a", #""type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]"#),
            ("b", #""type": "date", "format": "%d/%m/%Y""#),
            ("c", #""type": "number", "decimalChar": ",", "constraints": {"maximum": 2}"#),
        ])
        let relation = Relation(
            sql: "SELECT true AS a, DATE '2025-01-31' AS b, 2.5::DOUBLE AS c, 'x' AS _source, 2::BIGINT AS _row",
            columns: [
                Relation.Column("a", type: "BOOLEAN"), Relation.Column("b", type: "DATE"), Relation.Column("c", type: "DOUBLE"),
            ])
        #expect(try await SchemaBench.findings(schema, over: relation) == ["above-maximum 2 c"])
    }
}
