import Foundation
import Testing

@testable import Publish
@testable import Territory

@Suite("The sheet of a dataset")
struct SheetTests {
    @Test("has an identifier that is the same on every machine, and the one the town writes when it does")
    func identifier() throws {
        let id = try Sample().sheet().id
        #expect(id == Identifier.of("subventions", territory: "215800004"))
        #expect(id.wholeMatch(of: #/[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/#) != nil, "\(id)")
        let own = "2F6B0C3E-8A40-4DDB-9E0F-0A1B2C3D4E5F"
        #expect(try Sample(sheet: "id: \(own)").sheet().id == own.lowercased())
    }

    @Test("takes from the territory what the dataset leaves out")
    func inherited() throws {
        let sheet = try Sample().sheet()
        #expect(sheet.contact?.name == "Service numérique")
        #expect(sheet.coverage?.code == "58001")
        #expect(sheet.producer == Producer(name: "Ville de Valbourg", siret: "21580000400016"))
        #expect(sheet.issued == "2023-04-01")
        #expect(sheet.modified == "2025-03-31T08:00:00")
        #expect(sheet.page == "https://donnees.valbourg.example/donnees/subventions")
        let other = try Sample(sheet: "producer: { name: CCAS }\nissued: 2020-02-29\n").sheet()
        #expect(other.producer.name == "CCAS" && other.publisher.name == "Ville de Valbourg" && other.issued == "2020-02-29")
    }

    @Test(
        "knows licences by the names portals give them",
        arguments: [("lov2", "lov2"), ("odbl", "odc-odbl"), ("ODC-ODbL", "odc-odbl")])
    func licences(_ written: String, _ udata: String) {
        #expect(LicenceName(written).udata == udata)
    }

    @Test("has keywords that CKAN accepts")
    func tags() throws {
        #expect(CKANSheet(try Sample().sheet()).tags == ["Vie associative", "l aide clé", "finances"])
    }

    @Test("has keywords as udata writes them")
    func slugs() {
        #expect(UdataSheet.slug("Vie associative") == "vie-associative")
        #expect(UdataSheet.slug("l'État, à Œuvres") == "letat-a-œuvres".replacing("œ", with: "-").replacing("--", with: "-"))
    }

    @Test("gives a box as a polygon for the search on a map")
    func box() throws {
        let extras = CKANSheet(try Sample().sheet()).extras
        #expect(
            extras["spatial"]
                == #"{"coordinates":[[[3.1,47.1],[3.2,47.1],[3.2,47.2],[3.1,47.2],[3.1,47.1]]],"type":"Polygon"}"#)
        #expect(extras["spatial_uri"] == "http://id.insee.fr/geo/commune/58001")
        #expect(extras["frequency"] == "http://publications.europa.eu/resource/authority/frequency/ANNUAL")
    }
}
