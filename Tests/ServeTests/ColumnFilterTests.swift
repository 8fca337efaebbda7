import Foundation
import Support
import Testing

@testable import Serve

@Suite("The table of a dataset, filtered by column")
struct ColumnFilterTests {
    private static let town = Task {
        try await ServedTown(files: [
            "lavoir.yaml": "territory: { name: Essai }\n",
            "exports/aides.csv": """
            nom,montant,jour,releve,nature
            Judo club de l'Été,120.5,2024-03-01,2024-12-31 23:30:00,sport
            Les amis du judo,80,2024-12-31,2025-01-01 00:00:00,sport
            Chorale,-3,2025-01-01,2023-05-04 10:00:00,culture
            Harmonie,,,,culture
            """,
            "datasets/aides.yaml": """
            title: Aides
            source: { file: exports/aides.csv }
            publish: [portal]
            fields:
              nom: { type: text, label: Bénéficiaire }
              montant: { type: double, label: Montant, unit: € }
              jour: { type: date, label: Jour }
              releve: { type: datetime }
              nature: { type: text, facet: true }

            """,
        ])
    }

    private static func status(_ page: String) -> String {
        page.firstMatch(of: #/<p role="status">(.*?)<\/p>/#).map { String($0.1).replacing(#/<[^>]+>/#, with: "") } ?? ""
    }

    @Test(
        "keeps the rows that hold what is asked, their ends among them",
        arguments: [
            ("min.montant=80", 2), ("min.montant=80,0&max.montant=100", 1), ("max.montant=0", 1), ("min.jour=2024-12-31", 2),
            ("max.jour=2024-12-31", 2), ("max.releve=2024-12-31", 2), ("min.releve=2025-01-01", 1), ("mots.nom=JUDO", 2),
            ("mots.nom=jud+ete", 1), ("min.montant=0&nature=culture&f.nature=sport&mots.nom=amis", 1), ("min.montant=1%20000", 0),
        ])
    func kept(_ state: String, _ rows: Int) async throws {
        let page = try await Self.town.value.get("/donnees/aides/tableau?\(state)").text
        #expect(page.matches(of: #/<th scope="row"/#).count == rows, "\(Self.status(page))")
        #expect(page.contains("<details open>"))
    }

    @Test("says what a column does not take, and asks it nothing")
    func refused() async throws {
        let town = try await Self.town.value
        for (state, words) in [
            ("min.montant=1%20or%201%3D1", "Montant : « 1 or 1=1 » n’est pas un nombre."),
            ("max.jour=hier%22%3E%3Cb%3E", "Jour : « hier&quot;&gt;&lt;b&gt; » n’est pas un jour, 2024-12-31."),
        ] {
            let page = try await town.get("/donnees/aides/tableau?\(state)").text
            #expect(Self.status(page).contains(words) && Self.status(page).contains("sur 4"), "\(Self.status(page))")
        }
    }

    @Test("has a link that undoes each condition, and files that hold the same rows")
    func links() async throws {
        let town = try await Self.town.value
        let page = try await town.get("/donnees/aides/tableau?min.montant=0&mots.nom=judo&tri=-montant").text
        #expect(page.contains("<a href=\"/donnees/aides/tableau?mots.nom=judo&amp;tri=-montant\">Montant ≥ 0 "))
        #expect(page.contains("<a href=\"/donnees/aides/tableau?min.montant=0&amp;tri=-montant\">Bénéficiaire : « judo » "))
        let link = try #require(page.firstMatch(of: #/href="([^"]+exports\/csv[^"]*)"/#)).1.replacing("&amp;", with: "&")
        let lines = try await town.get(String(link)).text.split(whereSeparator: \.isNewline)
        #expect(lines.count == 3 && lines.dropFirst().allSatisfy { $0.lowercased().contains("judo") })
    }
}
