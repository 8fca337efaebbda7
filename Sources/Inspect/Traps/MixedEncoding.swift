internal import Territory

/// UTF-8 read as Latin-1 (`Ã©` for `é`), or characters that were lost: parts of the file were written in two encodings.
struct MixedEncoding: Trap {
    static let kind = TrapKind(
        code: "inspect.mixed-encoding",
        what: Bilingual(
            fr: "{count} cellules de « {column} » en deux encodages à la fois",
            en: "{count} cells of \"{column}\" in two encodings at once"),
        why: Bilingual(
            fr: "« Ã© » au lieu de « é » : les noms ne se retrouvent plus, ni par les gens ni par les programmes",
            en: "\"Ã©\" instead of \"é\": names are found no more, neither by people nor by programs"),
        mend: Bilingual(
            fr: "refaites l'export en UTF-8, ou déclarez encoding: dans la source ; sinon un pas map sur les valeurs touchées",
            en: "export again in UTF-8, or declare encoding: in the source; otherwise a map step on the values concerned"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        try survey.cells(marked: Marks.mojibake).map { TrapFinding($0) }
    }
}
