internal import Territory

/// No-break and zero-width spaces: they look like nothing and make two values differ.
struct NoBreakSpaces: Trap {
    static let kind = TrapKind(
        code: "inspect.no-break-spaces",
        what: Bilingual(
            fr: "{count} cellules de « {column} » avec des espaces insécables",
            en: "{count} cells of \"{column}\" with no-break spaces"),
        why: Bilingual(
            fr: "« 12 250 » n'est pas un nombre pour un programme, et deux noms semblables ne se rejoignent pas",
            en: "\"12 250\" is no number to a program, and two names that look alike do not meet"),
        mend: Bilingual(fr: "un pas trim: all ; parse les admet", en: "a trim: all step; parse takes them"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        try survey.cells(marked: Marks.noBreak).map { TrapFinding($0, mends: [.trim]) }
    }
}
