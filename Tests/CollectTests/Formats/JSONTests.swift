import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("A file of JSON records")
struct JSONTests {
    /// What is written, and the cells that must come out.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let columns: [String]
        let cells: [[String]]
        var options: [String: Value.Content] = [:]
        var file = "x.json"
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "a list of objects, values as they are written",
            text: #"[{"siret":77567227200041,"insee":"01001","prix":1.10,"ok":true,"rien":null},{"insee":"2A004","n":1e400}]"#,
            columns: ["siret", "insee", "prix", "ok", "rien", "n"],
            cells: [["77567227200041", "01001", "1.10", "true", "∅", "∅"], ["∅", "2A004", "∅", "∅", "∅", "1e400"]]),
        Case(
            name: "digits beyond any number type", text: #"[{"a":123456789012345678901234567890,"b":-0.1234567890123456789}]"#,
            columns: ["a", "b"], cells: [["123456789012345678901234567890", "-0.1234567890123456789"]]),
        Case(
            name: "objects inside become dotted columns, lists stay JSON",
            text: #"[{"a":{"b":{"c":1}},"l":[1.50,{"x":"é\n"},[]],"v":[],"o":{}}]"#, columns: ["a.b.c", "l", "v"],
            cells: [["1", #"[1.50,{"x":"é\n"},[]]"#, "[]"]]),
        Case(
            name: "objects too deep stay JSON", text: #"[{"a":{"b":{"c":{"d":{"e":{"f":1}}}}}}]"#, columns: ["a.b.c.d.e"],
            cells: [[#"{"f":1}"#]]),
        Case(
            name: "a dotted key is not the key inside an object", text: #"[{"a.b":1,"a":{"b":2}}]"#, columns: ["a.b", "a.b (2)"],
            cells: [["1", "2"]]),
        Case(
            name: "an object that is missing once is no column", text: #"[{"a":null,"z":null},{"a":{"b":1}}]"#,
            columns: ["z", "a.b"], cells: [["∅", "∅"], ["∅", "1"]]),
        Case(
            name: "a key written twice: the last stays", text: #"[{"a":1,"a":2}]"#, columns: ["a"], cells: [["2"]]),
        Case(
            name: "escapes", text: #"[{"a":"\u00e9\ud83d\ude00\/\"\\ \ud800x\u0000"}]"#, columns: ["a"],
            cells: [["é😀/\"\\ \u{FFFD}x\u{FFFD}"]]),
        Case(
            name: "the first list of objects, when nothing is told",
            text: #"{"total":2,"tags":["x"],"data":{"rows":[{"a":1,"in":[{"z":0}]},{"a":2}]},"other":[{"b":3}]}"#,
            columns: ["a", "in"], cells: [["1", #"[{"z":0}]"#], ["2", "∅"]]),
        Case(
            name: "the list that is told", text: #"{"data":{"rows":[{"a":1}]},"other":[{"b":3}]}"#, columns: ["b"],
            cells: [["3"]], options: ["records": .text("other")]),
        Case(
            name: "a path through lists", text: #"[{"items":[{"a":1},{"a":2}]},{"items":[{"a":3}]}]"#, columns: ["a"],
            cells: [["1"], ["2"], ["3"]], options: ["records": .text("items")]),
        Case(
            name: "a path to one object", text: #"{"answer":{"a":1}}"#, columns: ["a"], cells: [["1"]],
            options: ["records": .text("answer")]),
        Case(name: "one object", text: #"{"a":1,"b":{"c":"x"}}"#, columns: ["a", "b.c"], cells: [["1", "x"]]),
        Case(name: "a list of values", text: #"["x",2,null]"#, columns: ["value"], cells: [["x"], ["2"], ["∅"]]),
        Case(
            name: "one document a line, lists of objects inside",
            text: "{\"a\":1,\"t\":[{\"x\":1}]}\n{\"a\":2}\n\n{\"b\":3}\n", columns: ["a", "t", "b"],
            cells: [["1", "[{\"x\":1}]", "∅"], ["2", "∅", "∅"], ["∅", "∅", "3"]]),
        Case(
            name: "NDJSON by its name, a line alone", text: "{\"a\":1,\"t\":[{\"x\":1}]}\n", columns: ["a", "t"],
            cells: [["1", "[{\"x\":1}]"]], file: "x.ndjson"),
        Case(
            name: "names that columns cannot bear", text: #"[{"":1,"_row":2,"A":3,"a":4,"é\"x":5}]"#,
            columns: ["colonne_1", "_row (2)", "A", "a (2)", "é\"x"], cells: [["1", "2", "3", "4", "5"]]),
        Case(name: "a byte order mark, spaces", text: "\u{FEFF} \n\t[ { \"a\" : 1 } ]\n", columns: ["a"], cells: [["1"]]),
    ]

    @Test("gives its cells", arguments: cases)
    func cells(_ sample: Case) async throws {
        let answer = try await FileTable.read(sample.text, as: sample.file, sample.options)
        #expect(answer.columns == sample.columns)
        #expect(answer.cells == sample.cells)
        #expect(answer.numbers == Array(1...sample.cells.count))
        #expect(Set(answer.sources) == [sample.file])
    }

    @Test("tells which list it read, and which others there are")
    func notes() async throws {
        let text = #"{"data":{"rows":[{"a":1}]},"other":[{"b":3}]}"#
        let answer = try await FileTable.read(text, as: "x.json")
        #expect(answer.notes == ["x.json: 1 records read under \"data.rows\"", "other records there (records:): other"])
    }

    @Test("may be in UTF-16, or in what a wrong program wrote")
    func encodings() async throws {
        let text = #"[{"ville":"Évreux"}]"#
        for encoding in [String.Encoding.utf16, .utf16LittleEndian, .windowsCP1252] {
            let bytes = try #require(text.data(using: encoding))
            let answer = try await FileTable.read(["x.json": bytes], "x.json")
            #expect(answer.cells == [["Évreux"]], "\(encoding)")
        }
    }

    @Test(
        "that is not well-formed is refused where it stops being so",
        arguments: [
            ("[{\"a\":1},\n {\"a\":}]", "line 2, column 7"), ("[{\"a\":1}", "the file ends in the middle"),
            ("[{\"a\":01}]", "badly written number"),
            ("[{\"a\":1,}]", "\"}\" does not belong here".replacing("\"}\"", with: "« } »")),
            ("[{\"a\":\"x\ny\"}]", "control character"), ("[{\"a\":\"\\x\"}]", "unknown \\ sequence"),
            ("{\"a\":tru}", "does not belong"),
            ("{\"a\":1}}", "does not belong"), (String(repeating: "[", count: 200), "nested levels"),
            ("{\"a\":1}\n{\"a\":\n", "the file ends in the middle"),
        ])
    func malformed(text: String, reason: String) async throws {
        let fault = try await FileTable.fault(text, as: "x.json")
        #expect(fault.hasPrefix("collect.malformed: x.json is not well-formed JSON"), "\(fault)")
        #expect(fault.contains(reason), "\(fault)")
    }

    @Test("without a record is refused, with the lists it has")
    func noRecords() async throws {
        let empty = try await FileTable.fault("[]", as: "x.json")
        #expect(empty.hasPrefix("collect.no-records"))
        let told = try await FileTable.fault(#"{"rows":[{"a":1}]}"#, as: "x.json", ["records": .text("lignes")])
        #expect(told == "collect.no-records: x.json has no record under \"lignes\"; it has: rows")
    }

    @Test("may have a thousand columns; one with names without end is no table")
    func width() async throws {
        let wide = "[{" + (1...1_000).map { "\"c\($0)\":\($0)" }.joined(separator: ",") + "}]"
        #expect(try await FileTable.read(wide, as: "x.json").columns.count == 1_000)
        let endless = "[" + (1...2_001).map { "{\"c\($0)\":1}" }.joined(separator: ",") + "]"
        let fault = try await FileTable.fault(endless, as: "x.json")
        #expect(fault.hasPrefix("collect.file-too-large"), "\(fault)")
    }

    @Test("never crashes, whatever its bytes")
    func damage() async throws {
        var random = Seeded(3)
        let whole = Array(#"{"n":1,"rows":[{"a":{"b":"é\u00e9"},"l":[1,2.5e3,{"x":null}],"t":true},{"a":-1}]}"#.utf8)
        for _ in 0..<120 {
            var bytes = whole
            for _ in 0..<random.number(1...3) { bytes[random.number(0...bytes.count - 1)] = UInt8(random.number(0...255)) }
            if random.once(in: 4) { bytes.removeLast(random.number(1...bytes.count - 1)) }
            _ = try await FileTable.fault(["x.json": Data(bytes)], "x.json")
        }
    }
}
