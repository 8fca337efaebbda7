import Foundation
import Support
import Testing

@testable import Publish
@testable import Territory

@Suite("Advice about a sheet")
struct SheetAdviceTests {
    @Test("says what is missing, where it is written, and for whom it matters")
    func missing() throws {
        let sample = try Sample()
        let dataset = try #require(sample.territory.dataset("subventions"))
        let advice = SheetAdvice(dataset, of: sample.territory)
        #expect(advice.missing.map(\.key) == ["description", "topic"])
        #expect(advice.missing.last?.wantedBy == ["DCAT-AP"])
    }

    @Test("is silent about a sheet that says everything")
    func whole() throws {
        let words = String(repeating: "Toutes les subventions versées. ", count: 8)
        let sample = try Sample(sheet: "topic: government")
        try sample.folder.write(
            try sample.folder.text("datasets/subventions.yaml").replacing("Toutes les subventions.", with: words),
            to: "datasets/subventions.yaml")
        let again = try Territory.load(sample.folder.url, knowing: Sample.vocabulary)
        let dataset = try #require(again.dataset("subventions"))
        #expect(SheetAdvice(dataset, of: again).missing == [])
    }

    @Test("the catalogue of the SCDL has a row of twenty cells for each dataset")
    func catalogue() throws {
        let csv = SCDLCatalogue([SCDLCatalogue.Entry(try Sample().sheet(), formats: [.csv, .json])]).csv
        let lines = csv.split(separator: "\r\n").map(String.init)
        #expect(lines.count == 2 && lines[0].split(separator: ",").count == 20)
        #expect(lines[1].hasSuffix(",2,csv;json,https://donnees.valbourg.example/donnees/subventions"))
        #expect(lines[1].contains(",Communale,Valbourg,2022-01-01,2024-12-31,2023-04-01,Annuelle,2025-03-31,"))
    }
}
