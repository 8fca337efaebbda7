import Testing

@testable import Territory

@Suite("Words")
struct WordsTests {
    @Test(
        "the language is the option's, else the locale's, else French",
        arguments: [
            ("en", ["LANG": "fr_FR.UTF-8"], Language.english), ("FR", ["LANG": "en_GB"], .french),
            (nil, ["LANG": "en_GB.UTF-8"], .english),
            (nil, ["LC_ALL": "fr_FR", "LANG": "en_GB"], .french), (nil, ["LC_ALL": "", "LANG": "en"], .english),
            (nil, ["LANG": "C.UTF-8"], .french), (nil, [:], .french), ("de", ["LANG": "en_GB"], .english),
        ] as [(String?, [String: String], Language)])
    func language(option: String?, environment: [String: String], expected: Language) {
        #expect(Language.preferred(option: option, environment: environment) == expected)
    }

    @Test(
        "the nearest name ignores case and accents and stays within a third of the length",
        arguments: [
            ("feild", "field"), ("FIELD", "field"), ("frequence", "fréquence"), ("kee", "key"), ("xyz", nil), ("fields", "field"),
            ("", nil), ("qwertz", nil), ("montnat", "montant"),
        ] as [(String, String?)])
    func nearest(written: String, expected: String?) {
        #expect(NearestName.of(written, among: ["field", "key", "fréquence", "montant"]) == expected)
    }

    @Test("a fact that holds braces is not filled again")
    func facts() {
        let sentence = Bilingual(fr: "« {a} » et {b} dans { c }", en: "{a}{z}")
        let filled = sentence.filled(with: ["a": Bilingual("{b}"), "b": Bilingual("x")])
        #expect(filled == Bilingual(fr: "« {b} » et x dans { c }", en: "{b}{z}"))
    }

    @Test(
        "a horizon is read in both languages",
        arguments: [("90 days", 90, Horizon.Unit.day), ("1 an", 1, .year), ("18 mois", 18, .month)])
    func horizon(text: String, amount: Int, unit: Horizon.Unit) {
        #expect(Horizon(text) == Horizon(amount: amount, unit: unit))
    }

    @Test(
        "a horizon without a sound number or unit is none",
        arguments: ["", "90", "days", "0 days", "-1 jours", "2 lunes", "2 ans et demi"])
    func noHorizon(text: String) {
        #expect(Horizon(text) == nil)
    }
}
