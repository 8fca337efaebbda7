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
            "/producteurs", "/producteurs/ville-de-valbourg", "/embed/subventions/graphique?vue=1", "/embed/equipements/carte",
            "/donnees?theme=finances&mot-cle=mandats", "/donnees/equipements/versions",
            "/donnees/subventions/tableau?min.montant=5000", "/plan-du-site", "/mentions-legales",
            "/donnees-personnelles", "/reutilisations", "/demandes", "/api?dataset=subventions&select=count(*)%20as%20n",
            "/ogc/collections", "/ogc/collections/equipements", "/ogc/collections/equipements/queryables",
            "/ogc/collections/catalogue/items", "/ogc/conformance", "/ogc/tileMatrixSets",
            "/nulle-part",
        ]

        /// The sheet of a row, as its table leads to it.
        private static func row(of dataset: String, on site: ServeTests.Site) async throws -> String {
            let table = String(decoding: try await site.get("/donnees/\(dataset)/tableau").body, as: UTF8.self)
            return String(try #require(table.firstMatch(of: #/href="(\/donnees\/[^"]+\/lignes\/[^"]+)"/#)).1)
        }

        /// The routes of a real dataset.
        private static let realPages = [
            "/donnees/aides", "/donnees/aides/tableau?tri=-montant", "/donnees/aides/graphiques",
            "/donnees/aides/graphiques?type=lines&x=annee&y=montant&par=nature", "/donnees/aides/qualite",
            "/donnees/aides/versions",
            "/donnees/aides/api", "/embed/aides/graphique?vue=2", "/producteurs/departement-de-loire-atlantique",
        ]

        /// The grants of a department, as it handed them over.
        private static func addRealDataset(to town: Town) throws {
            let recipe = Repository.folder.appending(path: "Tests/EndToEnd/Samples/datasets/subventions-loire-atlantique.yaml")
            let sheet = """

                description: Les aides versées par le département, 1 500 lignes telles qu'il les a données.
                theme: finances
                producer: { name: Département de Loire-Atlantique, siret: "22440002800011" }
                publish: [portal]
                fields:
                  montant: { type: double, label: Montant, unit: € }
                  annee: { type: int, label: Année, facet: true }
                  nature: { type: text, label: Nature, facet: true }
                  nomBeneficiaire: { type: text, label: Bénéficiaire, facet: true }
                views:
                  - treemap: { size: montant, by: [annee, nomBeneficiaire] }
                  - bars: { x: nomBeneficiaire, y: montant }

                """
            try town.folder.write(try String(contentsOf: recipe, encoding: .utf8) + sheet, to: "datasets/aides.yaml")
            try town.copy(
                SharedFiles.file("samples/subventions/loire-atlantique_extrait1500.csv"), to: "loire-atlantique_extrait1500.csv")
        }

        @Test("can be read by anyone: phone or desk, light or dark, French or English, with a keyboard, without a script")
        func readable() async throws {
            var town = try Town.valbourg()
            let hasReal = SharedFiles.arePresent(for: "the portal in a browser, a real dataset")
            if hasReal { try Self.addRealDataset(to: town) }
            try town.lavoir("run")
            try town.replace("Valbourg;47,064199", with: "Valbourg;47,064198", in: "exports/equipements.csv")
            try town.lavoir("run", "equipements")
            // Someone who reads what readers propose.
            town.environment["LAVOIR_PASSWORD"] = "une phrase que personne ne devine"
            try town.lavoir("user", "create", "camille", "--role", "publisher")
            try await ServeTests.serving(town) { [town] site in
                let row = try await Self.row(of: "equipements", on: site)
                let pictures = Repository.folder.appending(path: ".build/pages")
                let said = try Script.run(
                    Repository.folder.appending(path: ".vendor/browser/bin/python").path,
                    [Repository.folder.appending(path: "scripts/browser/read").path, site.address, pictures.path] + Self.pages
                        + [row] + (hasReal ? Self.realPages : []),
                    in: town.folder.url, environment: ["LD_LIBRARY_PATH": ""])
                #expect(said.isEmpty, "\(said)")
            }
        }
    }
}
