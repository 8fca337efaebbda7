import Foundation
import Support
import Testing

extension Journeys {
    /// The datasets of the example town against what the makers of its files computed without Lavoir
    /// (`Examples/valbourg/make/figures.csv`), and against the names that must not come out.
    @Suite("The datasets of the example town")
    struct ValbourgTests {
        @Test("give the counts and the sums, to the cent, that were computed from the tables they were made of")
        func figures() throws {
            let town = try Town.valbourg()
            try town.lavoir("run")
            let figures = try Figure.all()
            #expect(Set(figures.map(\.dataset)).count == 8, "every dataset but the budget, whose figures are its balance")
            let query = figures.enumerated().map { place, figure in
                """
                SELECT \(place) AS place, CAST(CAST((SELECT \(figure.question) FROM \(figure.dataset)) AS DECIMAL(18, 2))
                AS VARCHAR) AS answer
                """
            }
            let answers = try town.ask(query.joined(separator: " UNION ALL ") + " ORDER BY place")
            try #require(answers.count == figures.count)
            for (figure, answer) in zip(figures, answers) {
                #expect(answer["answer"] == figure.answer, "\(figure.dataset): \(figure.question)")
            }
        }

        @Test("hold no name, number or date of birth of a member of staff, no private supplier, no person in a deliberation")
        func noPerson() throws {
            let town = try Town.valbourg()
            try town.lavoir("run")
            let staff = try town.records(of: "exports/effectifs-2024.csv", .windowsCP1252).dropFirst(3).filter { $0.count > 5 }
            let payments = try town.records(of: "exports/mandats-2024.csv", .windowsCP1252)
            let people = Set(payments.filter { $0.count > 10 && $0[9] == "Personne physique" }.map { $0[8] })
            try #require(staff.count > 190 && people.count > 5)
            let made = try ["effectifs", "emplois"].map { try town.export($0) }.joined()
            for agent in staff where agent[0].count == 5 {
                let said = [agent[0], agent[1], agent[4]].filter { made.contains($0) }
                #expect(said.isEmpty, "\(agent[0])")
            }
            let paid = try town.export("mandats")
            #expect(people.filter { paid.contains($0) }.isEmpty)
            let deliberations = try town.export("deliberations")
            #expect(["LEVIGNEUX", "COULANGES", "MARQUANT"].filter { deliberations.contains($0) }.isEmpty)
            #expect(deliberations.contains("Protection fonctionnelle accordée à Mme X, brigadier de police municipale"))
        }

        @Test("agree with each other: the payments of a nature and a function are those of the administrative account")
        func payments() throws {
            let town = try Town.valbourg()
            try town.lavoir("run", "budget", "mandats")
            let differences = try town.ask(
                """
                SELECT nature, fonction FROM (
                    SELECT BGT_NATURE AS nature, BGT_FONCTION AS fonction, CAST(sum(BGT_MTREAL) AS DECIMAL(18, 2)) AS total
                    FROM budget WHERE BGT_NATDEC = 'compte administratif' AND BGT_CONTNAT = '011' AND BGT_CODRD = 'dépense'
                    GROUP BY ALL) AS account
                FULL JOIN (
                    SELECT nature, fonction, CAST(sum(montant_ttc) AS DECIMAL(18, 2)) AS total FROM mandats GROUP BY ALL) AS paid
                USING (nature, fonction) WHERE account.total IS DISTINCT FROM paid.total
                """)
            #expect(differences.isEmpty, "\(differences)")
        }

        @Test("grow by what arrives: a week of menus more is a version with its dishes added, and none changed")
        func oneMoreWeek() throws {
            let town = try Town.valbourg()
            let week = town.folder.url.appending(path: "exports/menus/menus-2025-S16.xlsx")
            let bytes = try Data(contentsOf: week)
            try FileManager.default.removeItem(at: week)
            let first: [RunLine] = try town.json("run", "menus")
            try bytes.write(to: week)
            let second: [RunLine] = try town.json("run", "menus")
            let before = try #require(first.first)
            let after = try #require(second.first)
            #expect(after.version == 2 && after.removed == 0 && after.added == 274 - (before.rows ?? 0))
            let days = try town.ask("SELECT count(DISTINCT menuDate) AS days FROM menus WHERE menuDate >= DATE '2025-04-14'")
            #expect(days == [["days": "4"]])
            let several = "SELECT menuPlatAllergene AS allergenes FROM menus WHERE len(menuPlatAllergene) = 2"
            let told = try town.lavoir("sql", several).output
            #expect(told.contains("oeufs, moutarde"), "several values of one cell are read on its line")
        }
    }
}

/// A line of `make/figures.csv`: a question to ask of a dataset, and its answer with two decimals.
private struct Figure {
    let dataset: String
    let question: String
    let answer: String

    static func all() throws -> [Figure] {
        let file = Repository.folder.appending(path: "Examples/valbourg/make/figures.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
        return try lines.map { line in
            let cells = line.split(separator: ";").map(String.init)
            try #require(cells.count == 3, "\(line)")
            return Figure(dataset: cells[0], question: cells[1], answer: cells[2])
        }
    }
}

extension Town {
    /// The lines of a file of semicolons without quotes, cell by cell.
    fileprivate func records(of path: String, _ encoding: String.Encoding) throws -> [[String]] {
        let text = try String(contentsOf: folder.url.appending(path: path), encoding: encoding)
        return text.split(whereSeparator: \.isNewline).map { $0.components(separatedBy: ";") }
    }
}
