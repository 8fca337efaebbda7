import DuckDB
import Foundation
import Testing

@testable import Prepare
@testable import Territory

@Suite("A compiled recipe")
struct RecipeTests {
    static let yaml = """
        - drop-empty: rows
        - unpivot: { columns: "20*", name: annee, value: montant }
        - constant: { source: "l'État ?" }
        - parse: { montant: amount }
        """
    static let relation = Bench.relation(
        ["Nom", "2021", "2022"], [["A?'", "1", "2"], ["", "", ""], ["\u{1B}[31mB", "x", "4"]])

    @Test("an empty recipe hands the relation on")
    func empty() async throws {
        let rows = try await Bench.withConnection { connection in
            let compiled = try Bench.recipe("[]").compile(RecipeTests.relation, on: connection)
            #expect(compiled.relation.columns == RecipeTests.relation.columns && compiled.findings.isEmpty)
            return try connection.rows(compiled.relation.sql, compiled.relation.parameters)
        }
        #expect(rows.map { $0.integer("_row") } == [2, 3, 4])
    }

    @Test("the statement that is shown gives the rows of the statement that runs")
    func displaySQL() async throws {
        try await Bench.withConnection { connection in
            let compiled = try Bench.recipe(RecipeTests.yaml).compile(RecipeTests.relation, on: connection)
            let shown = compiled.displaySQL
            #expect(shown.contains("-- collect\nstep_0 AS ("))
            #expect(shown.contains("-- unpivot  recipe.yaml:2:3\nstep_2 AS ("))
            #expect(!shown.contains("\u{1B}"), "a cell must not steer the terminal")
            let ran = try connection.rows(compiled.relation.sql, compiled.relation.parameters).map(\.values)
            #expect(try connection.rows(shown).map(\.values) == ran)
            #expect(ran.count == 4)
        }
    }

    @Test("the preview counts rows and columns before and after each step")
    func preview() async throws {
        try await Bench.withConnection { connection in
            let compiled = try Bench.recipe(RecipeTests.yaml).compile(RecipeTests.relation, on: connection)
            let stages = try compiled.preview(connection, sample: 2)
            #expect(stages.map(\.name) == ["", "drop-empty", "unpivot", "constant", "parse"])
            #expect(stages.map(\.rowsBefore) == [3, 3, 2, 4, 4])
            #expect(stages.map(\.rowsAfter) == [3, 2, 4, 4, 4])
            #expect(stages[2].columnsBefore.map(\.name) == ["Nom", "2021", "2022"])
            #expect(stages[2].columnsAfter.map(\.name) == ["Nom", "annee", "montant"])
            #expect(stages[2].sample.map { $0.text("annee") } == ["2021", "2022"])
            #expect(stages[1].place?.description == "recipe.yaml:1:3")
        }
    }

    @Test("files of lookups are part of what a recipe depends on")
    func files() throws {
        let recipe = try Bench.recipe("- lookup: { file: lookups/two.csv, on: { a: k1, b: k2 }, add: v }\n- trim: all")
        #expect(recipe.files == ["lookups/two.csv"])
    }

    @Test("every step, on no rows, gives the columns it promises and finds nothing")
    func noRows() async throws {
        let cases = try Case.all().filter { !($0.expected.first ?? "").hasPrefix("fault") }
        try await Bench.withConnection { connection in
            // What these steps make of columns is a matter of data, and append has rows of its own.
            let dependent = ["drop-empty", "header", "pivot", "transpose", "append"].map { "- \($0)" }
            for it in cases where !dependent.contains(where: it.recipe.contains) {
                let none = Relation(
                    sql: "SELECT * FROM (\(it.relation.sql)) WHERE false", parameters: it.relation.parameters,
                    columns: it.relation.columns)
                let compiled = try Bench.compile(it.recipe, over: none, on: connection)
                let full = try Bench.compile(it.recipe, over: it.relation, on: connection)
                #expect(compiled.relation.columns == full.relation.columns)
                let described = try connection.columns(of: compiled.relation.sql, compiled.relation.parameters)
                #expect(described == full.relation.columns + Relation.provenance, "\(it.testDescription)")
                for relation in [compiled.relation] + compiled.findings {
                    #expect(try connection.rows(relation.sql, relation.parameters).isEmpty)
                }
            }
        }
    }

    @Test("rows and findings are the same when stages are laid down on the way")
    func stops() async throws {
        let cases = try Case.all().filter { !($0.expected.first ?? "").hasPrefix("fault") }
        try await Bench.withConnection { connection in
            for (index, it) in cases.enumerated() {
                // A step before and one after, both with something to tell, so that there is a stop in each recipe.
                let column = it.relation.columns.map(\.name).last ?? ""
                let pad = "- pad: { \(RecipeTests.quoted(column)): 1 }"
                let compiled = try Bench.compile("\(pad)\n\(it.recipe)", over: it.relation, on: connection)
                var laid = 0
                var told: [[Row]] = []
                let rows = try compiled.run { rows, number in
                    laid += 1
                    let name = identifier("stop_\(index)_\(number)")
                    try connection.execute("CREATE TABLE \(name) AS \(rows.sql)", rows.parameters)
                    return name
                } tell: {
                    told.append(try connection.rows("SELECT * FROM (\($0.sql)) ORDER BY ALL", $0.parameters))
                }
                let plain = try compiled.findings.map {
                    try connection.rows("SELECT * FROM (\($0.sql)) ORDER BY ALL", $0.parameters)
                }
                #expect(laid > 0, "\(it.testDescription)")
                #expect(told.map { $0.map(\.values) } == plain.map { $0.map(\.values) }, "\(it.testDescription)")
                let straight = try connection.rows(compiled.relation.sql, compiled.relation.parameters).map(\.values)
                #expect(try connection.rows(rows.sql, rows.parameters).map(\.values) == straight, "\(it.testDescription)")
            }
        }
    }

    private static func quoted(_ name: String) -> String {
        "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    @Test("trim twice is trim once, and a recipe twice is the same statement")
    func idempotent() async throws {
        let it = try #require(try Case.all().first { $0.testDescription == "trim-all" })
        try await Bench.withConnection { connection in
            let once = try Bench.recipe("- trim: all").compile(it.relation, on: connection)
            let twice = try Bench.recipe("- trim: all\n- trim: all").compile(it.relation, on: connection)
            let rows = try [once, twice].map { try connection.rows($0.relation.sql, $0.relation.parameters).map(\.values) }
            #expect(rows[0] == rows[1])
            let again = try Bench.recipe("- trim: all").compile(it.relation, on: connection)
            #expect(again.relation.sql == once.relation.sql && again.relation.parameters == once.relation.parameters)
        }
    }

    @Test("order holds over many rows, files and threads")
    func order() async throws {
        try await Bench.withConnection { connection in
            try connection.execute("SET threads = 4")
            let collected = Relation(
                sql: """
                    SELECT CAST(i % 7 AS VARCHAR) AS g, CAST(i AS VARCHAR) AS "2021", CAST(-i AS VARCHAR) AS "2022", \
                    'f' || (i // 100000) AS _source, i % 100000 AS _row FROM range(300000) AS t(i)
                    """, columns: ["g", "2021", "2022"].map { Relation.Column($0) })
            let compiled = try Bench.recipe(
                """
                - fill-down: g
                - unpivot: { columns: "20*", name: y, value: v }
                - lookup: { file: lookups/two.csv, on: { g: k1, y: k2 }, add: v2 }
                """.replacing("add: v2", with: "add: { w: v }")
            ).compile(collected, on: connection)
            let wrong = try connection.row(
                """
                SELECT count(*) AS n FROM (SELECT _source, _row, y, row_number() OVER () AS r FROM (\(compiled.relation.sql))) \
                WHERE r <> CAST(_source[2:] AS BIGINT) * 200000 + _row * 2 + CASE y WHEN '2021' THEN 1 ELSE 2 END
                """, compiled.relation.parameters)
            #expect(wrong?.integer("n") == 0)
        }
    }
}
