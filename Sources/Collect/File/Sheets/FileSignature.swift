internal import Foundation
internal import Territory

/// What a file really is, by its first bytes: the extension says what someone wished.
enum FileSignature {
    case zip, empty, oldExcel, passwordProtected, html, spreadsheetXML, pdf, text, unknown

    init(_ file: URL) throws {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        let start = try handle.read(upToCount: 4096) ?? Data()
        if start.isEmpty {
            self = .empty
        } else if start.starts(with: Array("PK".utf8)) {
            self = .zip
        } else if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            // A workbook with a password is wrapped into the old container, whose directory names its streams in UTF-16.
            let directory = start + (try handle.read(upToCount: 1 << 24) ?? Data())
            let name = Data("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
            self = directory.range(of: name) == nil ? .oldExcel : .passwordProtected
        } else if start.starts(with: [0x09, 0x08]) {
            self = .oldExcel
        } else if start.starts(with: Array("%PDF".utf8)) {
            self = .pdf
        } else {
            self = Self.text(start)
        }
    }

    private static func text(_ start: Data) -> FileSignature {
        if start.contains(0) { return .unknown }
        let words = String(decoding: start, as: UTF8.self).lowercased()
        if words.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .spreadsheetXML }
        if ["<html", "<!doctype html", "<table", "<body"].contains(where: words.contains) { return .html }
        return .text
    }

    /// What to call it in a fault; nothing for a zip file.
    var likeness: Bilingual? {
        switch self {
        case .zip, .empty, .passwordProtected: nil
        case .oldExcel: Bilingual(fr: "un ancien classeur Excel (.xls)", en: "an old Excel workbook (.xls)")
        case .html: Bilingual(fr: "une page HTML", en: "an HTML page")
        case .spreadsheetXML: Bilingual(fr: "un classeur XML d'Excel 2003", en: "an Excel 2003 XML workbook")
        case .pdf: Bilingual("PDF")
        case .text: Bilingual(fr: "un fichier texte (CSV ?)", en: "a text file (CSV?)")
        case .unknown: Bilingual(fr: "un contenu inconnu", en: "unknown content")
        }
    }
}
