import Foundation
import Support
import Testing

extension Journeys {
    @Suite("The catalogue of what a town publishes")
    struct CatalogueTests {
        @Test(
            "has the national form, and passes its check like any other file",
            .enabled(if: SharedFiles.arePresent(for: "the catalogue")), .timeLimit(.minutes(5)))
        func scdl() throws {
            let town = try Town.valbourg()
            try town.replace("  siret:", with: "  site: https://donnees.example.org\n  siret:", in: "lavoir.yaml")
            try town.lavoir("run", "prenoms", "subventions", "equipements")
            try town.lavoir("catalogue", "-o", "exports/catalogue.csv")
            let schema = SharedFiles.file("schemas/scdl--catalogue/schema.json").path
            try town.lavoir("check", "exports/catalogue.csv", "--schema", schema)
            let text = try town.folder.text("exports/catalogue.csv")
            #expect(text.split(separator: "\r\n").count == 4)
            #expect(text.contains("csv;json;geojson;gpkg;parquet,https://donnees.example.org/donnees/equipements"))
        }

        @Test("has its missing pieces told by lint, for whom they matter, without refusing anything", .timeLimit(.minutes(2)))
        func advice() throws {
            let town = try Town(
                lake: "destinations: { site: { folder: public } }\n",
                datasets: ["essai": "title: Essai\nsource: { file: exports/essai.csv }\npublish: [site]\n"])
            let said = try town.lavoir("lint").output
            #expect(said.contains("essai: fiche 1/11"), "\(said)")
            #expect(said.contains("? period: dites de quels jours elles parlent (SCDL, DCAT-AP, data.gouv.fr)"), "\(said)")
        }
    }
}
