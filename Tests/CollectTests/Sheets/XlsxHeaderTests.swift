import Testing

@testable import Collect

@Suite("The header row of a sheet")
struct XlsxHeaderTests {
    /// Rows numbered from 1: cells parted by `;`, numbers told by their first digit.
    private func rows(_ lines: [String]) -> [SheetRow] {
        lines.enumerated().compactMap { index, line in
            var row = SheetRow()
            row.restart(number: index + 1, isHidden: false)
            for (column, text) in line.split(separator: ";", omittingEmptySubsequences: false).enumerated() {
                let start = row.bytes.count
                row.bytes.append(contentsOf: Array(text.utf8))
                row.endCell(column: column + 1, from: start, isText: text.first?.isNumber == false)
            }
            return row.cells.isEmpty ? nil : row
        }
    }

    @Test(
        "titles, notes and upper levels are passed",
        arguments: [
            (["Nom;Ville", "a;b"], 1), (["Titre", "", "Nom;Montant", "a;1"], 3),
            (["Service;Finances", "Année;2024", "Nom;Ville;Objet;Montant;Date", "a;b;c;1;2", "a;b;c;1;2", "a;b;c;1;2"], 3),
            (
                [
                    "Aides", ";;Numéraire;;;;En nature;;", "Nom;SIRET;Projet;Sport;Fonct.;Culture;Locaux;Événements;Total",
                    " ASSO ;775;1;;3;;4;;8", "CLUB;;;2;;;;;2",
                ], 3
            ),
            (["Nom;2022;2023;Objet", "a;1;2;x"], 1),
        ])
    func detected(lines: [String], row: Int) throws {
        let header = try #require(HeaderDetection.header(in: rows(lines)))
        #expect(header.row == row)
        #expect(header.isCertain)
    }

    @Test(
        "without titles the first row of several cells stands in, and that is said",
        arguments: [
            (["Titre", "1;2", "3;4"], 2), (["Prénom", "Emma", "Louis"], 1),
        ])
    func supposed(lines: [String], row: Int) throws {
        let header = try #require(HeaderDetection.header(in: rows(lines)))
        #expect(header.row == row)
        #expect(!header.isCertain)
    }

    @Test("an empty sheet has no header")
    func empty() {
        #expect(HeaderDetection.header(in: []) == nil)
    }

    @Test("columns are lettered like the spreadsheet", arguments: [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16384, "XFD")])
    func letters(column: Int, letters: String) {
        #expect(SheetColumns.letters(column) == letters)
    }

    @Test("names are told apart whatever their case, and a free number is taken")
    func names() {
        let names = SheetColumns.names(titles: [1: "Nom", 2: "NOM", 3: "nom (2)", 4: " \n ", 5: "_source"], filled: [1, 6])
        #expect(names.map(\.name) == ["Nom", "NOM (2)", "nom (2) (2)", "_source (2)", "colonne_F"])
    }
}
