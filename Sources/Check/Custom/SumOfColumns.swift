internal import Territory

/// `sum-columns-value`: one column is the sum of others, each cut to its whole part first.
struct SumOfColumns: CustomCheck {
    static let name = "sum-columns-value"
    static let kinds = [wrongSum]
    static let wrongSum = FindingKind(
        code: "check.sum-of-columns", severity: .error,
        what: Bilingual(
            fr: "« {field} » vaut « {value} », et la somme des autres colonnes {detail}",
            en: "\"{field}\" is \"{value}\", and the other columns add up to {detail}"),
        remedy: Bilingual(
            fr: "Corrigez le total, ou celle des valeurs additionnées qui est fausse",
            en: "Mend the total, or whichever of the values added is wrong"))

    static func compile(_ parameters: Parameters, in view: inout CellView) -> CompiledCheck {
        let parts = parameters["columns"]?.texts ?? []
        let (cells, compiled) = parameters.cells([parameters["column"]?.text].compactMap { $0 } + parts, in: view)
        if let compiled { return compiled }
        guard cells.count > 2 else { return CompiledCheck(findings: [parameters.unusable(column: nil)]) }
        // A text that is no number cannot be added: its row is passed over, as one with an empty cell.
        let whole = { (cell: Cell) in "trunc(TRY_CAST(\(cell.value) AS DOUBLE))" }
        let sum = "(" + cells.dropFirst().map(whole).joined(separator: " + ") + ")"
        return CompiledCheck(rules: [
            Rule(
                kind: wrongSum, field: cells[0].field.name, condition: "(\(whole(cells[0])) <> \(sum))", value: cells[0].text,
                detail: "CAST(TRY_CAST(\(sum) AS HUGEINT) AS VARCHAR)", concernsBlankRows: true)
        ])
    }
}
