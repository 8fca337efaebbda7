import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("A file that is no table")
struct LookAlikeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        /// In the sentence, and in the advice.
        let says: String
        let advises: String
        var testDescription: String { name }

        init(_ name: String, _ bytes: [UInt8], _ says: String, _ advises: String) {
            (self.name, self.bytes, self.says, self.advises) = (name, bytes, says, advises)
        }

        init(_ name: String, _ text: String, _ says: String, _ advises: String) {
            self.init(name, Array(text.utf8), says, advises)
        }
    }

    static let xml = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!-- rien -->\n"
    static let cases: [Case] = [
        Case("vide.csv", [], "an empty file", "again"),
        Case("rapport.csv", "%PDF-1.4 …", "PDF", "table"),
        Case("plan.csv", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "PNG", "table"),
        Case("photo.xlsx", [0xFF, 0xD8, 0xFF, 0xE0, 0], "JPEG", "table"),
        Case("a.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7-Zip", "Extract"),
        Case("a.rar", "Rar!\u{1A}\u{7}", "RAR", "Extract"),
        Case("base.mdb", [0, 1, 0, 0] + Array("Standard Jet DB\0".utf8), "Access", "export the table"),
        Case("pes.xml", xml + "<n:PES_ACQUIT xmlns:n=\"x\"/>", "PES", "totem:"),
        Case("retour.csv", xml + "<n:PES_Retour xmlns:n=\"x\"/>", "PES", "totem:"),
        Case("bp.xml", xml + "<DocumentBudgetaire xmlns=\"x\"/>", "TOTEM budget", "totem:"),
        Case("cfu.xml", "\u{FEFF}" + xml + "<d:CompteFinancierUnique/>", "TOTEM budget", "totem:"),
        Case(
            "export.xls", "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
            "Excel 2003",
            "XLSX"),
        Case(
            "a.fods", "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>", "OpenDocument",
            "ODS"),
        Case("export.xls", "\r\n<!DOCTYPE html>\n<html><body><table><tr><td>nom</td></tr></table>", "HTML", "XLSX"),
        Case("b.xls", "<table><tr><td>nom</td></tr></table>", "HTML", "spreadsheet program"),
        Case(
            "a.csv", "Received: from x\nFrom: a@b.fr\nSubject: tableau\nContent-Type: text/plain\n\nBonjour", "e-mail",
            "attachment"),
        Case(
            "web.xls", "MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related\n", "archived web page",
            "table"),
        Case("bruit.csv", (0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }, "binary", "CSV"),
        Case("zeros.csv", [UInt8](repeating: 0, count: 300), "binary", "CSV"),
    ]

    @Test("is named for what it is, with what to do", arguments: cases)
    func refused(_ example: Case) async throws {
        let fault = try await #require(throws: CollectFault.self) {
            _ = try await TextTable.read([example.name: Data(example.bytes)], example.name)
        }
        #expect(fault.code == "collect.look-alike" && fault.place == TextTable.place())
        #expect(fault.what.english.contains(example.says), "\(fault.what.english)")
        #expect(fault.remedy.english.contains(example.advises), "\(fault.remedy.english)")
        #expect(fault.what.french.contains(example.name) && !fault.remedy.french.contains("{"))
    }

    @Test("a workbook with a password is named so, whatever its extension", arguments: ["a.xlsx", "a.xls", "a.csv"])
    func password(_ name: String) async throws {
        let bytes = try Data(contentsOf: SheetSample.fixture("password").file)
        let fault = try await #require(throws: CollectFault.self) { _ = try await TextTable.read([name: bytes], name) }
        #expect(fault.code == "collect.look-alike" && fault.what.french.contains("mot de passe"))
    }

    @Test(
        "a workbook is read whatever its extension",
        arguments: [("layout", "xls"), ("layout", "ods"), ("layout", "xlsx"), ("sheets", "ods")])
    func wrongExtension(_ name: String, _ format: String) async throws {
        let bytes = try Data(contentsOf: SheetSample.fixture(name, format).file)
        let answer = try await TextTable.read(["donnees.csv": bytes], "donnees.csv")
        #expect(!answer.rows.isEmpty && answer.sources.allSatisfy { $0 == "donnees.csv" })
    }

    @Test("text in UTF-16 and a text that speaks of HTML are texts")
    func texts() async throws {
        let wide = Array("nom;ville\nÉté;Nîmes\n".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(try await TextTable.read(wide).columns == ["nom", "ville"])
        #expect(try await TextTable.read("nom;texte\na;<table>\nb;<html>\n").rows.count == 2)
        #expect(try await TextTable.read("From;To\na;b\n").columns == ["From", "To"])
    }

    @Test("the returns of the accounts and budgets at hand", .enabled(if: SharedFiles.arePresent(for: "look-alikes")))
    func real() async throws {
        for path in [
            "samples/pes/PES_ACQUIT_simu.xml", "samples/pes/PES_RETOUR_DEP_simu.xml", "budget/totem/CFU2023_M57A_mohon.xml",
        ] {
            let fault = try await #require(throws: CollectFault.self) {
                _ = try await TextTable.read(in: SharedFiles.file(""), path)
            }
            #expect(fault.code == "collect.look-alike" && fault.remedy.english.contains("totem:"), "\(path)")
        }
    }
}
