internal import Territory

/// `primaryKey`: fields that name each row once. The rows after the first are told, and those that have no key.
enum PrimaryKey {
    static let repeated = FindingKind(
        code: "check.repeated-primary-key", severity: .error,
        what: Bilingual(
            fr: "la clé primaire « {value} » est déjà ligne {detail}",
            en: "primary key \"{value}\" stands on row {detail} already"),
        remedy: Bilingual(
            fr: "Retirez la ligne en double, ou donnez-lui sa propre clé", en: "Remove the repeated row, or give it its own key"))
    static let empty = FindingKind(
        code: "check.empty-primary-key", severity: .error,
        what: Bilingual(fr: "la clé primaire {detail} est vide", en: "primary key {detail} is empty"),
        remedy: Bilingual(fr: "Donnez sa clé à la ligne, ou retirez la ligne", en: "Give the row its key, or remove the row"))

    /// The cells of the key; nil when the schema has none or the file lacks a column of it.
    private static func cells(_ schema: SchemaDescriptor, _ view: CellView) -> [Cell]? {
        let cells = schema.primaryKey.compactMap { view.cell($0) }
        return cells.isEmpty || cells.count < schema.primaryKey.count ? nil : cells
    }

    static func rules(_ schema: SchemaDescriptor, _ view: CellView) -> [SetRule] {
        guard let cells = cells(schema, view) else { return [] }
        return [SetRule(kind: repeated, field: nil, key: SetRule.tuple(cells), value: SetRule.shown(cells))]
    }

    static func rowRules(_ schema: SchemaDescriptor, _ view: CellView) -> [Rule] {
        guard let cells = cells(schema, view) else { return [] }
        return [
            Rule(
                kind: empty, field: nil, condition: "(\(cells.map { "\($0.value) IS NULL" }.joined(separator: " AND ")))",
                value: "NULL", detail: constant(schema.primaryKey.joined(separator: ", ")), concernsBlankRows: true)
        ]
    }
}
