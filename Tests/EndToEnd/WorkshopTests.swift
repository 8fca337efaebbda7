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

        @Test(
            "lets agents in through the town's directory, once each way, and nobody it does not vouch for",
            .timeLimit(.minutes(5)))
        func directory() async throws {
            var town = try Town.valbourg()
            let port = try Script.run(
                "python3", ["-c", "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])"],
                in: town.folder.url
            ).trimmingCharacters(in: .whitespacesAndNewlines)
            let declared = """

                sign-in:
                  issuer: http://localhost:\(port)
                  client: atelier
                  secret: { env: LAVOIR_TEST_DIRECTORY }

                """
            try town.folder.write(try town.folder.text("lavoir.yaml") + declared, to: "lavoir.yaml")
            town.environment["LAVOIR_TEST_DIRECTORY"] = "un secret, avec des signes : & % é"
            town.environment["LAVOIR_PASSWORD"] = "une phrase que personne ne devine"
            try town.lavoir("lint")
            for name in ["camille", "eve"] { try town.lavoir("user", "create", "\(name)@valbourg.fr", "--role", "publisher") }
            try town.lavoir("run", "subventions")
            try await ServeTests.serving(town) { [town] site in
                let said = try Script.run(
                    Repository.folder.appending(path: ".vendor/browser/bin/python").path,
                    [Repository.folder.appending(path: "scripts/browser/sign-in").path, site.address, port],
                    in: town.folder.url, environment: ["LD_LIBRARY_PATH": ""])
                #expect(said.isEmpty, "\(said)")
            }
            let trail = try town.folder.text("access/trail.jsonl")
            #expect(trail.contains("\"detail\":\"directory\"") && !trail.contains("inconnu"), "\(trail)")
        }
    }
}
