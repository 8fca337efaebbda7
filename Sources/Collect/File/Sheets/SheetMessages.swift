internal import Territory

/// The reasons and notes of the readers of workbooks.
enum SheetMessages {
    static let password = Bilingual(fr: "il est protégé par un mot de passe", en: "it is protected by a password")
    static let empty = Bilingual(fr: "il est vide", en: "it is empty")
    static let noTable = Bilingual(
        fr: "aucune feuille visible ne contient de tableau", en: "no visible sheet holds a table")
    static let beyondTheGrid = Bilingual(
        fr: "une cellule est hors de la grille d'un tableur (1 048 576 lignes, 16 384 colonnes)",
        en: "a cell lies outside a spreadsheet's grid (1,048,576 rows, 16,384 columns)")
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

    static let rangeLimit = Bilingual(fr: "un million de plages fusionnées", en: "a million merged ranges")
    static let repeatLimit = Bilingual(fr: "1 Go de cellules répétées", en: "1 GB of repeated cells")

    static func expected(_ format: String, _ likeness: Bilingual) -> Bilingual {
        Bilingual(
            fr: "attendu : classeur \(format) ; il ressemble à \(likeness.french)",
            en: "expected: \(format) workbook; it looks like \(likeness.english)")
    }

    static func emptySheet(_ name: String) -> Bilingual {
        Bilingual(fr: "sa feuille « \(name) » est vide", en: "its sheet \"\(name)\" is empty")
    }

    /// The sheet that was chosen, and why the others were not.
    static func sheetDetected(_ best: SheetProbe, among probes: [SheetProbe]) -> [Bilingual] {
        let others = probes.filter { $0.sheet != best.sheet }
        let pivots = others.filter(\.isPivot), tables = others.filter { $0.isTable && !$0.isPivot }
        let names = { (probes: [SheetProbe]) in probes.map(\.sheet.name).joined(separator: ", ") }
        var notes = [
            Bilingual(
                fr: "feuille « \(best.sheet.name) » lue, parmi \(names(probes))",
                en: "sheet \"\(best.sheet.name)\" read, among \(names(probes))")
        ]
        if !tables.isEmpty {
            notes.append(
                Bilingual(
                    fr: "ces feuilles contiennent un tableau aussi : \(names(tables)) ; pour l'une d'elles, écrivez sheet:",
                    en: "these sheets hold a table as well: \(names(tables)); for one of them, write sheet:"))
        }
        if !pivots.isEmpty {
            notes.append(
                Bilingual(
                    fr: "tableaux croisés dynamiques laissés de côté : \(names(pivots))",
                    en: "pivot tables left aside: \(names(pivots))"))
        }
        return notes
    }

    static func sheetSupposed(_ sheet: Sheet) -> Bilingual {
        Bilingual(
            fr: "aucune feuille ne ressemble à un tableau : « \(sheet.name) » en tient lieu ; sinon, écrivez sheet:",
            en: "no sheet looks like a table: \"\(sheet.name)\" is taken for it; otherwise, write sheet:")
    }

    static func sheetHidden(_ sheet: Sheet) -> Bilingual {
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

    static let headerAbsent = Bilingual(
        fr: "pas de titres de colonnes : les colonnes portent la lettre du tableur",
        en: "no column titles: the columns bear the spreadsheet's letters")

    static func merged(_ count: Int, areFilled: Bool) -> Bilingual {
        if areFilled {
            return Bilingual(
                fr: "plages fusionnées (\(count)) : la valeur est répétée sur toute la plage",
                en: "merged ranges (\(count)): the value is repeated over the whole range")
        }
        return Bilingual(
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
