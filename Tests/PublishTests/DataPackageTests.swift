import Foundation
import Support
import Testing

@testable import Publish
@testable import Territory

@Suite("The dictionary beside the files")
struct DataPackageTests {
    @Test("tells fields, hashes and licence, and is known before it is written")
    func content() throws {
        let sample = try Sample(sheet: "fields: { montant: { type: double, label: Montant, unit: € }, nom: { private: true } }")
        let package = DataPackage(try sample.sheet(), files: try sample.publication().files)
        let json = try #require(JSON.reading(package.bytes))
        #expect(json["resources"]?.list.first?["schema"]?["fields"]?.list.map { $0["name"]?.text } == ["montant"])
        #expect(json["resources"]?.list.first?["hash"]?.text?.hasPrefix("sha256:") == true)
        #expect(json["licenses"]?.list.first?["path"]?.text == "https://www.etalab.gouv.fr/licence-ouverte-open-licence")
        let written = try package.write(to: sample.folder.url)
        #expect(package.described.sha256 == written.sha256)
        #expect(try FileDigest(sample.folder.url.appending(path: "datapackage.json")).sha256 == written.sha256)
    }
}
