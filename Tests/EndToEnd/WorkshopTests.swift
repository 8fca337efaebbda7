import Foundation
import Support
import Testing

extension Journeys {
    /// An agent in front of a real browser.
    @Suite("The workshop in a browser")
    struct WorkshopTests {
        @Test(
            "takes an unknown workbook to a public page in fewer than twelve clicks, without a script or a mouse, in pages anyone can use",
            .enabled(if: SharedFiles.arePresent(for: "the workshop in a browser")), .timeLimit(.minutes(10)))
        func firstPublication() async throws {
            var town = try Town.valbourg()
            try town.lavoir("run")
            town.environment["LAVOIR_PASSWORD"] = "une phrase que personne ne devine"
            try town.lavoir("user", "create", "camille", "--role", "publisher")
            let workbook = SharedFiles.file("samples/subventions/sarthe_2018-converti-pdf.xlsx")
            try await ServeTests.serving(town) { [town] site in
                let pictures = Repository.folder.appending(path: ".build/pages")
                let said = try Script.run(
                    Repository.folder.appending(path: ".vendor/browser/bin/python").path,
                    [
                        Repository.folder.appending(path: "scripts/browser/publish").path, site.address, pictures.path, "camille",
                        workbook.path,
                    ],
                    in: town.folder.url, environment: town.environment.merging(["LD_LIBRARY_PATH": ""]) { $1 })
                #expect(said.isEmpty, "\(said)")
            }
            try town.lavoir("lint")
            #expect(try town.versions(of: "subventions-sarthe").map(\.number) == [1])
            #expect(try town.export("subventions-sarthe").split(whereSeparator: \.isNewline).count > 1_600)
        }
    }
}
