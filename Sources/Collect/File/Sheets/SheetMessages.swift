internal import Territory

/// The reasons and notes of the XLSX reader.
enum SheetMessages {
    static let password = Bilingual(fr: "il est protégé par un mot de passe", en: "it is protected by a password")
    static let empty = Bilingual(fr: "il est vide", en: "it is empty")
    static let noTable = Bilingual(
        fr: "aucune feuille visible ne contient de tableau", en: "no visible sheet holds a table")
    static let beyondTheGrid = Bilingual(
        fr: "une cellule est hors de la grille d'Excel (1 048 576 lignes, 16 384 colonnes)",
        en: "a cell lies outside Excel's grid (1,048,576 rows, 16,384 columns)")
    static let cellLimit = Bilingual(fr: "300 millions de cellules", en: "300 million cells")
    static let textLimit = Bilingual(
        fr: "512 Mo ou 16 millions de textes partagés", en: "512 MB or 16 million shared texts")
    static let valueLimit = Bilingual(fr: "16 Mo par cellule", en: "16 MB per cell")

    static func damaged(_ detail: String) -> Bilingual {
        Bilingual(fr: "il est incomplet ou endommagé (\(detail))", en: "it is incomplete or damaged (\(detail))")
    }

    static func missingPart(_ name: String) -> Bilingual {
        Bilingual(fr: "il y manque « \(name) »", en: "\"\(name)\" is missing from it")
    }

    static func badPart(_ name: String, line: Int, _ detail: String) -> Bilingual {
        Bilingual(
            fr: "XML incorrect dans « \(name) », ligne \(line) : \(detail)",
            en: "bad XML in \"\(name)\", line \(line): \(detail)")
    }

    static func zipLimit(_ limits: ZipArchive.Limits) -> Bilingual {
        let megabytes = limits.unpackedBytes >> 20
        return Bilingual(
            fr: "\(limits.members) fichiers, \(megabytes) Mo une fois décompressé, rapport de \(limits.ratio)",
            en: "\(limits.members) files, \(megabytes) MB once unpacked, ratio of \(limits.ratio)")
    }

    static func expected(_ likeness: Bilingual) -> Bilingual {
        Bilingual(
            fr: "attendu : classeur XLSX ; il ressemble à \(likeness.french)",
            en: "expected: XLSX workbook; it looks like \(likeness.english)")
    }

    static func sheetDetected(_ sheet: XlsxReader.Sheet, among sheets: [XlsxReader.Sheet]) -> Bilingual {
        let names = sheets.map(\.name).joined(separator: ", ")
        return Bilingual(
            fr: "feuille « \(sheet.name) » lue : la première visible qui contient un tableau, parmi \(names)",
            en: "sheet \"\(sheet.name)\" read: the first visible one that holds a table, among \(names)")
    }

    static func sheetHidden(_ sheet: XlsxReader.Sheet) -> Bilingual {
        Bilingual(fr: "la feuille « \(sheet.name) » est masquée", en: "the sheet \"\(sheet.name)\" is hidden")
    }

    static func headerDetected(_ row: Int) -> Bilingual {
        Bilingual(fr: "titres de colonnes reconnus à la ligne \(row)", en: "column titles recognised in row \(row)")
    }

    static func headerSupposed(_ row: Int) -> Bilingual {
        Bilingual(
            fr: "aucune ligne ne ressemble à des titres de colonnes : la ligne \(row) en tient lieu ; sinon, écrivez header:",
            en: "no row looks like column titles: row \(row) is taken for them; otherwise, write header:")
    }

    static func merged(_ count: Int) -> Bilingual {
        Bilingual(
            fr: "plages fusionnées (\(count)) : la valeur reste dans la première cellule de chacune",
            en: "merged ranges (\(count)): the value stays in the first cell of each")
    }

    static func hidden(rows: Int, columns: Int) -> Bilingual {
        Bilingual(
            fr: "\(rows) lignes et \(columns) colonnes masquées sont lues comme les autres",
            en: "\(rows) hidden rows and \(columns) hidden columns are read like the others")
    }

    static func formulas(_ count: Int) -> Bilingual {
        Bilingual(
            fr: "\(count) formules lues par la valeur enregistrée avec elles",
            en: "\(count) formulas read by the value saved with them")
    }

    static func formulasWithoutValue(_ count: Int) -> Bilingual {
        Bilingual(
            fr: "\(count) formules sans valeur enregistrée sont vides : ouvrez le classeur dans un tableur et enregistrez-le",
            en: "\(count) formulas without a saved value are empty: open the workbook in a spreadsheet program and save it")
    }

    static func errors(_ count: Int) -> Bilingual {
        Bilingual(fr: "\(count) cellules en erreur (#N/A, #REF! …)", en: "\(count) cells in error (#N/A, #REF! …)")
    }
}
