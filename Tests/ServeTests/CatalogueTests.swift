import Foundation
import FoundationXML
import Testing

@testable import Serve

@Suite("The catalogue")
struct CatalogueTests {
    @Test("shows what is published, with its fields and what is told of it")
    func sheets() async throws {
        let town = try await ServedTown.shared.value
        let page = try await town.explore("datasets").json()
        #expect(page["total_count"].number == 1, "what is not published is not there")
        let sheet = page["results"][0]
        #expect(sheet["dataset_id"].text == "oeuvres")
        #expect(sheet["features"].list.compactMap(\.text) == ["analyze", "timeserie", "geo"])
        #expect(
            sheet["fields"].list.compactMap { $0["name"].text } == [
                "id", "titre", "prix", "poids", "pose", "releve", "mots", "public", "lieu", "contour",
            ])
        #expect(sheet["fields"][6]["annotations"]["multivalued"].text == ";")
        #expect(sheet["fields"][2]["annotations"]["unit"].text == "€")
        let metas = sheet["metas"]["default"]
        #expect(metas["title"].text == "Œuvres d'art" && metas["records_count"].number == 6)
        #expect(metas["license"].text == "Licence Ouverte v2.0 (Etalab)" && metas["publisher"].text == "Essai")
        #expect(metas["bbox"]["geometry"]["coordinates"][0][0].list.map(\.number) == [55.5, 43.7])
        #expect(try await town.explore("datasets/oeuvres").json() == sheet)
    }

    @Test("is asked in the language of the rows, with the names that clients use")
    func asked() async throws {
        let town = try await ServedTown.shared.value
        let flat = try await town.explore(
            "datasets", ["select": "dataset_id,default.title,records_count", "where": "features='geo'"])
        #expect(
            flat.text
                == "{\"total_count\": 1, \"results\": [{\"dataset_id\":\"oeuvres\",\"default.title\":\"Œuvres d'art\",\"records_count\":6}]}"
        )
        for clause in [
            "datasetid:\"oeuvres\"", "search(*, \"oeuvre\")", "theme='culture'", "keyword='parc'", "modified > date'2020'",
            "publisher='Essai'",
        ] {
            #expect(try await town.explore("datasets", ["where": clause]).json()["total_count"].number == 1, "\(clause)")
        }
        #expect(try await town.explore("datasets", ["where": "theme='sport'"]).json()["total_count"].number == 0)
        let facets = try await town.explore("facets", ["facet": "keyword"]).json()
        #expect(facets["facets"][0]["facets"].list.compactMap { $0["value"].text }.sorted() == ["art", "parc"])
        #expect(facets["links"].list.compactMap { $0["rel"].text } == ["self", "source"])
    }

    @Test("leaves as a table and as linked data")
    func exports() async throws {
        let town = try await ServedTown.shared.value
        let table = try await town.explore("exports/csv", ["select": "dataset_id,keyword", "with_bom": "false"])
        #expect(table.text == "dataset_id;keyword\r\noeuvres;art,parc\r\n")
        #expect(table.header("Content-Disposition") == "attachment; filename=\"datasets.csv\"")
        let turtle = try await town.explore("exports/ttl").text
        #expect(
            turtle.contains("dct:title \"Works of art\"@en") && turtle.contains("exports/geojson>") && !turtle.contains("paie"))
        let xml = try await town.explore("exports/rdf")
        let reader = XMLReading(xml.bytes)
        #expect(reader.isWellFormed && reader.elements.filter { $0 == "dcat:Dataset" }.count == 1)
        let sheets = try await town.explore("exports/json").json()
        #expect(sheets[0]["dataset_id"].text == "oeuvres" && sheets[0]["title"].text == "Œuvres d'art")
        #expect(try await town.explore("exports/rss").status == 404)
    }

    @Test("counts the values of facets under the other choices")
    func facets() async throws {
        let town = try await ServedTown.shared.value
        let facets = try await town.explore("datasets/oeuvres/facets", ["facet": "titre", "where": "prix=40"])
        #expect(
            facets.text.hasSuffix(
                """
                "facets": [{"name": "titre", "facets": [{"name": "École d'Été", "count": 2, "state": "displayed", "value": "École d'Été"}]}]}
                """))
        let all = try await town.explore("datasets/oeuvres/facets").json()
        #expect(all["facets"].list.compactMap { $0["name"].text } == ["titre", "pose", "mots"])
        let dates = try await town.explore("datasets/oeuvres/facets", ["facet": "pose", "refine": "pose:2020"]).json()
        let year = dates["facets"][0]["facets"][0]
        #expect(year["value"].text == "2020" && year["state"].text == "refined" && year["facets"].list.count == 2)
    }
}

/// Reads XML to its end.
private final class XMLReading: NSObject, XMLParserDelegate {
    private(set) var elements: [String] = []
    private(set) var isWellFormed = false

    init(_ data: Data) {
        super.init()
        let parser = XMLParser(data: data)
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) { elements.append(name) }
}
