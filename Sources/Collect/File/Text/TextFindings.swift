internal import Territory

/// What reading a text file may find.
enum TextFindings {
    static let all = [longRow, shortRow]

    static let longRow = FindingKind(
        code: "collect.long-row", severity: .error,
        what: Bilingual(
            fr: "la ligne a {detail} cellules de trop : {value}", en: "the row has {detail} cells too many: {value}"),
        remedy: Bilingual(
            fr: "Protégez par des guillemets la cellule qui contient le séparateur, ou retirez les cellules en trop",
            en: "Put quotes around the cell that holds the delimiter, or remove the extra cells"))

    static let shortRow = FindingKind(
        code: "collect.short-row", severity: .warning,
        what: Bilingual(
            fr: "il manque {detail} cellules à la fin de la ligne ; elles sont lues vides",
            en: "{detail} cells are missing at the end of the row; they are read as empty"),
        remedy: Bilingual(fr: "Complétez la ligne à la source", en: "Complete the row at its source"))
}
