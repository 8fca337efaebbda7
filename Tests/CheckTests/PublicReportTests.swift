import Territory
import Testing

@testable import Check

@Suite("A report as anyone may read it")
struct PublicReportTests {
    private static func group(_ field: String?) -> Report.Group {
        Report.Group(
            code: "x", severity: .warning, field: field, count: 3, examples: [],
            what: Bilingual(fr: "« Zoé » dans \(field ?? "la ligne")", en: "\"Zoé\" in \(field ?? "the row")"),
            remedy: Bilingual(fr: "corrigez « Zoé »", en: "mend \"Zoé\""),
            template: Bilingual(fr: "« {value} » dans {field}", en: "\"{value}\" in {field}"))
    }

    @Test("tells the facts of a field that is published")
    func published() {
        let told = Self.group("montant").told(showing: ["montant"])
        #expect(told.what.english == "\"Zoé\" in montant" && told.remedy?.french == "corrigez « Zoé »")
    }

    @Test("tells nothing of a column that was set aside on the way, nor of the cells of a row", arguments: ["nom", nil])
    func setAside(_ field: String?) {
        let told = Self.group(field).told(showing: ["montant"])
        #expect(told.what.french == "« … » dans …" && told.what.english == "\"…\" in …" && told.remedy == nil)
    }
}
