import Foundation
import Support
import Territory
import Testing

@testable import Inspect

@Suite("The schema proposed")
struct SchemaTests {
    /// A shelf of two small schemas, in a territory.
    private static func town() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("territory: { name: Essai }\n", to: "lavoir.yaml")
        try folder.write(
            """
            {"title": "Aides", "fields": [
              {"name": "nomBeneficiaire", "title": "Nom du bénéficiaire", "constraints": {"required": true}},
              {"name": "idBeneficiaire", "title": "SIRET du bénéficiaire"},
              {"name": "dateConvention", "type": "date", "title": "Date de la convention", "constraints": {"required": true}},
              {"name": "montant", "type": "number", "title": "Montant de la subvention", "constraints": {"required": true}},
              {"name": "nature", "constraints": {"enum": ["aide en numéraire", "aide en nature"], "required": true}}]}
            """, to: "schemas/aides.json")
        try folder.write(
            """
            {"title": "Météo", "fields": [{"name": "jour", "type": "date", "constraints": {"required": true}},
              {"name": "evapotranspiration", "type": "number", "constraints": {"required": true}}]}
            """, to: "schemas/meteo/schema.json")
        try folder.write("{\"pas\": \"un schéma\"}", to: "schemas/autre.json")
        return folder
    }

    private static func inspect(_ text: String, named name: String = "x.csv") async throws -> Inspector.Findings {
        let folder = try town()
        try folder.write(text, to: name)
        return try await Inspected.file(
            folder.url.appending(path: name), schemas: folder.url.appending(path: "schemas"), drafting: name)
    }

    private static let complete = """
        Organisme;SIRET;Date de la convention;Montant de la subvention;Nature
        Lyre;775 672 272 00041;31/12/2024;1 500,00 €;en numéraire
        Judo;210 600 045 00392;01/12/2024;200 €;AIDE EN NATURE

        """

    @Test("is declared when nothing is missing, its values written as its list does")
    func complete() async throws {
        let found = try await Self.inspect(Self.complete)
        let draft = try #require(found.draft)
        #expect(draft.schema == "aides" && draft.declaresSchema && draft.missing.isEmpty)
        #expect(draft.outcome.filledRequired == 4 && draft.outcome.filled.count == 5)
        let yaml = draft.yaml(in: .french)
        #expect(yaml.contains("nature: { AIDE EN NATURE: aide en nature, en numéraire: aide en numéraire }"), "\(yaml)")
    }

    @Test("brings the repairs that it asks for: the safe ones as steps, the likely ones as questions")
    func repairs() async throws {
        let folder = try TemporaryFolder()
        try folder.write("territory: { name: Essai }\n", to: "lavoir.yaml")
        try folder.write(
            """
            {"title": "Lieux", "fields": [
              {"name": "nomLieu", "title": "Nom du lieu", "constraints": {"required": true}},
              {"name": "siteInternet", "title": "Site internet", "type": "string", "format": "uri"},
              {"name": "accesLibre", "title": "Accès libre", "type": "boolean"},
              {"name": "etatLieu", "title": "État du lieu", "constraints": {"enum": ["en service", "hors service", "désaffecté"]}}]}
            """, to: "schemas/lieux.json")
        try folder.write(
            """
            Nom du lieu;Site internet;Accès libre;État du lieu
            Gymnase;www.valbourg.example;oui;en service
            Stade;https://stade.example;non;hors servise
            Piscine;https://piscine.example;oui;dÃ©saffectÃ©

            """, to: "x.csv")
        let found = try await Inspected.file(
            folder.url.appending(path: "x.csv"), schemas: folder.url.appending(path: "schemas"), drafting: "x.csv")
        let yaml = try #require(found.draft).yaml(in: .french)
        #expect(
            yaml.contains("# ce que le schéma demande\n  - map: { \"etatLieu\": { \"dÃ©saffectÃ©\": \"désaffecté\" } }"),
            "\(yaml)")
        #expect(yaml.contains("# à demander : etatLieu : « hors servise » veut-il dire « hors service » ? (1)"), "\(yaml)")
        #expect(yaml.contains("siteInternet : « www.valbourg.example » veut-il dire « https://www.valbourg.example » ? (1)"))
    }

    @Test("is a comment when a required field lacks, which is asked and never invented")
    func lacking() async throws {
        let text = "Bénéficiaire;Montant de la subvention;Nature de l'aide\nLyre;12;aide en nature\nJudo;13;don\n"
        let found = try await Self.inspect(text)
        let draft = try #require(found.draft)
        #expect(draft.schema == "aides" && !draft.declaresSchema)
        #expect(draft.missing.map(\.french) == ["dateConvention (Date de la convention ; date AAAA-MM-JJ)"])
        #expect(draft.yaml(in: .french).contains("# il manque : dateConvention"))
        let trap = try #require(found.profile.traps.first { $0.code == "inspect.outside-list" })
        #expect(trap.proofs.map(\.value) == ["don"] && trap.proofs.map(\.row) == [3])
    }

    @Test("takes no column of years for dates, and says why")
    func years() async throws {
        let text = "Bénéficiaire;Date de la convention;Montant de la subvention\nLyre;2014;12\nJudo;2015;13\n"
        let fit = try #require(try await Self.inspect(text).profile.schemas.first)
        #expect(fit.name == "aides" && !fit.matches.contains { $0.field == "dateConvention" })
        #expect(fit.missing.contains { $0.french.hasPrefix("dateConvention") && $0.french.hasSuffix("est de type année") })
    }

    @Test("is not decided by the name of the file, nor by a sign that any table has")
    func names() async throws {
        let text = "nom;date;montant\nLyre;2024-01-02;12\nJudo;2024-01-03;13\n"
        #expect(try await Self.inspect(text, named: "aides-nature-beneficiaires.csv").draft?.schema == nil)
    }

    @Test("is looked for among the files that are schemas")
    func shelf() throws {
        let folder = try Self.town()
        let shelf = SchemaShelf(folder.url.appending(path: "schemas"))
        #expect(shelf.schemas.map(\.path) == ["aides", "meteo"] && shelf.isOfTerritory)
        #expect(SchemaShelf(folder.url.appending(path: "none")).schemas.isEmpty)
    }
}
