import Testing

@testable import Collect

@Suite("The header row of a sheet")
struct XlsxHeaderTests {
    /// Rows numbered from 1, cells parted by `;`.
    private func rows(_ lines: [String]) -> [HeaderDetection.Line] {
        lines.enumerated().compactMap { index, line in
            let cells = line.split(separator: ";", omittingEmptySubsequences: false).enumerated()
            let row = HeaderDetection.Line(
                number: index + 1, cells: Dictionary(uniqueKeysWithValues: cells.map { ($0.offset + 1, String($0.element)) }))
            return row.kinds.isEmpty ? nil : row
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
            (["Nom;2022;2023;Objet", "a;1;2;x"], 1), (["Nom;2022;2023", "a;1;2", "b;3;4"], 1),
            (["Prénom;Nombre;Prénom;2013", "Emma;953;Louis;50", "Lucas;909;Adam;45"], 1),
            (["Marché;;;Lots;", ";;1;;2", "N°;Objet;Montant;Lot;Montant", "12M;x;3;1;4", "13M;y;4;2;5"], 3),
        ])
    func detected(lines: [String], row: Int) {
        #expect(HeaderDetection.header(in: rows(lines)) == .titles(row: row, isCertain: true))
    }

    @Test(
        "a row of figures above figures is no header",
        arguments: [
            (["5400;A.K SPORT;F;;11500", "2055;AIKIDO;F;;500", "985;BOULES;F;;600"], 1),
            (["Valeur ETP (en mm)", "", "30/05/2011;4,24", "31/05/2011;3,46"], 3), (["Titre", "1;2", "3;4"], 2),
        ])
    func absent(lines: [String], row: Int) {
        #expect(HeaderDetection.header(in: rows(lines)) == .absent(from: row))
    }

    @Test("texts alone do not tell: the first row of several cells stands in, and that is said")
    func supposed() {
        #expect(HeaderDetection.header(in: rows(["Prénom", "Emma", "Louis"])) == .titles(row: 1, isCertain: false))
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
        let names = SheetColumns.names(
            titles: [1: "Nom", 2: "NOM", 3: "nom (2)", 4: " \n ", 5: "_source", 7: "Groupe"], filled: [1, 6], known: Array(1...6))
        #expect(names.map(\.name) == ["Nom", "NOM (2)", "nom (2) (2)", "_source (2)", "colonne_F"])
    }

    @Test("several rows of titles become one, each group over the columns it stands for")
    func levels() {
        let free = HeaderLevels.joined([
            .init(titles: [3: "Numéraire", 5: "En nature"]), .init(titles: [1: "Nom", 3: "Projet", 4: "Sport", 5: "Locaux"]),
        ])
        #expect(free == [1: "Nom", 3: "Numéraire Projet", 4: "Numéraire Sport", 5: "En nature Locaux"])
        let merged = HeaderLevels.joined([
            .init(titles: [2: "Lots\n", 4: "Total"], merged: [2...3]),
            .init(titles: [1: "N°", 2: "Lot", 3: "Montant", 5: "Note"]),
        ])
        #expect(merged == [1: "N°", 2: "Lots Lot", 3: "Lots Montant", 4: "Total", 5: "Note"])
    }

    @Test(
        "cells look like what French files write",
        arguments: [
            ("", .empty), (" \u{a0}", .empty), ("abc", .text), ("1 500,00 €", .number), ("-3.5", .number), ("12%", .number),
            ("2013", .year), ("1513", .number), ("30/05/2011", .date), ("2014-03-31", .date), ("2014-03-31T14:30:00", .date),
            ("13/2/13", .date), ("38185-T-001", .text), ("01/10/2013-01/10/2014", .text), ("224 900 019 000 15", .number),
        ] as [(String, CellKind)])
    func kinds(_ text: String, _ kind: CellKind) {
        #expect(CellKind(text) == kind)
    }
}
