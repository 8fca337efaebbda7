import DuckDB
import Foundation
import Testing

@testable import Prepare
@testable import Territory

/// The worked example of a city: three hours by hand, in three variants. The SIRET is made up and passes the Luhn key.
@Suite("The Grenoble case")
struct GrenobleTests {
    /// As the city sends it; the title, row 1, was taken for the header.
    private static let sent = Bench.relation(
        ["Subventions et avantages en nature 2020"] + (2...9).map { "colonne_\($0)" },
        [
            ["", "", "Numéraire", "", "", "", "En nature", "", ""],
            [
                "Nom", "N° SIRET", "Subv. projet", "Subv. sport", "Subv. fonctionnement", "Subv. culture", "Locaux",
                "Evénements culturels", "Total",
            ],
            [" ASSO DES AMIS ", "775 672 272 00041", "1 500,00 €", "", "3 000,00 €", "", "4 200,00 €", "", "8 700,00 €"],
            ["CLUB DU LAC", "", "", "2 500 €", "", "", "", "", "2 500 €"],
            ["", "", "", "", "", "", "", "", ""],
            ["TOTAL", "", "1 500,00 €", "2 500,00 €", "3 000,00 €", "0,00 €", "4 200,00 €", "", "11 200,00 €"],
        ])

    private static let beginning = """
        - header: { at: 3 }
        - drop-empty: rows
        - filter-totals: { in: Nom, column: Total, of: ["Subv. *", Locaux, Evénements culturels] }
        - drop-empty: columns
        - trim: all
        - replace: { columns: N° SIRET, regex: { '\\D': "" } }

        """

    private static let oneRowForEachAid = """
        - unpivot: { columns: ["Subv. *", Locaux, Evénements culturels], name: poste, value: montant }
        - parse: { montant: amount }
        - filter: { except: { montant: [0, ""] } }
        - lookup: { file: lookups/grenoble.csv, on: { poste: poste }, add: [objet, nature], otherwise: refuse }

        """

    private static let end = """
        - rename: { Nom: nomBeneficiaire, N° SIRET: idBeneficiaire }
        - constant: { notificationUE: non, pourcentageSubvention: 1 }
        - keep: [nomBeneficiaire, idBeneficiaire, objet, montant, nature]
        - reorder: [nomBeneficiaire, idBeneficiaire, objet, montant, nature]

        """

    @Test("gives its four rows and 11,200, and its totals agree")
    func fourRows() async throws {
        let (rows, findings) = try await Self.run(Self.beginning + Self.oneRowForEachAid + Self.end)
        #expect(
            rows == [
                "ASSO DES AMIS | 77567227200041 | Projet | 1500.00 | aide en numéraire | 4",
                "ASSO DES AMIS | 77567227200041 | Fonctionnement | 3000.00 | aide en numéraire | 4",
                "ASSO DES AMIS | 77567227200041 | Mise à disposition de locaux | 4200.00 | aide en nature | 4",
                "CLUB DU LAC |  | Sport | 2500.00 | aide en numéraire | 5",
            ])
        #expect(findings.isEmpty)
        #expect(Self.sum(rows) == 11_200)
    }

    @Test("one row for each beneficiary and nature: the amounts of money are combined, the sum stays")
    func combined() async throws {
        let (rows, findings) = try await Self.run(
            Self.beginning + """
                - rename: { Subv. projet: Projet, Subv. sport: Sport, Subv. fonctionnement: Fonctionnement }
                - parse: { Projet: amount, Sport: amount, Fonctionnement: amount, Locaux: amount, Evénements culturels: amount }
                - merge:
                    columns: [Projet, Sport, Fonctionnement]
                    as: sum
                    into: aide en numéraire
                    names: objet
                    by: " et "
                - merge: { columns: [Locaux, Evénements culturels], as: sum, into: aide en nature, names: avantage, by: " et " }
                - unpivot: { columns: ["aide en *"], name: nature, value: montant }
                - compute: { objet: "CASE WHEN nature = 'aide en nature' THEN avantage ELSE objet END" }

                """ + Self.end)
        #expect(
            rows == [
                "ASSO DES AMIS | 77567227200041 | Projet et Fonctionnement | 4500.00 | aide en numéraire | 4",
                "ASSO DES AMIS | 77567227200041 | Locaux | 4200.00 | aide en nature | 4",
                "CLUB DU LAC |  | Sport | 2500.00 | aide en numéraire | 5",
            ])
        #expect(findings.isEmpty)
        #expect(Self.sum(rows) == 11_200)
    }

    @Test("money and in-kind aid in tables kept apart add up to the same", arguments: [("numéraire", 7_000), ("nature", 4_200)])
    func apart(_ nature: String, _ sum: Decimal) async throws {
        let (rows, findings) = try await Self.run(
            Self.beginning + Self.oneRowForEachAid + "- filter: { only: { nature: \"aide en \(nature)\" } }\n" + Self.end)
        #expect(rows.count == (nature == "nature" ? 1 : 3))
        #expect(findings.isEmpty)
        #expect(Self.sum(rows) == sum)
    }

    @Test("a total that is wrong is told with its row, its value and the sum")
    func wrongTotal() async throws {
        let wrong = Relation(
            sql: "SELECT * REPLACE (replace(colonne_9, '11 200', '11 300') AS colonne_9) FROM (\(Self.sent.sql))",
            parameters: Self.sent.parameters, columns: Self.sent.columns)
        let (rows, findings) = try await Self.run(Self.beginning + Self.oneRowForEachAid + Self.end, over: wrong)
        #expect(Self.sum(rows) == 11_200)
        // Once as the sum of the column, once as the sum of its row.
        #expect(findings == Array(repeating: "prepare.total-differs 7 Total 11 300,00 € 11200.00", count: 2))
    }

    private static func run(_ yaml: String, over relation: Relation = sent) async throws -> (rows: [String], findings: [String]) {
        try await Bench.withConnection { connection in
            let compiled = try Bench.recipe(yaml).compile(relation, on: connection)
            let names = compiled.relation.columns.map(\.name) + ["_row"]
            let rows = try connection.rows(compiled.relation.sql, compiled.relation.parameters).map { row in
                names.map { row[$0].text ?? "" }.joined(separator: " | ")
            }
            let findings = try compiled.findings.flatMap { finding in
                try connection.rows(finding.sql, finding.parameters).map { row in
                    ["code", "_row", "field", "value", "detail"].map { row[$0].text ?? "" }.joined(separator: " ")
                }
            }
            return (rows, findings)
        }
    }

    private static func sum(_ rows: [String]) -> Decimal {
        rows.compactMap { Decimal(string: $0.components(separatedBy: " | ")[3]) }.reduce(0, +)
    }
}
