internal import Territory

/// `unique`: a value stands once in its column. The rows after the first are told.
enum UniqueValues {
    static let kind = FindingKind(
        code: "check.repeated-value", severity: .error,
        what: Bilingual(
            fr: "« {value} » est déjà ligne {detail} dans « {field} », qui est unique",
            en: "\"{value}\" stands on row {detail} already in \"{field}\", which is unique"),
        remedy: Bilingual(
            fr: "Retirez la ligne en double, ou donnez-lui sa propre valeur",
            en: "Remove the repeated row, or give it its own value"))

    static func rules(_ schema: SchemaDescriptor, _ view: CellView) -> [SetRule] {
        view.bound.filter { $0.field.isUnique }.map {
            SetRule(kind: kind, field: $0.field.name, key: $0.value, value: $0.text)
        }
    }
}
