import Foundation
import Support
import Testing

@Suite("Reference pages")
struct ReferencePageTests {
    @Test("docs/reference is what the program writes: `make docs` after a change of spec or sentence")
    func current() throws {
        let folder = try TemporaryFolder()
        #expect(try Program.run(["reference", folder.url.path], in: folder.url).status == 0)
        let kept = Repository.folder.appending(path: "docs/reference")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(try Set(names) == Set(FileManager.default.contentsOfDirectory(atPath: kept.path)))
        for name in names {
            #expect(try folder.text(name) == String(contentsOf: kept.appending(path: name), encoding: .utf8), "\(name)")
        }
    }
}
