import Territory
import Testing

@testable import Check

@Suite("Findings as anyone may read them")
struct PublicFindingsTests {
    private static func group(_ field: String?) -> Report.Group {
        Report.Group(
            code: "x", severity: .warning, field: field, count: 3, examples: [],
            what: Bilingual(fr: "« Zoé » dans \(field ?? "la ligne")", en: "\"Zoé\" in \(field ?? "the row")"),
            remedy: Bilingual(fr: "corrigez « Zoé »", en: "mend \"Zoé\""),
            template: Bilingual(fr: "« {value} » dans {field}", en: "\"{value}\" in {field}"))
    }

    @Test("tells the facts of a field that is published")
    func published() {
        let told = PublicFindings([], columns: ["montant"]).words(of: Self.group("montant"))
        #expect(told.what.english == "\"Zoé\" in montant" && told.remedy?.french == "corrigez « Zoé »")
    }

    @Test("tells nothing of a column that was set aside on the way, nor of the cells of a row", arguments: ["nom", nil])
    func setAside(_ field: String?) {
        let told = PublicFindings([], columns: ["montant"]).words(of: Self.group(field))
        #expect(told.what.french == "« … » dans …" && told.what.english == "\"…\" in …" && told.remedy == nil)
    }

    @Test("says nothing of a private field, and quotes no other field beside it")
    func besidePrivate() {
        let fields = [FieldDeclaration(name: "nom", isPrivate: true), FieldDeclaration(name: "montant")]
        let told = PublicFindings(fields, columns: ["nom", "montant"])
        #expect(!told.shows("nom") && told.shows("montant") && told.shows(nil))
        #expect(told.words(of: Self.group("montant")).what.french == "« … » dans …")
    }
}
