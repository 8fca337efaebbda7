import Foundation
import Support
import Territory
import Testing

@testable import Inspect

@Suite("The page of a profile")
struct PageTests {
    private static let nasty = "<script>alert(1)</script>;\"a&b\"\n\" onmouseover=\"x\";1\n\u{1}</style>;2\n"

    @Test("needs nothing else, and says its language")
    func alone() async throws {
        let profile = try await Inspected.text(Inspected.plain() + "TOTAL;;1\n").profile
        for language in [Language.french, .english] {
            let page = ProfilePage(profile, language).html
            #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
            #expect(page.firstMatch(of: #/(src|href)="(?!#)/#) == nil && !page.contains("url(") && !page.contains("<script"))
            #expect(page.contains("Content-Security-Policy"))
            let tables = page.matches(of: #/<table>/#).count
            #expect(tables > 1 && page.matches(of: #/<caption>/#).count == tables)
            #expect(page.firstMatch(of: #/<th(?! scope)[ >]/#) == nil)
        }
    }

    @Test("shows hostile values as text")
    func hostile() async throws {
        let page = ProfilePage(try await Inspected.text(Self.nasty).profile, .french).html
        #expect(!page.contains("<script>") && !page.contains("\u{1}") && page.contains("&lt;script&gt;"))
        #expect(page.matches(of: #/<\/style>/#).count == 1)
    }
}

@Suite("The text of a profile")
struct ProfileTextTests {
    @Test("is no wider than its terminal", arguments: [60, 80, 120])
    func width(_ width: Int) async throws {
        let profile = try await Inspected.text(Inspected.plain() + "  TOTAL\u{A0}général et absolu de tout;;1\n").profile
        let lines = ProfileText(profile, .french, width: width).text().split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= width }, "\(lines.filter { $0.count > width })")
    }

    @Test("reads well in both languages")
    func golden() async throws {
        let file = Repository.folder.appending(path: "Tests/InspectTests/Fixtures/grenoble.csv")
        let profile = try await Inspected.file(file).profile
        try expectGolden(ProfileText(profile, .french, width: 110).text(), "grenoble.fr.txt")
        try expectGolden(ProfileText(profile, .english, width: 110).text(), "grenoble.en.txt")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try expectGolden(String(decoding: try encoder.encode(profile), as: UTF8.self) + "\n", "grenoble.json")
    }
}
