internal import Territory

/// `one-of-required`: one of two columns at least is filled; a column that is not there counts as empty.
struct OneOfRequired: CustomCheck {
    static let name = "one-of-required"
    static let kinds = [bothEmpty, bothMissing]
    static let bothEmpty = FindingKind(
        code: "check.one-of-required", severity: .error,
        what: Bilingual(fr: "{detail} : l'une des deux doit être remplie", en: "{detail}: one of the two must be filled"),
        remedy: Bilingual(fr: "Remplissez l'une des deux colonnes", en: "Fill one of the two columns"))
    static let bothMissing = FindingKind(
        code: "check.one-of-missing", severity: .error,
        what: Bilingual(fr: "les colonnes {detail} sont absentes toutes les deux", en: "columns {detail} are both absent"),
        remedy: Bilingual(fr: "Ajoutez l'une des deux colonnes", en: "Add one of the two columns"))

    static func compile(_ parameters: Parameters, in view: inout CellView) -> CompiledCheck {
        let names = [parameters["column1"], parameters["column2"]].compactMap { $0?.text }
        guard names.count == 2 else { return CompiledCheck(findings: [parameters.unusable(column: nil)]) }
        let detail = names.joined(separator: ", ")
        let values = names.compactMap { view.cell($0)?.value }
        guard !values.isEmpty else {
            return CompiledCheck(findings: [Finding(code: bothMissing.code, severity: .error, detail: detail)])
        }
        return CompiledCheck(rules: [
            Rule(
                kind: bothEmpty, field: nil, condition: "(\(values.map { "\($0) IS NULL" }.joined(separator: " AND ")))",
                value: "NULL", detail: constant(detail), concernsBlankRows: true)
        ])
    }
}
