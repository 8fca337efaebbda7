import Foundation
import Support
import Testing

@Suite("Files as towns hand them over", .enabled(if: SharedFiles.arePresent(for: "Files as towns hand them over")))
struct SampleTests {
    @Test("a recipe brings the file to its target, with the counts and sums of the file", arguments: Sample.all)
    func sample(_ sample: Sample) throws {
        let town = try sample.town()
        try town.lavoir("lint")
        try town.lavoir("run")
        if !sample.columns.isEmpty {
            let titles = try town.export(sample.name).prefix { $0 != "\r\n" }
            #expect(titles.split(separator: ",").map(String.init) == sample.columns)
        }
        for (question, answer) in sample.answers {
            let query = question.replacing("FROM t", with: "FROM \"\(sample.name)\"", maxReplacements: 1)
            let rows = try town.ask(query)
            #expect(rows.count == 1 && rows.first?.values.first == answer, "\(question): \(rows)")
        }
    }

    @Test(
        "a return of the accounting flow is recognised, and the useful file is named",
        arguments: ["PES_ACQUIT_simu.xml", "PES_RETOUR_DEP_simu.xml"])
    func accountingReturns(_ name: String) throws {
        let town = try Town(datasets: ["pes": "title: Flux comptable\nsource: { file: \(name) }\n"])
        try town.copy(SharedFiles.file("samples/pes/" + name), to: name)
        let told = try town.lavoir("run", status: 1).output
        #expect(told.contains("PES") && told.contains("TOTEM"), "\(told)")
    }
}
