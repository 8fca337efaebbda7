internal import Foundation
internal import Territory

/// A file that is no table, or none that can be read: recognised by its first bytes, refused with a word that helps.
struct LookAlike: Sendable {
    /// What it is called.
    let name: Bilingual
    /// What to do instead; nothing when saving it in a known format is all there is to say.
    var advice: Bilingual?
    let recognises: @Sendable (FileStart) -> Bool

    func fault(for file: SourceFile) -> CollectFault {
        let subject = "\(file.name) (\(name.english))"
        guard let advice else {
            return CollectFault(.unknownFormat, subject: subject, at: file.place, ["expected": FormatChoice.expected])
        }
        return CollectFault(.lookAlike, subject: file.name, at: file.place, ["name": name, "advice": advice])
    }

    /// A new one takes its line here.
    static let all: [LookAlike] = [
        empty, passwordProtected, signature([0x25, 0x50, 0x44, 0x46], "PDF", advice: askForTheTable),
        signature([0x37, 0x7A, 0xBC, 0xAF], "7-Zip", advice: unpack), signature([0x52, 0x61, 0x72, 0x21], "RAR", advice: unpack),
        signature([0x89, 0x50, 0x4E, 0x47], "PNG", advice: askForTheTable),
        signature([0xFF, 0xD8, 0xFF], "JPEG", advice: askForTheTable),
        signature([0x47, 0x49, 0x46, 0x38], "GIF", advice: askForTheTable),
        signature([0x49, 0x49, 0x2A, 0x00], "TIFF", advice: askForTheTable),
        database, access, accountingReturn, budget, excel2003, flatOpenDocument, webPage,
        message,
    ]

    private static func signature(_ bytes: [UInt8], _ name: String, advice: Bilingual? = nil) -> LookAlike {
        LookAlike(name: Bilingual(name), advice: advice) { $0.begins(with: bytes) }
    }

    private static let askForTheTable = Bilingual(
        fr: "Demandez la table d'où vient ce document : un classeur, ou un fichier CSV",
        en: "Ask for the table this document was made from: a workbook, or a CSV file")
    private static let unpack = Bilingual(
        fr: "Extrayez le fichier de l'archive et déposez-le seul", en: "Extract the file from the archive and put it alone")
    private static let saveAsWorkbook = Bilingual(
        fr: "Ouvrez-le dans un tableur et enregistrez-le en XLSX ou en ODS",
        en: "Open it in a spreadsheet program and save it as XLSX or ODS")
}

// What needs more than a signature.
extension LookAlike {
    private static let empty = LookAlike(
        name: Bilingual(fr: "un fichier vide", en: "an empty file"),
        advice: Bilingual(
            fr: "Demandez de nouveau le fichier : son export ou son envoi a échoué",
            en: "Ask for the file again: its export or its sending failed")
    ) { $0.bytes.isEmpty }

    private static let passwordProtected = LookAlike(
        name: Bilingual(fr: "un classeur protégé par un mot de passe", en: "a workbook protected by a password"),
        advice: Bilingual(
            fr: "Ouvrez-le avec son mot de passe, retirez la protection et enregistrez-le",
            en: "Open it with its password, remove the protection and save it")
    ) { start in
        guard start.begins(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return false }
        if case .passwordProtected? = try? FileSignature(start.url) { return true }
        return false
    }

    private static let database = LookAlike(name: Bilingual("SQLite")) {
        $0.begins(with: "SQLite format 3\0") && !GeoPackageFormat.recognises($0)
    }

    private static let access = LookAlike(
        name: Bilingual(fr: "une base Access", en: "an Access database"),
        advice: Bilingual(
            fr: "Ouvrez-la dans Access et exportez la table en XLSX ou en CSV",
            en: "Open it in Access and export the table as XLSX or CSV")
    ) { start in
        start.bytes.prefix(64).range(of: Data("Standard Jet DB".utf8)) != nil
            || start.bytes.prefix(64).range(of: Data("Standard ACE DB".utf8)) != nil
    }

    private static let accountingReturn = LookAlike(
        name: Bilingual(fr: "un retour comptable PES (Hélios)", en: "a PES accounting return (Hélios)"),
        advice: Bilingual(
            fr: "Le fichier utile est le budget TOTEM envoyé à la préfecture : déposez-le et écrivez totem: au lieu de file:",
            en: "The useful file is the TOTEM budget sent to the prefecture: put that one and write totem: instead of file:")
    ) { start in start.root.map { $0.hasPrefix("PES_") } ?? false }

    private static let budget = LookAlike(
        name: Bilingual(fr: "un budget TOTEM", en: "a TOTEM budget"),
        advice: Bilingual(fr: "Écrivez totem: au lieu de file:", en: "Write totem: instead of file:")
    ) { $0.root == "DocumentBudgetaire" || $0.root == "CompteFinancierUnique" }

    private static let excel2003 = LookAlike(
        name: Bilingual(fr: "un classeur XML d'Excel 2003", en: "an Excel 2003 XML workbook"), advice: saveAsWorkbook
    ) { $0.root == "Workbook" && $0.holds("urn:schemas-microsoft-com:office:spreadsheet") }

    private static let flatOpenDocument = LookAlike(
        name: Bilingual(fr: "un document OpenDocument en un seul fichier XML", en: "a flat OpenDocument file"),
        advice: saveAsWorkbook
    ) { $0.root == "document" && $0.holds("urn:oasis:names:tc:opendocument") }

    private static let webPage = LookAlike(
        name: Bilingual(fr: "une page HTML", en: "an HTML page"), advice: saveAsWorkbook
    ) { start in
        guard let root = start.root?.lowercased() else { return start.markup.hasPrefix("<!doctype html") }
        return ["html", "table", "body", "head", "style", "meta"].contains(root)
    }

    private static let message = LookAlike(
        name: Bilingual(fr: "un courriel ou une page web archivée", en: "an e-mail or an archived web page"),
        advice: Bilingual(
            fr: "Enregistrez la pièce jointe, ou la table qu'il contient, et déposez-la",
            en: "Save its attachment, or the table in it, and put that")
    ) { start in
        let fields = ["from:", "return-path:", "received:", "mime-version:", "delivered-to:", "message-id:", "x-"]
        return fields.contains { start.markup.hasPrefix($0) } && (start.holds("\nContent-Type:") || start.holds("\nSubject:"))
    }

    /// What no format recognises, and is no text.
    static let binary = LookAlike(
        name: Bilingual(fr: "un fichier binaire inconnu", en: "an unknown binary file"),
        advice: Bilingual(
            fr: "Demandez le fichier en XLSX, en ODS ou en CSV", en: "Ask for the file as XLSX, ODS or CSV")
    ) { $0.isBinary }
}
