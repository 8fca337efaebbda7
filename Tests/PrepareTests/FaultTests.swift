import DuckDB
import Foundation
import Testing

@testable import Prepare
@testable import Territory

@Suite("Faults of a recipe")
struct FaultTests {
    @Test("all columns that are gone are told at once, with their places and the nearest names")
    func unknownColumns() async throws {
        let fault = try await fault(of: "- trim: all\n- rename:\n    Asociation: nom\n    Montan: m\n    zzzzzzzz: z")
        #expect(fault.code == "prepare.unknown-column")
        #expect(fault.place?.description == "recipe.yaml:3:5")
        #expect(fault.missing.map(\.name) == ["Asociation", "Montan", "zzzzzzzz"])
        #expect(
            fault.what.french
                == "le pas « rename » nomme des colonnes qui n'existent pas : « Asociation » (recipe.yaml:3:5), sans doute "
                + "« Association » ; « Montan » (recipe.yaml:4:5), sans doute « Montant » ; « zzzzzzzz » (recipe.yaml:5:5)")
        #expect(
            fault.what.english
                == "the step \"rename\" names columns that do not exist: \"Asociation\" (recipe.yaml:3:5), probably "
                + "\"Association\"; \"Montan\" (recipe.yaml:4:5), probably \"Montant\"; \"zzzzzzzz\" (recipe.yaml:5:5)")
        #expect(fault.cause?.english == "columns present at this step: Association, Montant, année")
    }

    @Test("a name in an expression that is no column is told with the nearest one")
    func unknownColumnInExpression() async throws {
        let fault = try await fault(of: "- filter: { where: \"Montan > 3\" }")
        #expect(fault.code == "prepare.unknown-column")
        #expect(fault.what.french.contains("sans doute « Montant »"))
    }

    @Test("the engine's words come with an expression it refuses")
    func badExpression() async throws {
        let fault = try await fault(of: "- compute: { x: \"upper(Montant\" }")
        #expect(fault.code == "prepare.bad-expression")
        #expect(fault.what.english.contains("syntax error"))
    }

    @Test(
        "what a step's SQL may not reach is named",
        arguments: [
            ("- compute: { x: \"getenv('HOME')\" }", "getenv"),
            ("- compute: { x: \"(SELECT max(size) FROM glob('/*'))\" }", "glob"),
            ("- filter: { where: \"current_setting('threads') = '1'\" }", "current_setting"),
            ("- sql: SELECT * FROM read_csv('/etc/passwd')", "read_csv"),
            ("- sql: SELECT * FROM query('SELECT 1')", "query"),
            ("- sql: SELECT * FROM input JOIN duckdb_secrets() ON true", "duckdb_secrets"),
            ("- sql: SELECT * FROM input, information_schema.tables", "information_schema.tables"),
            ("- sql: SELECT * FROM input UNION ALL SELECT * FROM 'x.parquet'", "x.parquet"),
            ("- sql: SELECT *, (SELECT 1 FROM \"/etc/hosts\") FROM input", "/etc/hosts"),
            ("- sql: SELECT * FROM (DESCRIBE input)", "SHOW_REF"),
            ("- sql: \"PRAGMA version\"", "SELECT"),
            ("- sql: \"ATTACH 'x.db'\"", "SELECT"),
            ("- sql: \"SET threads = 1\"", "SELECT"),
        ])
    func forbidden(_ yaml: String, _ found: String) async throws {
        let fault = try await fault(of: yaml)
        #expect(fault.code == "prepare.forbidden-sql")
        #expect(fault.what.english.contains(found), "\(fault.what.english)")
    }

    @Test("a lookup that leaves the territory or is not there is refused")
    func lookupFile() async throws {
        for path in ["../Bench.swift", "/etc/passwd", "lookups/absent.csv", "lookups"] {
            let value = Value(.text(path), at: Place(file: "r.yaml", line: 1, column: 1))
            let at = StepPlace(StepDeclaration(name: "lookup", argument: value, place: value.place))
            let column = NamedColumn("a", at: value.place)
            let file = LookupFile(path: path, place: value.place, keys: [(column, column)], added: [(column, column)], at: at)
            let input = StepInput(
                name: "step_0", columns: [], folder: Bench.cases, hasParts: false, hasRanks: false, isNamedLater: { _ in false },
                probe: { _ in [] })
            let fault = #expect(throws: PrepareFault.self) { try file.table(for: input) }
            #expect(fault?.code == "prepare.unreadable-lookup", "\(path)")
        }
    }

    @Test("a step nobody knows is told with those there are")
    func unknownStep() throws {
        let fault = #expect(throws: PrepareFault.self) { try Bench.recipe("- nettoyer: all") }
        #expect(fault?.code == "prepare.unknown-step")
        #expect(fault?.remedy.french.contains("drop-empty") == true)
    }

    @Test("malformed arguments end in a fault with a place, never a crash", arguments: Registry.specs.map(\.name))
    func malformed(_ step: String) async throws {
        let place = Place(file: "r.yaml", line: 7, column: 3)
        let contents: [Value.Content] = [
            .null, .boolean(true), .integer(-1), .number(0.5), .text(""), .text("*"), .text("'\"; --"), .list([]), .map([]),
            .list([Value(.null, at: place), Value(.list([]), at: place)]),
            .map([Value.Entry(key: "", keyPlace: place, value: Value(.map([]), at: place))]),
            .map([Value.Entry(key: "Montant", keyPlace: place, value: Value(.list([]), at: place))]),
            .map([Value.Entry(key: "columns", keyPlace: place, value: Value(.list([]), at: place))]),
        ]
        for content in contents {
            let declaration = StepDeclaration(name: step, argument: Value(content, at: place), place: place)
            let fault = try await Bench.withConnection { connection -> PrepareFault? in
                do throws(any Error) {
                    let compiled = try Recipe([declaration], in: Bench.cases).compile(FaultTests.relation, on: connection)
                    _ = try connection.rows(compiled.relation.sql, compiled.relation.parameters)
                    return nil
                } catch let fault as PrepareFault {
                    return fault
                }
            }
            if let fault { #expect(fault.place == place, "\(content)") }
        }
    }

    @Test("every fault and finding speaks both languages", arguments: FaultKind.all)
    func bothLanguages(_ kind: FaultKind) {
        let facts = [
            "step", "columns", "existing", "known", "expected", "column", "engine", "found", "file", "keys", "format", "example",
            "pattern", "limit", "row", "parse",
        ]
        for sentence in [kind.what, kind.cause, kind.remedy].compactMap({ $0 }) {
            #expect(!sentence.french.isEmpty && !sentence.english.isEmpty && sentence.french != sentence.english)
            let filled = sentence.filled(with: Dictionary(uniqueKeysWithValues: facts.map { ($0, Bilingual("x")) }))
            #expect(!filled.french.contains("{") && !filled.english.contains("{"), "\(filled.english)")
        }
    }

    @Test("finding kinds are distinct and use the three facts of a finding")
    func findingKinds() {
        #expect(Registry.findings.count == 23)
        for kind in Registry.findings {
            let facts = ["value", "field", "detail"].map { ($0, Bilingual("x")) }
            let filled = kind.what.filled(with: Dictionary(uniqueKeysWithValues: facts))
            #expect(!filled.french.contains("{") && !filled.english.contains("{") && filled.french != filled.english)
        }
    }

    private static let relation = Bench.relation(["Association", "Montant", "année"], [["Amis", "3", "2024"]])

    private func fault(of yaml: String) async throws -> PrepareFault {
        try await Bench.withConnection { connection in
            do throws(any Error) {
                _ = try Bench.recipe(yaml).compile(FaultTests.relation, on: connection)
            } catch let fault as PrepareFault {
                return fault
            }
            throw CancellationError()
        }
    }
}
