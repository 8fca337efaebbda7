import DuckDB
import Foundation
import Territory
import Testing

@testable import Collect

@Suite("TOTEM, the connector")
struct TotemConnectorTests {
    private static let budget = TotemDocument(lines: [TotemDocument.line("6413", "012", "D", "40.00")]).data
    private static let plan = "plan-de-comptes/2022/M14/M14_COM_500_3500/planDeCompte.xml"

    @Test("several patterns name each file once, sorted")
    func patterns() async throws {
        let sample = try TotemSample.files(["b2.xml": Self.budget, "b1.xml": Self.budget, "c.txt": Data()])
        #expect(try await sample.convert("b2.xml b*.xml").rows.map { $0.text("_source") } == ["b1.xml", "b2.xml"])
    }

    @Test("a pattern that names nothing, or leaves the territory, is a fault", arguments: ["none-*.xml", "../*.xml", "/etc/*"])
    func noFile(_ pattern: String) async throws {
        let sample = try TotemSample.files(["b.xml": Self.budget])
        let fault = await #expect(throws: CollectFault.self) { try await sample.convert(pattern) }
        #expect(fault?.code == "collect.no-file")
    }

    @Test("a plan that is not one is a fault with its place")
    func brokenPlan() async throws {
        let malformed = try TotemSample.files(["b.xml": Self.budget, Self.plan: Data("<Nomenclature><a>".utf8)])
        let fault = await #expect(throws: TotemFault.self) { try await malformed.convert("b.xml") }
        #expect(fault?.code == "totem.malformed-xml")
        #expect(fault?.place?.file == Self.plan)
        let other = try TotemSample.files(["b.xml": Self.budget, Self.plan: Data("<html/>".utf8)])
        #expect(await #expect(throws: TotemFault.self) { try await other.convert("b.xml") }?.code == "totem.not-a-plan")
    }

    @Test("the fingerprint covers the budgets and every plan in the folder")
    func files() throws {
        let sample = try TotemSample.files([
            "b.xml": Self.budget, Self.plan: TotemDocument.plan(), "plan-de-comptes/README": Data(),
        ])
        let place = Place(file: "x.yaml", line: 1, column: 1)
        let source = SourceDeclaration(
            connector: "totem", argument: Value(.text("*.xml"), at: place),
            options: ["plans": Value(.text("plan-de-comptes"), at: place)], place: place)
        let files = try TotemConnector(source, in: Confinement(sample.folder)).files()
        #expect(files.map { Confinement(sample.folder).relative($0) } == ["b.xml", Self.plan])
    }

    @Test("each finding has its kind, and each sentence only the facts of a finding")
    func findings() {
        let facts = ["value", "field", "detail"].reduce(into: [String: Bilingual]()) { $0[$1] = Bilingual("…") }
        #expect(Set(FindingKind.totem.map(\.code)).count == FindingKind.totem.count)
        for kind in FindingKind.totem {
            for sentence in [kind.what.filled(with: facts), kind.remedy.filled(with: facts)] {
                #expect(!sentence.french.contains("{") && !sentence.english.contains("{"), "\(kind.code)")
            }
        }
    }
}
