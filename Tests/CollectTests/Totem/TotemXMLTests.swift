import DuckDB
import Foundation
import Testing

@testable import Collect

@Suite("TOTEM, what XML allows")
struct TotemXMLTests {
    private static let line = TotemDocument.line("6413", "012", "D", "40.00")

    private func convert(_ data: Data, mode: String = "completed") async throws -> TotemSample.Answer {
        try await TotemSample.files([
            "budget.xml": data, "plan-de-comptes/2022/M14/M14_COM_500_3500/planDeCompte.xml": TotemDocument.plan(),
        ]).convert("budget.xml", mode: mode)
    }

    @Test("the order of attributes does not matter")
    func attributeOrder() async throws {
        for section in [#"<CaracSup Code="Section" V="I"/>"#, #"<CaracSup V="I" Code="Section"/>"#] {
            let line = TotemDocument.line("6413", "012", "D", "1.00", more: section)
            let answer = try await convert(TotemDocument(lines: [line]).data)
            #expect(answer.findings("totem.section-disagrees").first?.text("detail") == "I")
        }
    }

    @Test("the prefix of the namespace does not matter, the namespace does")
    func prefix() async throws {
        let document = TotemDocument(lines: [Self.line]).text
        let prefixed = document.replacing(/<(\/?)([A-Z])/) { "<\($0.1)b:\($0.2)" }.replacing("xmlns=", with: "xmlns:b=")
        #expect(try await convert(Data(prefixed.utf8)).csv == convert(Data(document.utf8)).csv)
        let foreign = TotemDocument(lines: [Self.line.replacing("<ContNat", with: #"<ContNat xmlns="urn:other""#)])
        #expect(try await convert(foreign.data, mode: "strict").rows.first?.text("BGT_CONTNAT") == nil)
    }

    @Test("a comptable document beside the budget is passed over")
    func cfu() async throws {
        let budget = TotemDocument(prolog: "", lines: [Self.line]).text
        let cfu = """
            <d:CompteFinancierUnique xmlns:d="http://www.minefi.gouv.fr/cp/demat/doccfu">
            <DocumentComptable xmlns="http://www.minefi.gouv.fr/cp/demat/doccomptable"><Budget><LigneBudget/></Budget></DocumentComptable>
            \(budget)</d:CompteFinancierUnique>
            """
        #expect(try await convert(Data(cfu.utf8)).rows.count == 1)
    }

    @Test(
        "the declared encoding is obeyed",
        arguments: [("ISO-8859-1", String.Encoding.isoLatin1), ("windows-1252", .windowsCP1252), ("UTF-16", .utf16)])
    func encoding(_ name: String, _ encoding: String.Encoding) async throws {
        var document = TotemDocument(lines: [Self.line])
        document.prolog = #"<?xml version="1.0" encoding="\#(name)"?>"#
        document.name = "CRAC'H É"
        let data = try #require(document.text.data(using: encoding))
        #expect(try await convert(data).rows.first?.text("BGT_NOM") == "CRAC'H É")
    }

    @Test("references in values are resolved once")
    func references() async throws {
        var document = TotemDocument(lines: [Self.line])
        document.name = "A &amp; B &#38; C &#x26; D &lt; &quot;E&quot; &amp;#38; F"
        #expect(try await convert(document.data).rows.first?.text("BGT_NOM") == #"A & B & C & D < "E" &#38; F"#)
        let plan = try await convert(TotemDocument(lines: [TotemDocument.line("70311", nil, "R", "1.00")]).data)
        #expect(plan.rows.first?.text("BGT_NATURE_LABEL") == "Concessions & redevances")
    }

    @Test("lines the prefecture's tool calculated are dropped, and counted in _row")
    func calculated() async throws {
        let total = Self.line.replacing("<LigneBudget", with: #"<LigneBudget calculated="true""#)
        let kept = Self.line.replacing("<LigneBudget", with: #"<LigneBudget calculated="false""#)
        let rows = try await convert(TotemDocument(lines: [total, kept, total, Self.line]).data).rows
        #expect(rows.map { $0.integer("_row") } == [2, 4])
    }

    @Test("a LigneBudget in an annex is not a line")
    func annex() async throws {
        let document = TotemDocument(lines: [Self.line], annexes: "<Annexes><DATA_X><LigneBudget/></DATA_X></Annexes>")
        #expect(try await convert(document.data).rows.count == 1)
    }
}
