internal import Territory

/// What is said of files made of records.
enum RecordMessages {
    static let valueLimit = Bilingual(fr: "32 Mo par valeur", en: "32 MB per value")
    static let cellLimit = Bilingual(fr: "300 millions de valeurs", en: "300 million values")
    static let columnLimit = Bilingual(
        fr: "\(RecordTable.columnLimit) colonnes", en: "\(RecordTable.columnLimit) columns")

    static func read(_ name: String, rows: Int, at path: String?) -> Bilingual {
        let french = path.map { " sous « \($0) »" } ?? "", english = path.map { " under \"\($0)\"" } ?? ""
        return Bilingual(
            fr: "\(name) : \(rows) enregistrements lus\(french)", en: "\(name): \(rows) records read\(english)")
    }

    static func others(_ paths: [String]) -> Bilingual {
        Bilingual(
            fr: "autres enregistrements possibles (records:) : \(paths.joined(separator: ", "))",
            en: "other records there (records:): \(paths.joined(separator: ", "))")
    }

    static func sought(_ path: String?) -> Bilingual {
        path.map { Bilingual(fr: "sous « \($0) »", en: "under \"\($0)\"") } ?? Bilingual(fr: "à lire", en: "to read")
    }

    static func found(_ paths: [String]) -> Bilingual {
        paths.isEmpty
            ? Bilingual(fr: "aucune liste", en: "no list") : Bilingual(paths.prefix(12).joined(separator: ", "))
    }

    static func transcoded(_ name: String, from encoding: TextEncoding) -> Bilingual {
        Bilingual(
            fr: "\(name) : encodage \(encoding.rawValue), au lieu d'UTF-8",
            en: "\(name): encoding \(encoding.rawValue) instead of UTF-8")
    }

    static let endsEarly = Bilingual(fr: "le fichier s'arrête au milieu", en: "the file ends in the middle")
    static let controlCharacter = Bilingual(
        fr: "un texte contient un caractère de contrôle", en: "a text holds a control character")
    static let badEscape = Bilingual(fr: "séquence \\ inconnue dans un texte", en: "unknown \\ sequence in a text")
    static let badNumber = Bilingual(fr: "nombre mal écrit", en: "badly written number")
    static let tooDeep = Bilingual(
        fr: "plus de \(JSONStream.depthLimit) niveaux imbriqués", en: "more than \(JSONStream.depthLimit) nested levels")

    static func unexpected(_ byte: UInt8) -> Bilingual {
        let shown = byte > 0x20 && byte < 0x7F ? "« \(Character(Unicode.Scalar(byte))) »" : "0x" + String(byte, radix: 16)
        return Bilingual(fr: "\(shown) n'a pas sa place ici", en: "\(shown) does not belong here")
    }
}
