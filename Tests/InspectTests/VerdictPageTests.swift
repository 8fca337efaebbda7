import Check
import Territory
import Testing

@testable import Inspect

@Suite("The page of a verdict")
struct VerdictPageTests {
    private static func page(_ language: Language, valid: Bool) throws -> String {
        let finding = Finding(
            code: "check.wrong-type", severity: .error, source: "x.csv", row: 3, field: "montant",
            value: "<script>alert(1)</script>",
            detail: "number")
        let kind = StorageFindings.wrongType
        let group = Report.Group(
            code: finding.code, severity: .error, field: finding.field, count: 1_000_000, examples: [finding],
            what: finding.sentence(kind.what), remedy: finding.sentence(kind.remedy), template: kind.what)
        let subject = VerdictPage.Subject(file: "a&b.csv", schema: "Subventions 2.1.1", command: "lavoir check a&b.csv")
        return VerdictPage(subject, Report(groups: valid ? [] : [group]), notes: [], language).html
    }

    @Test("needs nothing else, says its language, and shows hostile values as text", arguments: [Language.french, .english])
    func page(_ language: Language) throws {
        let page = try Self.page(language, valid: false)
        #expect(page.contains("<html lang=\"\(language.rawValue)\">") && page.contains("Content-Security-Policy"))
        #expect(page.firstMatch(of: #/(src|href)="(?!#)/#) == nil && !page.contains("url(") && !page.contains("<script"))
        #expect(page.contains("&lt;script&gt;") && page.contains("a&amp;b.csv") && page.contains("1000000"))
        #expect(page.firstMatch(of: #/<th(?! scope)[ >]/#) == nil && page.contains("<caption>"))
    }

    @Test("says in words whether the file is conform")
    func verdict() throws {
        #expect(
            try Self.page(.french, valid: true).contains("✓ Conforme")
                && Self.page(.french, valid: false).contains("✗ Non conforme"))
    }
}
