import Testing

@testable import Inspect

@Suite("The type of a column")
struct TypeTests {
    @Test(
        "comes from its values, and from its title where they leave a choice",
        arguments: [
            ("nom", ["a", "b"], ColumnType.text), ("x", ["1", "2"], .integer), ("x", ["1.5", "2"], .number),
            ("x", ["1,5", "2"], .number), ("montant", ["1", "2"], .amount), ("x", ["12 €", "3 €"], .amount),
            ("taux de subvention", ["0,3", "0,5"], .number), ("x", ["12 %", "3,5 %"], .percent),
            ("code", ["12", "13"], .code), ("x", ["012", "13"], .code), ("code postal", ["38000", "01000"], .postcode),
            ("code insee", ["2A004", "38185"], .insee), ("x", ["oui", "non"], .boolean), ("année", ["2023", "2024"], .year),
            ("x", ["2023", "2024"], .integer), ("x", ["31/12/2024", "01/01/2025"], .date), ("x", ["2024-12-31"], .date),
            ("x", ["13/2/13", "14/2/13"], .date), ("x", ["2024-12-31 10:00:00"], .datetime), ("x", ["31 mars 2024"], .date),
            ("x", ["775 672 272 00041", "21060004500392"], .siret), ("SIRET", ["12345678901234"], .siret),
            ("x", ["452474562", "448522631"], .siren), ("x", ["W333216789"], .rna), ("x", ["01 23 45 67 89"], .telephone),
            ("x", ["a@b.fr"], .email), ("x", ["https://a.fr"], .url), ("x", ["48.85, 2.35"], .point), ("x", ["", " "], .empty),
            ("x", ["1 85 05 78 006 084 36"], .nir), ("x", ["tram et bus", "3", "4"], .text),
        ] as [(String, [String], ColumnType)])
    func types(_ title: String, _ values: [String], _ type: ColumnType) async throws {
        let rows = values.map { "a|\($0)\n" }.joined()
        let columns = try await Inspected.text("id|\(title)\n\(rows)").profile.columns
        #expect(columns.last?.type == type, "\(title) \(values)")
    }

    @Test("keeps the part of the values that it fits")
    func fit() async throws {
        let rows = (1...9).map { "\($0)\n" }.joined()
        let column = try await Inspected.text("places|x\n" + rows.replacing("\n", with: "|1\n") + "0k|1\n").profile.columns[0]
        #expect(column.type == .integer && column.fit == 0.9)
    }
}

@Suite("The words of a title")
struct TitleWordsTests {
    @Test(
        "leave case, accents, little words and plurals aside",
        arguments: [
            ("nomBeneficiaire", ["nom", "beneficiaire"]), ("Nom du bénéficiaire", ["nom", "beneficiaire"]),
            ("NOM_Beneficiaire", ["nom", "beneficiaire"]), ("N° SIRET", ["n", "siret"]), ("LIBEL,C,254", ["libel"]),
            ("Conditions de versement", ["condition", "versement"]), ("COORD1_05", ["coord", "1", "05"]),
            ("de la", ["de", "la"]),
            ("", []), ("Œuvres", ["oeuvre"]),
        ] as [(String, [String])])
    func words(_ title: String, _ words: [String]) {
        #expect(TitleWords(title).words == words)
    }
}
