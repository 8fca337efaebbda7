internal import Territory

/// Spaces before, after, or several in a row.
struct EdgeSpaces: Trap {
    static let kind = TrapKind(
        code: "inspect.edge-spaces",
        what: Bilingual(
            fr: "{count} cellules de « {column} » avec des espaces au bord ou en double",
            en: "{count} cells of \"{column}\" with spaces at the edges or doubled"),
        why: Bilingual(
            fr: "« CAO » et « CAO␣ » comptent pour deux valeurs, et les validateurs ne rognent rien",
            en: "\"CAO\" and \"CAO␣\" count as two values, and validators trim nothing"),
        mend: Bilingual(fr: "un pas trim: all", en: "a trim: all step"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        try survey.cells(marked: Marks.edges).map { TrapFinding($0, mends: [.trim]) }
    }
}
