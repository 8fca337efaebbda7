import Foundation
import Support
import Territory
import Testing
@testable import Inspect

@Suite("A trap")
struct TrapTests {
    /// A file that has the trap: its code, the text, the rows that prove it.
    struct Sample: Sendable, CustomTestStringConvertible {
        let code: String
        let text: String
        let rows: [Int]
        var testDescription: String { code }

        init(_ code: String, _ text: String, rows: [Int] = []) {
            self.code = "inspect." + code
            self.text = text
            self.rows = rows
        }
    }

    private static let plain = Inspected.plain()

    static let samples: [Sample] = [
        Sample("mixed-encoding", plain + "AthlÃ©tisme;Valbourg;10\n", rows: [14]),
        Sample("uneven-rows", plain + "Lyre;Valbourg;1;2\n", rows: [14]),
        Sample("preamble", "Subventions 2024;;\n" + plain, rows: [1]),
        Sample("header-levels", "Qui;;Combien\n" + "nom;ville;montant;autre\n" + "a;b;1;2\nc;d;3;4\n"),
        Sample("no-header", "2024-01-01;1,5\n2024-01-02;2,5\n2024-01-03;3,5\n"),
        Sample("header-line-breaks", "nom;\"montant\nvoté\"\na;1\nb;2\n", rows: [1]),
        Sample("dbase-headers", "LIBEL,C,254;NUM,N,9,0\na;1\nb;2\n"),
        Sample("side-by-side", "Prénom 2000;Nombre 2000;Prénom 2013;Nombre 2013\nLéa;5;Jade;6\nZoé;4;Lou;7\n"),
        Sample("empty-columns", "a;b;\n1;2;\n3;4;\n"),
        Sample("empty-rows", "a;b\n1;2\n;\n3;4\n", rows: [3]),
        Sample("repeated-headers", plain + "nom;ville;montant\nLyre;Valbourg;3\n", rows: [14]),
        Sample("total-rows", plain + "TOTAL;;7200\n", rows: [14]),
        Sample(
            "category-rows",
            "nom;ville;montant\nSport;;\nLyre;Valbourg;1\nJudo;Valbourg;2\nRame;Valbourg;5\nCulture;;\n"
                + "Danse;Valbourg;3\nClub;Valbourg;4\nTir;Valbourg;9\n", rows: [2, 6]),
        Sample("wide-amounts", "nom;Montant de la subvention 1;Montant de la subvention 2\na;1;2\nb;3;4\n"),
        Sample("no-break-spaces", plain + "Lyre\u{A0}d'or;Valbourg;3\n", rows: [14]),
        Sample("edge-spaces", plain + " Lyre ;Valbourg;3\n", rows: [14]),
        Sample("line-breaks", plain + "\"Lyre\nd'or\";Valbourg;3\n", rows: [14]),
        Sample("control-characters", plain + "Lyre\u{1}d'or;Valbourg;3\n", rows: [14]),
        Sample("euro-signs", "nom;montant\na;1 500 €\nb;200 €\n", rows: [2, 3]),
        Sample("amounts-in-text", "nom;montant\na;1 500,00\nb;200\n", rows: [2]),
        Sample("dates-not-iso", "nom;date\na;31/12/2024\nb;2024-01-02\nc;01/02/2024\n", rows: [2, 4]),
        Sample("short-years", "nom;date\na;13/2/13\nb;14/2/13\n", rows: [2, 3]),
        Sample("mixed-dates", "nom;date\na;31/12/2024\nb;2024-01-02\nc;01/02/2024\n"),
        Sample("serial-dates", "nom;date\na;45382\nb;45383\nc;45384\n", rows: [2, 3, 4]),
        Sample("years-for-dates", "nom;date convention\na;2014\nb;2015\n", rows: [2, 3]),
        Sample("lost-zeros", "nom;code postal\na;1000\nb;38000\nc;38100\n", rows: [2]),
        Sample("rounded-identifiers", "nom;SIRET\na;3,4E+13\nb;77567227200041\nc;21060004500392\n", rows: [2]),
        Sample("wrong-keys", "nom;SIRET\na;77567227200042\nb;77567227200041\nc;21060004500392\n", rows: [2]),
        Sample("siren-for-siret", "nom;SIREN\na;452474562\nb;448522631\n", rows: [2, 3]),
        Sample("two-labels", "fonction;libellé fonction\n20;Administration\n20;Écoles\n21;Stades\n", rows: [2]),
        Sample("misfits", "nom;places\n" + (1...20).map { "a\($0);\($0)\n" }.joined() + "z;0k\n", rows: [22]),
        Sample("variants", plain + "Lyre 20;VALBOURG;3\n", rows: [2]),
        Sample("placeholders", plain + "Lyre;NC;3\n", rows: [14]),
        Sample("natural-persons", plain + "M. DUPONT;Valbourg;3\n", rows: [14]),
        Sample("personal-data", "nom;tel\na;01 23 45 67 89\nb;0612345678\n", rows: [2, 3]),
        Sample("rare-first-names", "Prénom;Nombre\nZéphyr;1\nLéa;12\n", rows: [2]),
    ]

    @Test("is found, with rows as proof", arguments: samples)
    func found(_ sample: Sample) async throws {
        let traps = try await Inspected.text(sample.text).profile.traps
        let trap = try #require(traps.first { $0.code == sample.code }, "\(sample.code) among \(traps.map(\.code))")
        #expect(trap.count > 0)
        if !sample.rows.isEmpty { #expect(trap.proofs.map(\.row) == sample.rows) }
        #expect(trap.proofs.allSatisfy { $0.file == "x.csv" })
    }

    @Test("is told of no file that has none")
    func none() async throws {
        let found = try await Inspected.text(Inspected.plain())
        #expect(found.profile.traps.map(\.code) == [])
    }

    @Test("of workbooks is found in real ones", .enabled(if: SharedFiles.arePresent(for: "Traps of workbooks")))
    func workbooks() async throws {
        let file = SharedFiles.file("samples/subventions/sarthe_2018-converti-pdf.xlsx")
        let codes = try await Inspected.file(file).profile.traps.map(\.code)
        #expect(codes.contains("inspect.several-sheets"))
    }

    @Test("has a sample here, sentences in both languages and a remedy")
    func kinds() {
        let told = Set(Self.samples.map(\.code)).union(["inspect.several-sheets", "inspect.merged-cells", "inspect.outside-list"])
        #expect(Set(TrapRegistry.kinds.map(\.code)) == told)
        for kind in TrapRegistry.kinds {
            for sentence in [kind.what, kind.why, kind.mend] {
                #expect(!sentence.french.isEmpty && sentence.french != sentence.english, "\(kind.code)")
            }
            let facts = [kind.what.french, kind.what.english].map { Set($0.matches(of: #/\{(\w+)\}/#).map { String($0.1) }) }
            #expect(facts[0] == facts[1], "\(kind.code)")
            #expect(facts[0].isSubset(of: ["count", "column", "detail"]), "\(kind.code)")
        }
    }
}
