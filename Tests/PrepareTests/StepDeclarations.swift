import DuckDB
import Foundation
import Support

@testable import Prepare
@testable import Territory

/// One recipe for each step, the step being its last, over a table that every step can work on: `nom`, `groupe`, `montant`,
/// `autre`, `date`, `code`.
///
/// `@nom` stands for the name of a column as YAML has it, `#nom` as SQL in YAML has it, so that the names can be made difficult.
enum StepDeclarations {
    static let columns = ["nom", "groupe", "montant", "autre", "date", "code"]

    static let recipes: [String: String] = [
        "append": "- append: lookups/append.csv",
        "case": "- case: { @nom: title, @groupe: sentence, @code: upper }",
        "cluster": "- cluster: { column: @nom, keep: { amicale: [AMICALE] } }",
        "compute": "- compute: { calcul: 'upper(#nom)' }",
        "constant": "- constant: { pays: France }",
        "deduplicate": "- deduplicate: { by: [@groupe, @date], keep: last }",
        "drop": "- drop: [@autre]",
        "drop-empty": "- drop-empty: [rows, columns]",
        "fill-down": "- fill-down: [@nom, @autre]",
        "filter": "- filter: { except: { @groupe: ['g1*', ''] }, where: '#code IS DISTINCT FROM ''7''' }",
        "filter-totals": "- filter-totals: { in: @nom, sums: [@montant], column: @autre, of: [@montant, @code] }",
        "group": """
        - parse: { @montant: { as: amount, otherwise: empty } }
        - group:
            by: @groupe
            into: { n: count, @montant: { sum: @montant }, a: { min: @nom }, z: { max: @nom }, l: { list: @date },
                    p: { first: @code }, m: { avg: @montant } }
        """,
        "header": "- header: { rows: 2, fill: true }",
        "keep": "- keep: [@nom, @montant]",
        "lookup": "- lookup: { file: lookups/two.csv, on: { @groupe: k1, @code: k2 }, add: v }",
        "map": "- map: { @groupe: { g1: un, '': aucun } }",
        "merge": "- merge: { columns: [@nom, @groupe], into: ensemble, by: ' / ', names: lesquelles }",
        "normalise": "- normalise: { @nom: place, @groupe: person, @code: insee, @montant: siret, @autre: telephone }",
        "number-rows": "- number-rows: { name: rang, by: @groupe }",
        "pad": "- pad: { @code: 5 }",
        "parse": "- parse: { @montant: amount, @date: date }",
        "pivot": "- pivot: { names: @groupe, values: @code, by: @date, aggregate: max }",
        "point": "- point: { from: [@montant, @code], to: lieu }",
        "rename": "- rename: { @nom: intitulé }",
        "reorder": "- reorder: [@code, @nom]",
        "replace": "- replace: { columns: [@nom, @code], cell: { x: y }, text: { 'é': e }, regex: { '(\\d)\\d': '\\1x' } }",
        "reproject": "- reproject: { columns: [@montant, @code], from: EPSG:2154 }",
        "sort": "- sort: { @montant: desc, @nom: asc }",
        "split": "- split: { column: @nom, by: ' ', into: [un, deux], keep: true }",
        "split-rows": "- split-rows: { column: @nom, by: ' ' }",
        "sql": "- sql: 'SELECT *, length(#nom) AS l FROM input'",
        "transpose": """
        - deduplicate: @groupe
        - transpose: { names: @groupe, into: colonne }
        """,
        "trim": "- trim: all",
        "unpivot": "- unpivot: { columns: [@montant, @code], name: quoi, value: combien }",
    ]

    static var steps: [String] { recipes.keys.sorted() }

    /// The recipe of a step over columns of these names, which stand for `columns` one by one.
    static func recipe(_ step: String, over names: [String] = columns) throws -> Recipe {
        var yaml = recipes[step] ?? ""
        for (column, name) in zip(columns, names) {
            yaml = yaml.replacing("@\(column)", with: "'" + name.replacing("'", with: "''") + "'")
            yaml = yaml.replacing("#\(column)", with: identifier(name).replacing("'", with: "''"))
        }
        return try Bench.recipe(yaml)
    }

    /// Names that would break SQL, YAML or patterns that are not careful.
    static let difficult = [
        "Nom de l'élève \"dit\"", "Œuvre (n° 1) ; --", "Montant\u{A0}€ 100%", "line", "cell'; DROP TABLE x", "piece",
    ]

    /// Rows of cells that towns write, the same for the same seed.
    static func rows(_ count: Int, seed: UInt64) -> [[String?]] {
        var random = Seeded(seed)
        let words: [String?] = [
            "Amicale", "L'Été", "TOTAL", "sous-total B", nil, "", "\u{A0}", "élan \"13\"", "a b c", "'; --", "\u{0}", "ß'ﬁ",
        ]
        let amounts: [String?] = ["1 500,00 €", "12", "-3,5", "n.c.", nil, "", "1.234", "(4)", "99999999999999999999"]
        let dates: [String?] = ["31/12/2023", "2024-02-30", "1er mars 2024", nil, "45000"]
        let codes: [String?] = ["7", "01234", "2A004", nil, "", "1E+13", "123456"]
        return (0..<count).map { _ in
            [
                random.pick(words), random.once(in: 6) ? nil : "g\(random.number(0...4))", random.pick(amounts),
                random.pick(amounts), random.pick(dates), random.pick(codes),
            ]
        }
    }

    /// As many rows, made by the engine.
    static func million(_ count: Int = 1_000_000) -> Relation {
        Relation(
            sql: """
                SELECT CASE WHEN i % 5000 = 0 THEN 'Total' ELSE 'Élan ' || (i * 7919 % 1000) END AS nom, \
                'g' || (i % 50) AS groupe, (i % 10000) || ',50' AS montant, CAST(i % 3 AS VARCHAR) AS autre, \
                CAST(DATE '2020-01-01' + CAST(i % 1000 AS INTEGER) AS VARCHAR) AS date, CAST(i % 97 AS VARCHAR) AS code, \
                'data.csv' AS _source, i + 2 AS _row FROM range(\(count)) AS t(i)
                """, columns: columns.map { Relation.Column($0) })
    }
}
