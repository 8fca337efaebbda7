internal import Territory

/// `enum`: the value is one of a list, compared as values: `1.0` admits `1`.
struct Enumeration: CellConstraint {
    static let name = "enum"
    static let kind = FindingKind(
        code: "check.not-listed", severity: .error,
        what: Bilingual(
            fr: "« {value} » n'est pas une valeur admise dans « {field} » : {detail}",
            en: "\"{value}\" is not among the values of \"{field}\": {detail}"),
        remedy: Bilingual(
            fr: "Écrivez exactement l'une des valeurs admises, casse et accents compris ; un pas map les remplace en série",
            en: "Write exactly one of these values, case and accents included; a map step replaces them in bulk"))
    /// As many values as a sentence bears.
    private static let shown = 8

    static func violation(of constraint: JSONValue, in cell: Cell) -> Violation? {
        guard let list = constraint.list else { return nil }
        let values = list.compactMap { cell.value(of: $0) }
        let written = list.compactMap(\.written)
        let detail = written.prefix(shown).joined(separator: ", ") + (written.count > shown ? "…" : "")
        guard !values.isEmpty else { return Violation(condition: "\(cell.value) IS NOT NULL", detail: detail) }
        return Violation(condition: "NOT \(isOne(cell.value, of: values))", detail: detail)
    }
}
