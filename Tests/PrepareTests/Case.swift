import DuckDB
import Foundation
import Testing

@testable import Prepare

/// One text file of `Cases`: a table, a recipe, the table expected, the findings expected; between lines of `---`.
///
/// Cells stand between bars. `∅` is null, nothing is empty text, `\u{A0}` is any character, `\n` a line break. An expected
/// header says the type: `montant : DOUBLE`, text when it says none. `_source` in the first table, `_source` and `_row` in the
/// expected one, are optional. Lines that begin with `#` are comments. A third part that begins with `fault` expects one.
struct Case: CustomTestStringConvertible {
    let testDescription: String
    let relation: Relation
    let recipe: String
    let expected: [String]
    let findings: [String]

    init(_ file: URL) throws {
        testDescription = file.deletingPathExtension().lastPathComponent
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
        let parts = lines.split(separator: "---", omittingEmptySubsequences: false).map { part in
            part.filter { !$0.hasPrefix("#") }.map(String.init)
        }
        try #require(parts.count >= 3, "\(testDescription): three parts at least")
        let table = parts[0].filter { !$0.isEmpty }.map(Self.cells)
        let header = try #require(table.first).compactMap { $0 }
        let rows = Array(table.dropFirst())
        if header.last == "_source" {
            relation = Bench.relation(
                header.dropLast(), rows.map { Array($0.dropLast()) }, sources: rows.map { ($0.last ?? nil) ?? "" })
        } else {
            relation = Bench.relation(header, rows)
        }
        recipe = parts[1].joined(separator: "\n")
        expected = parts[2].filter { !$0.isEmpty }.map(Self.tidy)
        findings = parts.count > 3 ? parts[3].filter { !$0.isEmpty }.map(Self.tidy).sorted() : []
    }

    /// A row as it is compared: cells without edge spaces, between bars.
    private static func tidy(_ line: String) -> String { write(cells(line)) }

    static func write(_ cells: [String?]) -> String { cells.map { show($0) }.joined(separator: " | ") }

    private static func cells(_ line: String) -> [String?] {
        line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
            let text = cell.trimmingCharacters(in: CharacterSet(charactersIn: " "))
            return text == "∅" ? nil : unescape(text)
        }
    }

    /// A cell as a case writes it: what cannot be seen is escaped.
    private static func show(_ cell: String?) -> String {
        guard let cell else { return "∅" }
        return cell.unicodeScalars.map { scalar in
            scalar == "\n"
                ? "\\n"
                : scalar.properties.isWhitespace && scalar != " " || scalar.value < 32 || scalar == "\u{FEFF}"
                    ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
        }.joined()
    }

    /// A value as a case writes it; a structure as `{lon: 2.35, lat: 48.85}`.
    static func text(_ value: SQLValue) -> String? {
        guard case .structure(let members) = value else { return value.text }
        return "{" + members.map { "\($0.name): \(text($0.value) ?? "∅")" }.joined(separator: ", ") + "}"
    }

    private static func unescape(_ text: String) -> String {
        var text = text.replacing("\\n", with: "\n")
        while let match = text.firstMatch(of: /\\u\{([0-9A-F]+)\}/) {
            let scalar = UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init)
            text.replaceSubrange(match.range, with: scalar.map(String.init) ?? "")
        }
        return text
    }

    static func all() throws -> [Case] {
        try FileManager.default.contentsOfDirectory(at: Bench.cases, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "case" }.sorted { $0.path < $1.path }.map { try Case($0) }
    }
}
