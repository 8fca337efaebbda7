internal import Territory

/// Control characters, which no screen shows: U+0001 for a line break, U+0085.
struct ControlCharacters: Trap {
    static let kind = TrapKind(
        code: "inspect.control-characters",
        what: Bilingual(
            fr: "{count} cellules de « {column} » avec des caractères de contrôle",
            en: "{count} cells of \"{column}\" with control characters"),
        why: Bilingual(
            fr: "invisibles, ils font refuser le fichier XML ou JSON qui les reprend",
            en: "unseen, they get the XML or JSON file that repeats them refused"),
        mend: Bilingual(fr: "un pas trim: all les change en espaces", en: "a trim: all step turns them into spaces"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        try survey.cells(marked: Marks.control).map { TrapFinding($0, mends: [.trim]) }
    }
}
