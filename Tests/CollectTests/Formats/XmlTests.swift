import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("A file of XML elements")
struct XmlTests {
    static let sample = """
        <?xml version="1.0" encoding="UTF-8"?>
        <a:catalogue xmlns:a="urn:a" xmlns:b="urn:b" a:annee="2024">
          <a:theme code="7" nom="Finances &amp; impôts">
            <b:acte num="007"><b:titre lang="fr"> Budget <![CDATA[<2024>]]></b:titre><b:elu>Ana</b:elu><b:elu>Léo</b:elu></b:acte>
            <b:acte num="008"><b:titre/><lieu><cp>01000</cp></lieu></b:acte>
          </a:theme>
          <a:theme code="8"><b:acte num="009">texte</b:acte></a:theme>
        </a:catalogue>
        """

    @Test("gives attributes, texts, elements inside, and the attributes of those around")
    func cells() async throws {
        let answer = try await FileTable.read(Self.sample, as: "x.xml", ["records": .text("theme/acte")])
        #expect(
            answer.columns == [
                "catalogue.annee", "theme.code", "theme.nom", "num", "titre.lang", "titre", "elu", "lieu.cp", "acte",
            ])
        #expect(
            answer.cells == [
                ["2024", "7", "Finances & impôts", "007", "fr", "Budget <2024>", #"["Ana","Léo"]"#, "∅", "∅"],
                ["2024", "7", "Finances & impôts", "008", "∅", "∅", "∅", "01000", "∅"],
                ["2024", "8", "∅", "009", "∅", "∅", "∅", "∅", "texte"],
            ])
        #expect(answer.numbers == [1, 2, 3])
    }

    @Test("is read by its outermost repeated elements, when nothing is told")
    func detection() async throws {
        let answer = try await FileTable.read(Self.sample, as: "x.xml")
        #expect(answer.cells.count == 2)
        #expect(answer.notes[0] == "x.xml: 2 records read under \"theme\"")
        let alone = try await FileTable.read("<r><un><a>1</a></un></r>", as: "x.xml")
        #expect(alone.columns == ["a"] && alone.cells == [["1"]])
    }

    @Test("a prefix in the path is not looked at")
    func prefix() async throws {
        #expect(try await FileTable.read(Self.sample, as: "x.xml", ["records": .text("b:acte")]).rows.count == 3)
    }

    @Test("without the elements that are told is refused, with those it has")
    func noRecords() async throws {
        let fault = try await FileTable.fault(Self.sample, as: "x.xml", ["records": .text("delib")])
        #expect(fault.hasPrefix("collect.no-records") && fault.contains("it has: theme, theme/acte"), "\(fault)")
        #expect(try await FileTable.fault("<?xml version=\"1.0\"?><r/>", as: "x.xml").hasPrefix("collect.no-records"))
    }

    @Test("that is cut or wrong is refused, with the line")
    func malformed() async throws {
        let cut = try await FileTable.fault(String(Self.sample.prefix(300)), as: "x.xml")
        #expect(cut.hasPrefix("collect.malformed") && cut.contains("line 5"), "\(cut)")
        let latin = try #require("<?xml version=\"1.0\"?><r><a>é</a><a>b</a></r>".data(using: .isoLatin1))
        #expect(try await FileTable.fault(["x.xml": latin], "x.xml").hasPrefix("collect.malformed"))
    }

    @Test("entities that grow are refused, and nothing outside is read")
    func entities() async throws {
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><r><x>&c;</x><x>1</x></r>
            """
        #expect(try await FileTable.fault(bomb, as: "x.xml").hasPrefix("collect.malformed"))
        let outside = """
            <?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><r><x>&a;</x><x>1</x></r>
            """
        #expect(try await FileTable.fault(outside, as: "x.xml").hasPrefix("collect.malformed"))
    }
}

@Suite("The classification of acts", .enabled(if: SharedFiles.arePresent(for: "The classification of acts")))
struct ClassificationTests {
    static let files: [(name: String, subjects: Int, first: String)] = [
        ("actes_classification_2017-11-13_2niveaux", 57, "Marches publics"),
        ("actes_classification_2017-12-08_3niveaux", 57, "Marchés publics"),
        ("actes_classification_2019-03-01_4niveaux", 57, "Marchés publics"),
    ]

    @Test("gives its second level with the code and the label of the first", arguments: files.indices)
    func secondLevel(_ index: Int) async throws {
        let (name, subjects, first) = Self.files[index]
        let bytes = try Data(contentsOf: SharedFiles.file("samples/deliberations/\(name).xml"))
        let answer = try await FileTable.read(["c.xml": bytes], "c.xml", ["records": .text("Matiere2")])
        #expect(answer.rows.count == subjects)
        #expect(Array(answer.columns.prefix(4)) == ["Matiere1.CodeMatiere", "Matiere1.Libelle", "CodeMatiere", "Libelle"])
        #expect(answer.cells[0][0] == "1" && answer.cells[0][2] == "1")
        #expect(answer.cells[0][3] == first, "\(answer.cells[0])")
        let codes = answer.cells.map { $0[0] + "." + $0[2] }
        #expect(Set(codes).count == subjects && codes.contains("7.5") && codes.contains("9.1"), "\(codes)")
    }

    @Test("gives its first level", arguments: files.map(\.name))
    func firstLevel(_ name: String) async throws {
        let bytes = try Data(contentsOf: SharedFiles.file("samples/deliberations/\(name).xml"))
        let answer = try await FileTable.read(["c.xml": bytes], "c.xml", ["records": .text("Matieres/Matiere1")])
        #expect(answer.cells.map { $0[0] } == (1...9).map(String.init))
        #expect(answer.columns.starts(with: ["CodeMatiere", "Libelle"]))
    }
}
