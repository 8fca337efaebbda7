import Foundation
import Support
import Testing

@testable import Serve

@Suite("The look of a portal")
struct ThemeTests {
    private static let town = Task {
        let declared = [
            "lavoir.yaml": """
            territory: { name: Ville de Petitbourg, languages: [fr, en] }
            licence: lov2
            portal:
              colour: "#8a2f4b"
              logo: images/logo.svg
              highlights: [oeuvres]
              links: [{ title: { fr: La ville, en: The town }, address: "https://ville.example/?a=1&b=2" }]
              security: mailto:securite@ville.example
              accessibility: accessibilite.yaml

            """,
            "images/logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "accessibilite.yaml": """
            conformity: partial
            audit: { date: "2026-03-01", by: Cabinet Clair, standard: RGAA 4.1.2, rate: 82.5 }
            failures: ["Les <b>cartes</b>"]
            contact: aide@ville.example

            """,
            "pages/methode.md": "# Méthode\n\nUn *mot*.\n", "pages/histoire.md": "Sans titre.\n",
            "pages/en/methode.md": "# Method\n\nA *word*.\n",
            "pages/Mauvais Nom.md": "# Passé\n",
        ]
        return try await ServedTown(files: ServedTown.seeded.merging(declared) { $1 })
    }

    @Test("is declared: colours, picture, links, what comes first")
    func declared() async throws {
        let town = try await Self.town.value
        let home = try await town.get("/").text
        #expect(home.contains("À la une") && home.contains("href=\"https://ville.example/?a=1&amp;b=2\">La ville</a>"))
        let style = try #require(home.firstMatch(of: #/href="(\/style\/portail\.[0-9a-f]+\.css)"/#)).1
        #expect(try await town.get(String(style)).text.contains("--strong: #8a2f4b"))
        let logo = try #require(home.firstMatch(of: #/src="(\/style\/icone\.[0-9a-f]+\.svg)"/#)).1
        let picture = try await town.get(String(logo))
        #expect(
            picture.header("Content-Type") == "image/svg+xml" && picture.text == "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        #expect(picture.header("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true)
        let plain = try await ServedTown.shared.value.get("/").text
        #expect(!plain.contains(style) && !plain.contains("À la une"))
    }

    @Test("says how accessible the site is, from the town's own file")
    func accessibility() async throws {
        let town = try await Self.town.value
        let lines = PageText(try await town.get("/accessibilite").text).lines
        #expect(lines.first == "Accessibilité : partiellement conforme")
        #expect(
            lines.contains(
                "L’audit de RGAA 4.1.2, mené par Cabinet Clair, date du 1er mars 2026 : 82,5 % des critères sont respectés."),
            "\(lines)")
        #expect(lines.contains("Les <b>cartes</b>") && lines.contains("Écrivez à : aide@ville.example"))
        #expect(try await town.get("/en").text.contains("Accessibility: partially compliant"))
        #expect(
            PageText(try await ServedTown.shared.value.get("/accessibilite").text).lines.first == "Accessibilité : non conforme")
    }

    @Test("has pages that the town writes itself, and says when one is not translated")
    func editorial() async throws {
        let town = try await Self.town.value
        #expect(PageText(try await town.get("/pages/methode").text).lines == ["Méthode", "Un mot."])
        #expect(PageText(try await town.get("/en/pages/methode").text).lines == ["Method", "A word."])
        let french = try await town.get("/en/pages/histoire").text
        #expect(
            PageText(french).lines == ["Histoire", "This page has not been translated yet: here it is in French.", "Sans titre."])
        #expect(french.contains("<div class=\"prose\" lang=\"fr\">"))
        for none in ["/pages/en", "/pages/Mauvais%20Nom"] { #expect(try await town.get(none).status == 404) }
        #expect(try await town.get("/sitemap.xml").text.contains("/en/pages/methode</loc>"))
    }

    @Test("has a page for each theme")
    func themes() async throws {
        let town = try await Self.town.value
        #expect(
            PageText(try await town.get("/themes/culture").text).lines.prefix(3) == [
                "Culture", "1 jeu de données.", "Œuvres d'art",
            ])
        #expect(try await town.get("/themes/nulle").status == 404)
    }

    @Test("tells where a weakness is told, when the town says where")
    func security() async throws {
        let text = try await Self.town.value.get("/.well-known/security.txt").text
        #expect(text.contains("Contact: mailto:securite@ville.example\n") && text.contains("\nPreferred-Languages: fr, en\n"))
        #expect(text.contains(#/\nExpires: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n/#))
        #expect(try await ServedTown.shared.value.get("/.well-known/security.txt").status == 404)
    }
}
