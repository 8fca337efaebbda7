internal import Territory

/// `compare-columns-value`: the value of one column against that of another on the same row.
struct ComparedColumns: CustomCheck {
    static let name = "compare-columns-value"
    static let kinds = [wrongOrder, incomparable]
    static let wrongOrder = FindingKind(
        code: "check.compared-columns", severity: .error,
        what: Bilingual(
            fr: "« {field} » vaut « {value} », et devrait être {detail}", en: "\"{field}\" is \"{value}\", and should be {detail}"
        ),
        remedy: Bilingual(fr: "Corrigez celle des deux valeurs qui est fausse", en: "Mend whichever of the two values is wrong"))
    static let incomparable = FindingKind(
        code: "check.incomparable-columns", severity: .error,
        what: Bilingual(
            fr: "« {field} » vaut « {value} », qui ne se compare pas à {detail}",
            en: "\"{field}\" is \"{value}\", which does not compare with {detail}"),
        remedy: Bilingual(
            fr: "Écrivez les deux valeurs de la même façon : deux nombres, ou deux dates",
            en: "Write both values alike: two numbers, or two dates"))

    private static let operators = [">", ">=", "==", "<=", "<"]
    private static let numbers: Set = ["integer", "number", "year"]

    static func compile(_ parameters: Parameters, in view: inout CellView) -> CompiledCheck {
        let names = [parameters["column"], parameters["column2"]].compactMap { $0?.text }
        let (cells, compiled) = parameters.cells(names, in: view)
        if let compiled { return compiled }
        guard cells.count == 2, let sign = parameters["op"]?.text, operators.contains(sign) else {
            return CompiledCheck(findings: [parameters.unusable(column: nil)])
        }
        let one = Side(cells[0]), other = Side(cells[1])
        let bothNumbers = "(\(one.isNumber) AND \(other.isNumber))"
        let areAlike = cells[0].field.type == cells[1].field.type
        let asValues = areAlike ? "NOT (\(cells[0].value) \(sign) \(cells[1].value))" : "false"
        let wrong = "CASE WHEN \(bothNumbers) THEN NOT (\(one.number) \(sign) \(other.number)) ELSE \(asValues) END"
        let detail = "\(constant(sign + " ")) || \(cells[1].text)"
        let filled = "\(cells[0].value) IS NOT NULL AND \(cells[1].value) IS NOT NULL"
        var rules = [rule(wrongOrder, cells[0], "\(filled) AND \(wrong)", detail)]
        if !areAlike {
            rules.append(rule(incomparable, cells[0], "\(filled) AND NOT \(bothNumbers)", cells[1].text))
        }
        return CompiledCheck(rules: rules)
    }

    private static func rule(_ kind: FindingKind, _ cell: Cell, _ condition: String, _ detail: String) -> Rule {
        Rule(
            kind: kind, field: cell.field.name, condition: "(\(condition))", value: cell.text, detail: detail,
            concernsBlankRows: true)
    }

    /// A value as a number, when it is one or a text that looks like one.
    private struct Side {
        let isNumber: String
        let number: String

        init(_ cell: Cell) {
            if numbers.contains(cell.field.type) {
                (isNumber, number) = ("true", cell.value)
            } else if cell.field.type == StringType.name {
                isNumber = "regexp_full_match(\(cell.text), \(constant(NumberType.pattern)))"
                number = "TRY_CAST(\(cell.text) AS DOUBLE)"
            } else {
                (isNumber, number) = ("false", "CAST(NULL AS DOUBLE)")
            }
        }
    }
}
