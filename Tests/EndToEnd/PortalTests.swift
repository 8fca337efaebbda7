import Foundation
import Support
import Testing

extension Journeys {
    /// The pages in a real browser, as readers have them.
    @Suite("The portal in a browser")
    struct PortalTests {
        private static let pages = [
            "/", "/donnees", "/donnees?q=cantine", "/donnees/subventions", "/donnees/subventions/tableau?q=judo&tri=-montant",
            "/donnees/budget/graphiques", "/donnees/equipements/versions/1..2", "/donnees/subventions/qualite",
            "/donnees/menus/api",
            "/qualite", "/budget", "/budget/2024?sens=recette&par=nature", "/budget/2025?dans=2",
            "/budget/2025?dans=2&dans=281&dans=60623", "/cantine?semaine=2025-W06", "/cantine?semaine=2025-W07&sans=lait",
            "/donnees/equipements/carte",
            "/donnees/equipements/carte?ouest=3.09&sud=47.05&est=3.11&nord=47.06", "/donnees/mandats/graphiques",
            "/donnees/prenoms/graphiques", "/donnees/subventions/graphiques?type=lines&x=annee&y=montant&par=politique",
            "/accessibilite", "/pages/methode", "/themes/finances", "/ogc", "/ogc/collections/equipements/items",
            "/nulle-part",
        ]

        @Test("can be read by anyone: phone or desk, light or dark, French or English, with a keyboard, without a script")
        func readable() async throws {
            let town = try Town.valbourg()
            try town.lavoir("run")
            try town.replace("Valbourg;47,064199", with: "Valbourg;47,064198", in: "exports/equipements.csv")
            try town.lavoir("run", "equipements")
            try await ServeTests.serving(town) { site in
                let pictures = Repository.folder.appending(path: ".build/pages")
                let said = try Script.run(
                    Repository.folder.appending(path: ".vendor/browser/bin/python").path,
                    [Repository.folder.appending(path: "scripts/browser/read").path, site.address, pictures.path] + Self.pages,
                    in: town.folder.url, environment: ["LD_LIBRARY_PATH": ""])
                #expect(said.isEmpty, "\(said)")
            }
        }
    }
}
