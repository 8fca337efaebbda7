internal import Territory

/// The notes of the readers of text.
enum TextMessages {
    static let recordLimit = Bilingual(fr: "32 Mo", en: "32 MB")

    /// What was found of a file: `x.csv: UTF-8, delimiter ";", titles on row 1, 75 rows`.
    /// - Parameter delimiter: nothing for a file of fixed width.
    static func found(
        _ name: String, encoding: String, delimiter: String?, _ header: TextHeader, rows: Int
    ) -> Bilingual {
        let cells =
            delimiter.map { Bilingual(fr: "séparateur « \($0) »", en: "delimiter \"\($0)\"") }
            ?? Bilingual(fr: "largeur fixe", en: "fixed width")
        let titles = titles(header)
        return Bilingual(
            fr: "\(name) : \(encoding), \(cells.french), \(titles.french), \(rows) lignes",
            en: "\(name): \(encoding), \(cells.english), \(titles.english), \(rows) rows")
    }

    private static func titles(_ header: TextHeader) -> Bilingual {
        let rows = header.titleRows.map(String.init)
        if let row = rows.first, rows.count == 1 { return Bilingual(fr: "titres ligne \(row)", en: "titles on row \(row)") }
        guard rows.isEmpty else {
            return Bilingual(
                fr: "titres lignes \(rows.joined(separator: ", "))", en: "titles on rows \(rows.joined(separator: ", "))")
        }
        return Bilingual(
            fr: "pas de titres, données dès la ligne \(header.skipped + 1)", en: "no titles, data from row \(header.skipped + 1)")
    }

    static func mixed(_ name: String, utf8: Int, windows: Int) -> Bilingual {
        Bilingual(
            fr:
                "\(name) mêle deux encodages, chaque ligne est lue selon le sien : \(utf8) lignes en UTF-8, \(windows) en windows-1252",
            en: "\(name) mixes two encodings, each line is read in its own: \(utf8) lines in UTF-8, \(windows) in windows-1252")
    }

    static func comments(_ name: String, _ count: Int) -> Bilingual {
        Bilingual(fr: "\(name) : \(count) lignes de commentaire passées", en: "\(name): \(count) comment lines skipped")
    }

    static func untitled(_ name: String, _ columns: [String]) -> Bilingual {
        let names = columns.joined(separator: ", ")
        return Bilingual(
            fr: "\(name) : les dernières colonnes n'ont pas de titre et sont gardées : \(names)",
            en: "\(name): the last columns have no title and are kept: \(names)")
    }

    static func quoting(_ name: String, _ dialect: Dialect) -> Bilingual {
        let quote = dialect.quote.map { String(UnicodeScalar($0)) } ?? ""
        let escape = dialect.escape.map { String(UnicodeScalar($0)) } ?? quote + quote
        return Bilingual(
            fr: "\(name) : guillemet \(quote), écrit \(escape)\(dialect.escape == nil ? "" : quote) dans une cellule",
            en: "\(name): quote \(quote), written \(escape)\(dialect.escape == nil ? "" : quote) inside a cell")
    }
}
