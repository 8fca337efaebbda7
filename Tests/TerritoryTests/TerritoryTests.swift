import Foundation
import Testing

@testable import Territory

@Suite("Territory")
struct TerritoryLoadingTests {
    @Test("a whole territory is read into values")
    func load() throws {
        let yaml = """
            title: { fr: Subventions, en: Grants }
            description: Depuis 2019
            keywords: [associations, aides]
            frequency: biannual
            source: subventions
            recipe:
              - trim: all
              - rename: { "N° SIRET": idBeneficiaire, 2019: a }
            schema: scdl/subventions
            key: idBeneficiaire
            fields:
              montant: { unit: €, label: Montant attribué, facet: true }
              politique: { separator: ";", private: true }
            publish: [portal, metropole]
            views:
              - treemap: { size: montant }
            """
        let schema = """
            {"name":"scdl-subventions","fields":[{"name":"idBeneficiaire","type":"string","title":"SIRET","constraints":{"required":true}},
            {"name":"montant","type":"number","description":"En euros"},{"name":"annee","type":"year"},{"name":"lieu","type":"geopoint"}]}
            """
        let territory = try SampleTerritory([
            "datasets/subventions.yaml": yaml, "sources/subventions.yaml": "file: exports/*.csv\nheader: 4\n",
            "schemas/scdl/subventions/schema.json": schema, "datasets/README.md": "notes", "datasets/.hidden.yaml": "[",
        ]).load()
        #expect(territory.name == "Ville de Valbourg" && territory.siren == "215800004" && territory.licence == "lov2")
        #expect(territory.languages == [.french, .english])
        #expect(territory.lake == LakeDeclaration())
        let dataset = try #require(territory.dataset("subventions"))
        #expect(dataset.title == Bilingual(fr: "Subventions", en: "Grants") && dataset.description == Bilingual("Depuis 2019"))
        #expect(dataset.frequency?.authorityCode == "ANNUAL_2" && dataset.keywords == ["associations", "aides"])
        #expect(dataset.source.connector == "file" && dataset.source.argument.text == "exports/*.csv")
        #expect(dataset.source.options["header"]?.integer == 4 && dataset.source.name == "subventions")
        #expect(dataset.source.text == "file: exports/*.csv\nheader: 4\n" && dataset.text == yaml)
        #expect(dataset.recipe.map(\.name) == ["trim", "rename"] && dataset.recipe[1].place.line == 8)
        #expect(dataset.recipe[1].argument.entries?.map(\.key) == ["N° SIRET", "2019"])
        #expect(dataset.schema?.file == "schemas/scdl/subventions/schema.json" && dataset.key == ["idBeneficiaire"])
        #expect(dataset.publish == ["portal", "metropole"] && dataset.views.first?["treemap"]?["size"]?.text == "montant")
    }

    @Test("fields are the schema's in their order, completed by the town's, then the town's own")
    func resolvedFields() throws {
        let schema = """
            {"fields":[{"name":"a","type":"integer","title":"A","constraints":{"required":true}},{"name":"b","type":"geojson"},
            {"name":"c","type":"any"},{"name":"d"}]}
            """
        let yaml = dataset(
            "schema: schemas/s.json\nfields:\n  z: { type: date }\n  a: { type: double, unit: €, required: false }\n")
        let territory = try SampleTerritory(["datasets/x.yaml": yaml, "schemas/s.json": schema]).load()
        let fields = try #require(territory.datasets.first?.resolvedFields)
        #expect(fields.map(\.name) == ["a", "b", "c", "d", "z"])
        #expect(fields.map(\.type) == [.double, .geo_shape, .text, .text, .date])
        #expect(fields[0] == FieldDeclaration(name: "a", type: .double, label: "A", unit: "€"))
    }

    @Test(
        "a schema is found under its name, in its folder, or by its path",
        arguments: [
            ("scdl/b", "schemas/scdl/b.json"), ("scdl/b", "schemas/scdl/b/schema.json"), ("scdl/b", "schemas/scdl/b.schema.json"),
            ("schemas/m.json", "schemas/m.json"),
        ])
    func schemas(name: String, file: String) throws {
        let files = ["datasets/x.yaml": dataset("schema: \(name)\n"), file: "{\"fields\":[]}"]
        #expect(try SampleTerritory(files).load().datasets.first?.schema?.file == file)
    }

    @Test("no schema is none, written or not", arguments: ["", "schema: none\n"])
    func noSchema(line: String) throws {
        #expect(try SampleTerritory(["datasets/x.yaml": dataset(line)]).load().datasets.first?.schema == nil)
    }

    @Test("the lake of a metropolis: PostgreSQL, S3 and their secrets")
    func lake() throws {
        let lavoir = """
            territory: { name: Métropole }
            lake:
              catalogue: postgres://pg.example.org:5433/lake
              data: s3://ville/lavoir
              user: lavoir
              password: { env: PG_PASSWORD }
              s3: { endpoint: "minio:9000", region: eu, key: { env: KEY }, secret: { file: /run/secret }, ssl: false }
              keep: 2 ans
            """
        let territory = try SampleTerritory([:], lavoir: lavoir).load()
        let lake = territory.lake
        #expect(lake.server?.host == "pg.example.org" && lake.server?.port == 5433 && lake.server?.database == "lake")
        #expect(lake.isRemote && lake.user == "lavoir" && lake.password?.reference == "env: PG_PASSWORD")
        #expect(lake.s3?.endpoint == "minio:9000" && lake.s3?.ssl == false && lake.s3?.secret?.reference == "file: /run/secret")
        #expect(lake.keep?.description == "2 years" && territory.languages == [.french])
    }

    @Test("specs of one name add up their options")
    func sharedName() {
        func connector(_ option: String) -> Spec {
            let key = Key(option, .text, summary: Bilingual(option))
            return Spec(name: "file", summary: Bilingual("f"), argument: .glob, options: [key], example: "")
        }
        let vocabulary = Vocabulary(connectors: [connector("sheet"), connector("encoding")], steps: [], destinations: [])
        #expect(vocabulary.connectors.map { $0.options.map(\.name) } == [["sheet", "encoding"]])
    }
}
