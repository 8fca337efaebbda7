import Foundation
import Support
import Testing

@testable import Serve

@Suite("Where the money goes")
struct BudgetPagesTests {
    /// A school, a street and the debt of a town of a thousand, voted for 2025 and done in 2024; an entry of order counts for nothing.
    private static let town = Task {
        try await ServedTown(files: [
            "lavoir.yaml": "territory: { name: Ville de Petitbourg, population: 1000, languages: [fr, en] }\nlicence: lov2\n",
            "exports/budget.csv": """
            BGT_NATDEC;BGT_ANNEE;BGT_SIRET;BGT_CONTNAT;BGT_CONTNAT_LABEL;BGT_NATURE;BGT_NATURE_LABEL;BGT_FONCTION;BGT_FONCTION_LABEL;BGT_OPERATION;BGT_SECTION;BGT_OPBUDG;BGT_CODRD;BGT_MTREAL;BGT_MTPREV
            compte administratif;2024;21580000400016;011;Charges à caractère général;60623;Alimentation;281;Restauration;;fonctionnement;réel;dépense;9000;
            compte administratif;2024;21580000400016;23;Immobilisations en cours;2315;Installations;845;Voirie communale;12;investissement;réel;dépense;50000;
            budget primitif;2025;21580000400016;011;Charges à caractère général;60623;Alimentation;281;Restauration;;fonctionnement;réel;dépense;;10000
            budget primitif;2025;21580000400016;011;Charges à caractère général;60612;Énergie;212;Écoles primaires;;fonctionnement;réel;dépense;;30000
            budget primitif;2025;21580000400016;23;Immobilisations en cours;2315;Installations;845;Voirie communale;12;investissement;réel;dépense;;55000
            budget primitif;2025;21580000400016;66;Charges financières;66111;Intérêts;01;Opérations non ventilables;;fonctionnement;réel;dépense;;5000
            budget primitif;2025;21580000400016;023;Virement;023;Virement;01;Opérations non ventilables;;fonctionnement;ordre;dépense;;777777
            budget primitif;2025;21580000400016;73;Impôts;73111;Impôts directs locaux;01;Opérations non ventilables;;fonctionnement;réel;recette;;100000

            """,
            "datasets/budget.yaml": """
            title: { fr: Budget, en: Budget }
            source: { file: exports/budget.csv }
            publish: [portal]
            fields:
              BGT_ANNEE: { type: int }
              BGT_CONTNAT: { type: text }
              BGT_NATURE: { type: text }
              BGT_NATURE_LABEL: { type: text, label: Nature }
              BGT_FONCTION: { type: text }
              BGT_MTREAL: { type: double, label: Montant réalisé, unit: € }
              BGT_MTPREV: { type: double, label: Montant voté, unit: € }

            """,
        ])
    }

    private static func page(_ path: String) async throws -> PageText {
        let reply = try await Self.town.value.get(path)
        #expect(reply.status == 200, "\(path) \(reply.text)")
        return PageText(reply.text)
    }

    @Test("is told in one sentence, policy by policy, from the latest year")
    func whole() async throws {
        let lines = try await Self.page("/budget").lines
        #expect(
            lines.prefix(2) == [
                "Où va l’argent ?",
                "En 2025, Petitbourg prévoit de dépenser 100 k€, soit 100 € par habitant : 45 k€ pour le fonctionnement, 55 k€ pour l’investissement.",
            ])
        let start = try #require(lines.firstIndex { $0.hasPrefix("Politique | ") })
        #expect(
            lines[start...].prefix(4) == [
                "Politique | € | Part | Par habitant |", "Rues et transports | 55 000 € | 55 % | 55 € |",
                "Écoles et formation | 40 000 € | 40 % | 40 € |",
                "Impôts, dotations, dette : ce qui n’est pas d’un service | 5 000 € | 5 % | 5 € |",
            ])
        let years = try #require(lines.firstIndex { $0.hasPrefix("Année | ") })
        #expect(
            lines[years...].prefix(3) == [
                "Année | € | Par habitant |", "2024 (réalisé) | 59 000 € | 59 € |", "2025 (voté) | 100 000 € | 100 € |",
            ])
    }

    @Test("goes by links from the whole to a line, the same in English")
    func down() async throws {
        let town = try await Self.town.value
        var path = "/en/budget"
        for part in ["Schools and training", "Restauration", "Alimentation"] {
            let html = try await town.get(path).text
            let link = try #require(
                try html.firstMatch(of: Regex("<th scope=\"row\"><a href=\"([^\"]+)\">\(part)</a>"))?[1].substring)
            path = String(link.replacing("&amp;", with: "&"))
        }
        let lines = try await Self.page(path).lines
        #expect(lines.contains("Alimentation: €10k") || lines.contains("Alimentation : €10k"))
        #expect(
            lines.contains {
                $0.hasPrefix("Alimentation | Charges à caractère général | Restauration | –not given | fonctionnement | €10,000")
            }, "\(lines)")
    }

    @Test("tells revenue, a section, a past year, and says which")
    func choices() async throws {
        #expect(
            try await Self.page("/budget/2025?sens=recette&par=nature").lines.contains(
                "Impôts et taxes | 100 000 € | 100 % | 100 € |"))
        let investment = try await Self.page("/budget/2025?section=investissement").lines
        #expect(
            investment.contains("Rues et transports | 55 000 € | 100 % | 55 € |")
                && !investment.contains { $0.hasPrefix("Écoles et formation") })
        let done = try await Self.page("/budget/2024").lines
        #expect(done[1].hasPrefix("En 2024, Petitbourg a dépensé 59 k€"))
        #expect(done.contains("Rues et transports | 50 000 € | 84,7 % | 50 € |"))
    }

    @Test("offers the rows of what is shown as a file")
    func file() async throws {
        let town = try await Self.town.value
        let page = try await town.get("/budget/2025?dans=2")
        let link = try #require(page.text.firstMatch(of: #/href="([^"]*exports/csv[^"]*)"/#)).1.replacing("&amp;", with: "&")
        let file = try await town.get(String(link))
        #expect(file.status == 200 && file.text.split(separator: "\r\n").count == 3, "\(file.text)")
    }

    @Test(
        "has no page for a year or a part that is not there, nor in a town without a budget",
        arguments: ["/budget/1999", "/budget/2025?dans=x", "/budget/2025?jeu=autre"])
    func absent(path: String) async throws {
        #expect(try await Self.town.value.get(path).status == 404)
        #expect(try await ServedTown.shared.value.get("/budget").status == 404)
    }

    @Test("is found from the first page and the site map")
    func doors() async throws {
        for path in ["/", "/plan-du-site"] { #expect(try await Self.town.value.get(path).text.contains("href=\"/budget\"")) }
        #expect(try await Self.town.value.get("/sitemap.xml").text.contains("/en/budget</loc>"))
        #expect(try await !ServedTown.shared.value.get("/").text.contains("href=\"/budget\""))
    }
}
