import Check
import Foundation
import Support
import Testing

@testable import Publish
@testable import Territory

@Suite("What goes beside the files")
struct DocumentTests {
    private static let columns = [
        MadeFiles.Column(name: "montant", type: "DECIMAL(12,2)"), MadeFiles.Column(name: "jour-1", type: "DATE"),
        MadeFiles.Column(name: "_mots", type: "VARCHAR[]"),
    ]

    private static func documents(_ sample: Sample, _ report: CheckReport? = nil) throws -> [Document] {
        Document.all(
            try sample.sheet(), MadeFiles(files: try sample.publication().files, columns: Self.columns), report)
    }

    @Test("tells fields, hashes and licence, and is known before it is written")
    func dictionary() throws {
        let sample = try Sample(
            sheet: "fields: { montant: { type: double, label: Montant, unit: €, required: true } }\nkey: [montant]")
        let document = try #require(try Self.documents(sample).first), json = try #require(JSON.reading(document.bytes))
        let schema = try #require(json["resources"]?.list.first?["schema"])
        #expect(schema["fields"]?.list.map { $0["name"]?.text } == ["montant", "jour-1", "_mots"])
        #expect(schema["fields"]?.list.map { $0["type"]?.text } == ["number", "date", "string"])
        #expect(schema["primaryKey"]?.list.map(\.text) == ["montant"])
        #expect(json["resources"]?.list.first?["hash"]?.text?.hasPrefix("sha256:") == true)
        #expect(json["licenses"]?.list.first?["path"]?.text == "https://www.etalab.gouv.fr/licence-ouverte-open-licence")
        let written = try document.write(to: sample.folder.url)
        #expect(document.file.sha256 == written.sha256)
        #expect(try FileDigest(sample.folder.url.appending(path: "datapackage.json")).sha256 == written.sha256)
    }

    @Test("describes the CSV where its readers look, in names that the standard allows")
    func tableMetadata() throws {
        let sample = try Sample(sheet: "fields: { montant: { label: Montant } }")
        let document = try #require(try Self.documents(sample).first { $0.file.key == "csvw" })
        #expect(document.file.name == "subventions.csv-metadata.json")
        let columns = try #require(JSON.reading(document.bytes)?["tableSchema"]?["columns"]?.list)
        #expect(columns.map { $0["name"]?.text } == ["montant", "jour%2D1", "%5Fmots"])
        #expect(columns.map { $0["datatype"]?.text } == ["decimal", "date", "string"])
        #expect(columns[0]["titles"]?.list.map(\.text) == ["montant", "Montant"])
        #expect(columns[2]["separator"]?.text == ",")
    }

    @Test("says what the check found, and nothing of a field kept private")
    func report() throws {
        let sample = try Sample(sheet: "fields: { montant: { type: double }, nom: { private: true } }")
        let dataset = try #require(sample.territory.dataset("subventions"))
        func group(_ field: String?, _ what: String) -> Report.Group {
            let template = Bilingual(fr: "{value} est trop", en: "{value} is too much"), words = Bilingual(what)
            return Report.Group(
                code: "x", severity: .warning, field: field, count: 3, examples: [], what: words, remedy: words,
                template: template)
        }
        let report = CheckReport([group("nom", "Zoé"), group("montant", "12"), group(nil, "Zoé, 12")], nil, of: dataset)
        let documents = try Self.documents(sample, report)
        #expect(documents.map(\.file.name).suffix(2) == ["report.html", "report.json"])
        for document in documents { #expect(!String(decoding: document.bytes, as: UTF8.self).contains("Zoé")) }
        let json = try #require(documents.last.flatMap { JSON.reading($0.bytes) })
        #expect(json["warnings"]?.integer == 6 && json["conform"]?.boolean == true)
        #expect(json["findings"]?.list.map { $0["what"]?["en"]?.text } == ["… is too much", "… is too much"])
    }
}
