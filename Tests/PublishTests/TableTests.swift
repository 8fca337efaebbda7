import Foundation
import Support
import Testing

@testable import Publish
@testable import Territory

@Suite("Rows for a portal's table")
struct TableTests {
    private static func about(_ extensions: [String]) -> CKANAbout {
        CKANAbout(extensions: extensions, organizations: [], groups: [], licences: [], fields: [], required: [])
    }

    private static func publication(_ sample: Sample, _ columns: [(String, String)]) throws -> Publication {
        let sheet = try sample.sheet(), files = try sample.publication().files
        let made = MadeFiles(files: files, columns: columns.map { MadeFiles.Column(name: $0.0, type: $0.1) })
        return Publication(sheet: sheet, files: files, table: PublishedTable(sheet, made, rows: 1))
    }

    @Test("have PostgreSQL's types, and the words of the dictionary")
    func types() throws {
        let sample = try Sample(sheet: "fields: { montant: { label: Montant, unit: € } }")
        let publication = try Self.publication(
            sample,
            [("montant", "DECIMAL(12,2)"), ("mots", "VARCHAR[]"), ("jour", "DATE"), ("lieu", "STRUCT(lon DOUBLE, lat DOUBLE)")])
        let table = try #require(CKANTable(publication, on: Self.about(["datastore"])))
        #expect(table.fields.list.map { $0["type"]?.text } == ["numeric", "json", "date", "json"])
        #expect(table.fields.list.first?["info"]?["label"]?.text == "Montant")
        #expect(table.isLoaded(["datastore_source": .text(table.mark), "datastore_active": true]))
        #expect(!table.isLoaded(["datastore_source": .text(table.mark), "datastore_active": false]))
    }

    @Test("are left to what feeds the DataStore already, and kept from names it does not take")
    func loaders() throws {
        let sample = try Sample(), publication = try Self.publication(sample, [("a", "BIGINT")])
        #expect(CKANTable(publication, on: Self.about(["datastore", "xloader"])) == nil)
        #expect(CKANTable(publication, on: Self.about(["activity"])) == nil)
        #expect(CKANTable(try Self.publication(sample, [("_a", "BIGINT")]), on: Self.about(["datastore"])) == nil)
    }

    @Test("leave in lots, none lost at their edges")
    func lots() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            (1...12_345).map { "{\"n\":\($0),\"t\":\"\(String(repeating: "é", count: $0 % 300))\"}\n" }.joined(), to: "l.ndjson")
        var lots = try LineLots(folder.url.appending(path: "l.ndjson")), count = 0, sizes: [Int] = []
        while let lot = try lots.next() {
            sizes.append(lot.count)
            for line in lot {
                count += 1
                #expect(JSON.reading(line)?["n"]?.integer == count)
            }
        }
        #expect(count == 12_345 && sizes == [5_000, 5_000, 2_345])
    }
}
