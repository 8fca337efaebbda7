internal import Territory

/// Rows with more or fewer cells than the titles: a delimiter inside a cell that nothing protects, a cut line.
struct UnevenRows: Trap {
    static let kind = TrapKind(
        code: "inspect.uneven-rows",
        what: Bilingual(
            fr: "{count} lignes d'une autre largeur que les titres",
            en: "{count} rows of another width than the titles"),
        why: Bilingual(
            fr: "les valeurs se décalent d'une colonne : une virgule décimale entre deux virgules suffit",
            en: "values move by a column: a decimal comma between two commas is enough"),
        mend: Bilingual(
            fr: "protégez par des guillemets à l'export, ou déclarez delimiter: et quote: dans la source",
            en: "put quotes around cells when exporting, or declare delimiter: and quote: in the source"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        guard survey.unevenCount > 0 else { return [] }
        return [TrapFinding(count: survey.unevenCount, proofs: survey.unevenRows)]
    }
}
