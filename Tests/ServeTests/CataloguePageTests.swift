import Foundation
import Support
import Testing

@testable import Serve

@Suite("The catalogue's page")
struct CataloguePageTests {
    /// 23 small datasets of two producers, one of which speaks of trees.
    private static let town = Task { () -> ServedTown in
        var files = ["lavoir.yaml": "territory: { name: Essai }\n", "exports/lignes.csv": "essence,hauteur\nChêne,12\nHêtre,9\n"]
        for number in 1...23 {
            files["datasets/jeu-\(number).yaml"] = """
                title: \(number == 7 ? "Arbres d'alignement" : "Jeu \(number)")
                description: \(number == 12 ? "On y parle des arbres." : "Des lignes.")
                source: { file: exports/lignes.csv }
                publish: [portal]
                theme: \(number < 10 ? "environnement" : "culture")
                keywords: [essai, "mot \(number % 2)"]
                \(number % 4 == 0 ? "producer: { name: Régie des eaux }" : "frequency: annual")

                """
        }
        return try await ServedTown(files: files)
    }

    /// The names of the datasets of a page, in its order.
    private static func names(_ page: String) -> [String] {
        page.matches(of: #/<h2><a href="/donnees/(jeu-\d+)"/#).map { String($0.1) }
    }

    @Test("shows twenty datasets at a time, each of them on one page")
    func pages() async throws {
        let town = try await Self.town.value
        let first = try await town.get("/donnees").text, second = try await town.get("/donnees?page=2").text
        #expect(Self.names(first).count == 20 && Self.names(second).count == 3)
        #expect(Set(Self.names(first) + Self.names(second)).count == 23)
        #expect(first.contains("<strong>23 jeux de données</strong>") && first.contains("href=\"/donnees?page=2\">Page suivante"))
        #expect(second.contains("<title>Données – page 2") && second.contains("<span>Page 2 / 2</span>"))
        #expect(try await town.get("/donnees?page=99").status == 200)
    }

    @Test("counts the values of its facets among what the other choices leave, and each choice can be undone")
    func facets() async throws {
        let town = try await Self.town.value
        let all = try await town.get("/donnees").text
        #expect(all.contains("<option value=\"Essai\">Essai (18)</option>"))
        #expect(all.contains("<option value=\"Régie des eaux\">Régie des eaux (5)</option>"))
        #expect(all.contains("<option value=\"mot 1\">mot 1 (12)</option>"))
        // One licence for all, no schema: nothing to choose.
        #expect(!all.contains("name=\"licence\"") && !all.contains("name=\"norme\""))
        let chosen = try await town.get("/donnees?theme=culture&producteur=R%C3%A9gie%20des%20eaux").text
        #expect(Set(Self.names(chosen)) == ["jeu-12", "jeu-16", "jeu-20"])
        // The other values of what is chosen stay in sight, counted as if it were not.
        #expect(chosen.contains("<option value=\"Essai\">Essai (11)</option>"))
        #expect(chosen.contains("value=\"environnement\"> Environnement <span>2</span>"))
        #expect(chosen.contains(#/href="\/donnees\?theme=culture">Producteur : Régie des eaux/#))
        let none = try await town.get("/donnees?producteur=Personne%3Cb%3E").text
        #expect(none.contains("Aucun jeu de données") && none.contains("Personne&lt;b&gt; (0)"))
    }

    @Test("puts what is called so before what speaks of it, unless another order is asked for")
    func relevance() async throws {
        let town = try await Self.town.value
        #expect(Self.names(try await town.get("/donnees?q=arbres").text) == ["jeu-7", "jeu-12"])
        #expect(Self.names(try await town.get("/donnees?q=arbre").text) == ["jeu-7", "jeu-12"])
        #expect(Self.names(try await town.get("/donnees?q=abres&tri=titre").text) == ["jeu-7", "jeu-12"])
        let page = try await town.get("/donnees?q=arbres").text
        #expect(page.contains("<option value=\"pertinence\" selected>Pertinence</option>"))
    }

    @Test("is where the page of a theme or of a producer leads when it cannot show all of its datasets")
    func more() async throws {
        let town = try await Self.town.value
        let producers = try await town.get("/producteurs").text
        #expect(producers.contains("<a href=\"/producteurs/essai\">Tous les 18 jeux de données</a>"))
        let culture = try await town.get("/themes/culture").text
        #expect(culture.contains("class=\"card\"") && !culture.contains("Tous les"))
    }

    @Test("tells programs who makes a dataset")
    func producer() async throws {
        let town = try await Self.town.value, catalogue = "/api/explore/v2.1/catalog/datasets"
        let metas = try await town.get("\(catalogue)/jeu-4").json()["metas"]
        #expect(metas["default"]["publisher"].text == "Régie des eaux" && metas["dcat"]["creator"].text == "Régie des eaux")
        let found = try await town.get("\(catalogue)?refine=publisher%3AR%C3%A9gie%20des%20eaux&limit=1").json()
        #expect(found["total_count"].number == 5)
    }
}
