internal import Collect
internal import Territory

/// Titles that run over several lines of the file.
struct HeaderLineBreaks: Trap {
    static let kind = TrapKind(
        code: "inspect.header-line-breaks",
        what: Bilingual(
            fr: "{count} titres de colonnes avec un retour à la ligne ou des espaces de bord",
            en: "{count} titles with a line break or spaces at the edges"),
        why: Bilingual(
            fr: "un fichier lu ligne par ligne casse dès les titres, et « BP » n'est pas « BP » avec ses espaces",
            en: "a file read line by line breaks at its titles, and \"BP\" is not \"BP\" with its spaces"),
        mend: Bilingual(
            fr: "rien à faire : la lecture joint les lignes et retire les espaces ; un pas rename pour un nom plus court",
            en: "nothing to do: reading joins the lines and removes the spaces; a rename step for a shorter name"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let proofs = survey.layout.opening.filter { $0.number == survey.header }.flatMap { line in
            line.cells.filter { cell in
                cell.contains(where: \.isNewline) || (cell.first?.isWhitespace ?? false) || (cell.last?.isWhitespace ?? false)
            }.map { CellHits.Proof(row: line.number, column: nil, value: $0) }
        }.filter { !$0.value.allSatisfy(\.isWhitespace) }
        guard !proofs.isEmpty else { return [] }
        return [TrapFinding(count: proofs.count, proofs: Array(proofs.prefix(CellHits.shown)))]
    }
}
