internal import Territory

/// Line breaks inside cells.
struct LineBreaks: Trap {
    static let kind = TrapKind(
        code: "inspect.line-breaks",
        what: Bilingual(
            fr: "{count} cellules de « {column} » sur plusieurs lignes",
            en: "{count} cells of \"{column}\" over several lines"),
        why: Bilingual(
            fr: "un lecteur simple y voit autant d'enregistrements", en: "a simple reader sees as many records"),
        mend: Bilingual(fr: "un pas trim: all les change en espaces", en: "a trim: all step turns them into spaces"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        try survey.cells(marked: Marks.lineBreak).map { TrapFinding($0, mends: [.trim]) }
    }
}
