import Foundation
import Testing

@testable import Territory

@Suite("YAML")
struct YamlTests {
    private func problems(_ yaml: String) -> [String] {
        YamlReading(Data(yaml.utf8), file: "f").problems.map { "\($0.code.dropFirst(10)) \($0.place?.description ?? "-")" }
    }

    @Test(
        "a column counts characters, whatever the encoding of accents and the ends of lines",
        arguments: [
            ("a: { é: 1, b: 2 }", 1, 12), ("a: { e\u{301}: 1, b: 2 }", 1, 12), ("a: { 👩‍👧: 1, b: 2 }", 1, 12),
            ("x: 1\r\na: { b: 2 }", 2, 6), ("x: é\r\n\r\na: { b: 2 }", 3, 6), ("x: 1\ra: { b: 2 }", 2, 6),
            ("\u{FEFF}a: { b: 2 }", 1, 6), ("a:\t{ b: 2 }", 1, 6), ("# tête\na: { b: 2 }", 2, 6),
            ("x: &k [é]\na: { y: *k, b: 2 }", 2, 13), ("x: |\n  é\n  è\na: { b: 2 }", 4, 6),
        ])
    func columns(yaml: String, line: Int, column: Int) throws {
        let entry = try #require(try Value(yaml: yaml)["a"]?.entries?.last)
        #expect(entry.key == "b" && entry.keyPlace == Place(file: "yaml", line: line, column: column))
    }

    @Test(
        "each repetition of a key is reported at its own place",
        arguments: [
            ("a: 1\na: 2", ["2:1"]), ("a: 1\na: 2\na: 3", ["2:1", "3:1"]), ("{b: 1, a: 1, b: 2, a: 2}", ["1:14", "1:20"]),
            ("\"a\": 1\n'a': 2", ["2:1"]), ("x: {é: 1, é: 2}\ny: {k: 1, k: 2}", ["1:11", "2:11"]),
            ("a: 1\r\nb: 2\r\na: 3", ["3:1"]), ("a: {a: 1}\nb: {a: 1}", []), ("a: 1\na : 2\nb: &a 1\nc: *a", ["2:1"]),
        ])
    func repeatedKeys(yaml: String, places: [String]) {
        #expect(problems(yaml) == places.map { "duplicate-key f:" + $0 })
    }

    @Test("a repeated key that cannot be masked is reported all the same")
    func anchoredKeys() {
        #expect(problems("&x a: 1\n&y a: 2") == ["duplicate-key f:1:1"])
    }

    @Test(
        "a scalar keeps what was written",
        arguments: [
            ("01380", Value.Content.text("01380")), ("1380", .integer(1380)), ("-2", .integer(-2)), ("1.50", .number(1.5)),
            ("true", .boolean(true)), ("no", .text("no")), ("yes", .text("yes")), ("~", .null), ("\"12\"", .text("12")),
            ("'true'", .text("true")), ("2024-01-31", .text("2024-01-31")),
            ("99999999999999999999", .text("99999999999999999999")),
            ("1.2.3", .text("1.2.3")), ("!!str 12", .text("12")), ("12:30", .text("12:30")), ("\"\"", .text("")),
        ])
    func scalars(yaml: String, content: Value.Content) throws {
        let value = try #require(try Value(yaml: "a: " + yaml)["a"])
        #expect(value.content == content)
        if yaml == "1.50" { #expect(value.written == "1.50") }
    }

    @Test("maps keep their order, anchors are followed")
    func order() throws {
        let value = try Value(yaml: "z: &k { b: 1, a: 2 }\na: *k\nm: []")
        #expect(value.entries?.map(\.key) == ["z", "a", "m"])
        #expect(value["a"]?.entries?.map(\.key) == ["b", "a"])
        #expect(value["a"]?["a"]?.integer == 2)
    }

    @Test("an empty file is nothing", arguments: ["", "# only a comment\n", "\n\n"])
    func empty(yaml: String) throws {
        #expect(try Value(yaml: yaml).isNull)
    }

    @Test("bytes that are not UTF-8 are refused at the first of them")
    func notUTF8() {
        let reading = YamlReading(Data("a: é\r\ntitle: Th".utf8) + [0xE9] + Data("me\n".utf8), file: "f")
        #expect(reading.problems.map(\.code) == ["territory.not-utf8"])
        #expect(reading.problems.first?.place == Place(file: "f", line: 2, column: 10))
    }

    @Test("an invisible control character is shown at its place")
    func controlCharacter() {
        #expect(problems("a: é\r\nb: é\u{1}") == ["bad-yaml f:2:5"])
    }

    @Test("a file over 1 MB is refused unread")
    func tooLarge() {
        #expect(problems(String(repeating: "# padding\n", count: 100_001)) == ["too-large f:1:1"])
    }

    @Test("nesting without end and aliases of aliases are refused")
    func tooDeep() {
        #expect(problems(String(repeating: "[", count: 100) + String(repeating: "]", count: 100)) == ["too-deep f:1:66"])
        #expect(problems(String(repeating: "[", count: 990) + String(repeating: "]", count: 990)) == ["too-deep f:1:66"])
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...8 {
            bomb += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
        }
        #expect(YamlReading(Data(bomb.utf8), file: "f").problems.map(\.code) == ["territory.too-deep"])
        #expect(problems(String(repeating: "[", count: 5000)).first?.hasPrefix("bad-yaml") == true)
    }

    @Test(
        "a mistake of writing is told in both languages",
        arguments: [
            "a: [1, 2", "a: {b: 1", "a: b: c", "a: \"open", "\tb: 1", "a: \"\\q\"", "a: *nowhere", "- a\nb: 1", "a: 1\n b: 2",
            "a: @x",
            "a: - b", "a\nb: 1", "a: \u{1}",
        ])
    func syntax(yaml: String) throws {
        let problem = try #require(YamlReading(Data(yaml.utf8), file: "f").problems.first)
        #expect(problem.code == "territory.bad-yaml")
        let french = problem.what.french.replacing("YAML illisible : ", with: "")
        #expect(french != problem.what.english.replacing("unreadable YAML: ", with: ""), "\(french) is not translated")
    }
}
