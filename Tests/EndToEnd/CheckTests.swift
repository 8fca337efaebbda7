import Foundation
import Support
import Testing

extension Journeys {
    @Suite("Checks")
    struct Checks {
        private static let good = """
            COMMUNE_NOM,COLL_INSEE,ENFANT_SEXE,ENFANT_PRENOM,NOMBRE_OCCURRENCES,ANNEE
            Nantes,44109,F,Léa,12,2020

            """
        private static let bad = good + "Nantes,1000,F,Zoé,12,2020\nNantes,44109,f,Ana,douze,2020\n"

        private static func town() throws -> Town {
            let dataset = "title: Prénoms\nsource: { file: exports/bad.csv }\nschema: prenoms\n"
            var town = try Town(datasets: ["prenoms": dataset])
            town.environment = ["LAVOIR_SCHEMAS": town.folder.url.appending(path: "cache").path]
            try town.folder.write(good, to: "exports/good.csv")
            try town.folder.write(bad, to: "exports/bad.csv")
            let schema = try town.lavoir("schemas", "show", "scdl/prenoms", "--json").output
            try town.folder.write(schema, to: "schemas/prenoms.json")
            return town
        }

        @Test("end with 0 when the file is conform, 2 when it is not, 1 when there is no such schema")
        func codes() throws {
            let town = try Self.town()
            #expect(try town.lavoir("check", "exports/good.csv", "--schema", "scdl/prenoms").output.contains("Conforme"))
            let refused = try town.lavoir("check", "exports/bad.csv", "--schema", "scdl/prenoms", status: 2).output
            #expect(refused.contains("« 1000 »") && refused.contains("Non conforme") && refused.contains("Réparations"))
            let unknown = try town.lavoir("check", "exports/good.csv", "--schema", "scdl/prenom", status: 1)
            #expect(unknown.errors.contains("scdl/prenoms"))
            let both = try town.lavoir(
                "check", "exports/good.csv", "exports/bad.csv", "--schema", "scdl/prenoms", status: 2)
            #expect(both.output.contains("1 fichiers conformes sur 2"))
            #expect(try town.lavoir("check", "exports/good.csv").output.contains("scdl/prenoms"))
        }

        @Test("write the mended file, what was changed, and the same as a recipe")
        func repairs() throws {
            let town = try Self.town()
            let told = try town.lavoir(
                "check", "exports/bad.csv", "--schema", "scdl/prenoms", "--repair", "out.csv", "--likely", status: 2
            ).output
            #expect(told.contains("out.csv écrit ; erreurs restantes : 1"))
            #expect(try town.folder.text("out.csv").contains("Nantes,01000,F,Zoé,12,2020\nNantes,44109,F,Ana,douze,2020"))
            #expect(try town.folder.text("out.changes.csv").contains("3,COLL_INSEE,1000,01000,lost-zeros,false"))
            let recipe = try town.lavoir(
                "check", "exports/bad.csv", "--schema", "scdl/prenoms", "--as-recipe", "--likely", status: 2)
            #expect(recipe.output.contains("pad: { \"COLL_INSEE\": 5 }"))
        }

        @Test("of a run refuse a version, unless findings are accepted up to a ceiling, which is told everywhere")
        func ceiling() throws {
            let town = try Self.town()
            #expect(try town.lavoir("run", status: 2).output.contains("refusé"))
            try town.replace("schema: prenoms", with: "schema: prenoms\naccept: { findings: 2 }", in: "datasets/prenoms.yaml")
            #expect(try town.lavoir("run", status: 2).output.contains("refusé"))
            try town.replace("findings: 2", with: "findings: 3", in: "datasets/prenoms.yaml")
            let run = try town.lavoir("run").output
            #expect(run.contains("version 1") && run.contains("plafond 3"))
            #expect(try town.lavoir("log", "prenoms").output.contains("tolérées"))
            #expect(try town.lavoir("quality").output.contains("valide"))
            let check = try town.lavoir("check", "--dataset", "prenoms", "--version", "1", status: 2).output
            #expect(check.contains("« 1000 »"))
        }
    }
}
