internal import Territory

/// `foreignKeys` into the same table: each key stands in the columns it refers to.
enum ForeignKeys {
    static let kind = FindingKind(
        code: "check.foreign-key", severity: .error,
        what: Bilingual(
            fr: "« {value} » ne renvoie à aucune ligne (« {field} »)", en: "\"{value}\" refers to no row (\"{field}\")"),
        remedy: Bilingual(
            fr: "Ajoutez la ligne à laquelle la valeur renvoie, ou corrigez la valeur",
            en: "Add the row that the value refers to, or mend the value"))

    static func rules(_ schema: SchemaDescriptor, _ view: CellView) -> [SetRule] {
        schema.foreignKeys.compactMap { key in
            let cells = key.fields.compactMap { view.cell($0) }, references = key.references.compactMap { view.cell($0) }
            guard cells.count == key.fields.count, references.count == key.references.count else { return nil }
            return SetRule(
                kind: kind, field: key.fields.joined(separator: ", "), key: text(cells), value: SetRule.shown(cells),
                reference: text(references))
        }
    }

    /// Keys and references may differ in type: they meet as text.
    private static func text(_ cells: [Cell]) -> String { "CAST(\(SetRule.tuple(cells)) AS VARCHAR)" }
}
