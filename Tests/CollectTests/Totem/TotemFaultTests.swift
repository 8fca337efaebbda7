import Foundation
import Territory
import Testing

@testable import Collect

@Suite("TOTEM, files that are something else")
struct TotemFaultTests {
    private func fault(_ content: String) async throws -> TotemFault {
        let sample = try TotemSample.files(["budgets/b.xml": Data(content.utf8)])
        return try #require(await #expect(throws: TotemFault.self) { try await sample.convert("budgets/b.xml") })
    }

    @Test("a malformed file is told with file, line and column")
    func malformed() async throws {
        let document = TotemDocument(lines: ["<LigneBudget><Nature V=\"1\"></LigneBudget>"]).text
        let fault = try await fault(document)
        #expect(fault.code == "totem.malformed-xml")
        #expect(fault.place?.file == "budgets/b.xml")
        #expect(fault.place?.line == 8)
        #expect((fault.place?.column ?? 0) > 1)
    }

    @Test("a file that stops in the middle is malformed", arguments: [40, 300, 500])
    func cut(_ length: Int) async throws {
        let text = TotemDocument(lines: [TotemDocument.line("6413", "012", "D", "1.00")]).text
        #expect(try await fault(String(text.prefix(length))).code == "totem.malformed-xml")
    }

    @Test("random bytes end in a fault, never in a crash")
    func randomBytes() async throws {
        var generator = SystemRandomNumberGenerator()
        for size in [0, 1, 3, 100, 5000] {
            let bytes = Data((0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) })
            let sample = try TotemSample.files(["b.xml": bytes])
            await #expect(throws: TotemFault.self) { try await sample.convert("b.xml") }
        }
    }

    @Test(
        "other flows are recognised by their root", arguments: ["PES_ACQUIT", "PES_Retour", "PES_Aller", "Nomenclature", "rss"])
    func otherRoots(_ root: String) async throws {
        let fault = try await fault(
            #"<n:\#(root) xmlns:n="http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/retour"><a/></n:\#(root)>"#)
        #expect(fault.code == "totem.not-a-budget")
        #expect(fault.what.french.contains(root))
        #expect((fault.cause == nil) == (root == "rss"))
    }

    @Test("a CFU without a budget document says so")
    func cfuWithoutBudget() async throws {
        let cfu = #"<d:CompteFinancierUnique xmlns:d="http://www.minefi.gouv.fr/cp/demat/doccfu"/>"#
        #expect(try await fault(cfu).code == "totem.no-budget-inside")
    }

    @Test("entities are neither expanded nor fetched")
    func entities() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("totem-secret-\(UUID().uuidString)")
        try Data("SECRET".utf8).write(to: file)
        for definition in [#"x "yyyyyyyyyy""#, #"x SYSTEM "file://\#(file.path)""#] {
            let document = TotemDocument(
                prolog: "<!DOCTYPE DocumentBudgetaire [<!ENTITY \(definition)>]>", name: "A &x; B")
            #expect(try await fault(document.text).code == "totem.malformed-xml")
        }
    }
}
