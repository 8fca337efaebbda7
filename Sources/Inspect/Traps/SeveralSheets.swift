internal import Collect
internal import Territory

/// A workbook of several sheets: notes, pivot tables, details that repeat the main sheet.
struct SeveralSheets: Trap {
    static let kind = TrapKind(
        code: "inspect.several-sheets",
        what: Bilingual(
            fr: "classeur de {count} feuilles{detail}",
            en: "workbook of {count} sheets{detail}"),
        why: Bilingual(
            fr: "un tableau croisé ou un détail additionné à la feuille principale compte deux fois",
            en: "a pivot table or a detail added to the main sheet counts twice"),
        mend: Bilingual(fr: "sheet: dans la source", en: "sheet: in the source"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let sheets = survey.layout.sheets
        guard sheets.count > 1 else { return [] }
        let names = sheets.map { "« \($0) »" }.joined(separator: ", "), read = survey.layout["sheet"] ?? ""
        return [
            TrapFinding(
                count: sheets.count,
                detail: Bilingual(fr: " : \(names) ; « \(read) » est lue", en: ": \(names); \"\(read)\" is read"))
        ]
    }
}
