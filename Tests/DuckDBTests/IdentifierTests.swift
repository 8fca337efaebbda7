import DuckDB
import Support
import Testing

@Suite("A quoted name or text")
struct IdentifierTests {
    @Test(
        "comes back from the engine as it was",
        arguments: [
            "nom", "Nom de l'été", "a\"b", "\"", "\"\"", "\"\u{301}", "x\"\u{200D}; SELECT 1 --", "'", "'\u{301}", "a\r\nb",
            "a.b",
            "?", "$1", "--", "/*", " ", "👍", "\\", "SELECT", "é", "e\u{301}", "\u{FEFF}x", "%", "{a}",
        ])
    func roundTrip(_ text: String) async throws {
        let row = try await Bench.withConnection { connection in
            let columns = try connection.columns(of: "SELECT 1 AS \(identifier(text))")
            return [columns.first?.name, try connection.row("SELECT \(literal(text)) AS v")?.text("v")]
        }
        // Scalars, not characters: Swift takes composed and decomposed accents for equal.
        #expect(row.map { $0.map { Array($0.unicodeScalars) } } == [Array(text.unicodeScalars), Array(text.unicodeScalars)])
    }

    @Test("comes back whatever its characters", arguments: Array(1...40).map(UInt64.init))
    func anyText(seed: UInt64) async throws {
        var random = Seeded(seed)
        let pieces = [
            "\"", "'", "\u{301}", "\u{200D}", ";", "--", "é", " ", "\n", "\r", "\\", "a", "🇫", "🇷", "\t", "?", "\u{E0001}",
        ]
        var names: [String] = []
        for _ in 0..<20 { names.append("x" + (0...random.number(0...12)).map { _ in random.pick(pieces) }.joined()) }
        let wrong = try await Bench.withConnection { [names] connection in
            try names.filter { name in
                let row = try connection.row("SELECT \(literal(name)) AS \(identifier(name))")
                return row?[name].text.map { Array($0.utf8) } != Array(name.utf8)
            }
        }
        #expect(wrong.isEmpty, "seed \(seed)")
    }

    @Test("of several parts has a dot between them")
    func dotted() { #expect(identifier("lake", "ma\"in", "budget") == "\"lake\".\"ma\"\"in\".\"budget\"") }
}
