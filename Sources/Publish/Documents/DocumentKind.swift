internal import Territory

/// What goes beside the data of a dataset. The raw value is the key of the file, for ever.
enum DocumentKind: String, Sendable, CaseIterable {
    /// The fields, the licence and the hashes as a Data Package.
    case dictionary
    /// The fields as CSV on the Web.
    case tableMetadata = "csvw"
    /// What the check found, for people and for programs.
    case reportPage = "report.html"
    case report = "report.json"

    var title: Bilingual {
        switch self {
        case .dictionary: Bilingual(fr: "Dictionnaire des champs", en: "Dictionary of fields")
        case .tableMetadata: Bilingual(fr: "Dictionnaire des champs du CSV (CSVW)", en: "Dictionary of the CSV's fields (CSVW)")
        case .reportPage, .report: Bilingual(fr: "Rapport de contrôle", en: "Check report")
        }
    }

    /// The description that people read on a portal.
    var use: Bilingual {
        switch self {
        case .dictionary:
            Bilingual(
                fr: "Nom, type, unité et sens de chaque champ, au format Data Package.",
                en: "Name, type, unit and meaning of each field, as a Data Package.")
        case .tableMetadata:
            Bilingual(
                fr: "Nom, type et sens de chaque champ du fichier CSV, au format CSV on the Web (W3C).",
                en: "Name, type and meaning of each field of the CSV file, as CSV on the Web (W3C).")
        case .reportPage:
            Bilingual(
                fr: "Ce que le contrôle a trouvé dans cette version, et combien chaque champ est rempli.",
                en: "What the check found in this version, and how full each field is.")
        case .report:
            Bilingual(
                fr: "Le rapport de contrôle de cette version, pour un programme.",
                en: "The check report of this version, for a program.")
        }
    }

    var form: FileForm { FileForm(self == .reportPage ? "html" : "json") }
}
