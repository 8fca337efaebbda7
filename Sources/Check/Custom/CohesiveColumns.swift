internal import Territory

/// `cohesive-columns-value`: several columns are all filled, or all empty.
struct CohesiveColumns: CustomCheck {
    static let name = "cohesive-columns-value"
    static let kinds = [incoherent]
    static let incoherent = FindingKind(
        code: "check.cohesive-columns", severity: .error,
        what: Bilingual(
            fr: "« {field} » et {detail} doivent être toutes remplies ou toutes vides",
            en: "\"{field}\" and {detail} must be all filled or all empty"),
        remedy: Bilingual(fr: "Complétez la ligne, ou videz ces cellules", en: "Complete the row, or empty these cells"))

    static func compile(_ parameters: Parameters, in view: inout CellView) -> CompiledCheck {
        let others = parameters["othercolumns"]?.texts ?? []
        let (cells, compiled) = parameters.cells([parameters["column"]?.text].compactMap { $0 } + others, in: view)
        if let compiled { return compiled }
        guard cells.count > 1 else { return CompiledCheck(findings: [parameters.unusable(column: nil)]) }
        let empty = cells.map { "CAST(\($0.value) IS NULL AS INTEGER)" }.joined(separator: " + ")
        return CompiledCheck(rules: [
            Rule(
                kind: incoherent, field: cells[0].field.name, condition: "((\(empty)) NOT IN (0, \(cells.count)))",
                value: cells[0].text, detail: constant(others.joined(separator: ", ")), concernsBlankRows: true)
        ])
    }
}
