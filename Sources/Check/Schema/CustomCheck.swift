internal import DuckDB
internal import Territory

/// A national check that a schema asks for under `custom_checks`. One check is one file and one line in
/// `SchemaRegistry.customChecks`.
protocol CustomCheck: Sendable {
    static var name: String { get }
    static var kinds: [FindingKind] { get }

    /// Compiles the check for the columns that are there.
    static func compile(_ parameters: Parameters, in view: inout CellView) -> CompiledCheck
}

/// What a custom check became.
struct CompiledCheck: Sendable {
    var rules: [Rule] = []
    /// What is known without reading a row.
    var findings: [Finding] = []

    /// Nothing to look at: the columns are not there.
    static let none = CompiledCheck()
}

/// What a schema tells a custom check.
struct Parameters: Sendable {
    let check: String
    private let values: [String: JSONValue]

    init(_ check: SchemaDescriptor.CustomCheck) {
        self.check = check.name
        values = check.parameters
    }

    subscript(name: String) -> JSONValue? { values[name] }

    /// The cell that `column` names; nil when the file has no such column, and the check then says nothing.
    func cell(in view: CellView) -> Cell? { values["column"]?.text.flatMap { view.cell($0) } }

    /// The columns of a check on several: those that are there, or what forbids it. All absent, it says nothing.
    func cells(_ names: [String], in view: CellView) -> (cells: [Cell], compiled: CompiledCheck?) {
        let cells = names.compactMap { view.cell($0) }
        guard !cells.isEmpty else { return ([], CompiledCheck.none) }
        let absent = names.filter { view.cell($0) == nil }
        guard absent.isEmpty else { return ([], CompiledCheck(findings: absent.map { unusable(column: $0) })) }
        return (cells, nil)
    }

    /// A check that cannot be made, and the column it lacks.
    func unusable(column: String?) -> Finding {
        Finding(code: SchemaFindings.unusableCheck.code, severity: .error, field: column, detail: check)
    }
}

extension Rule {
    /// A rule about one column: an empty text, zero and false are not looked at.
    init(_ kind: FindingKind, _ cell: Cell, where condition: String, confirm: Reading.Confirmation? = nil, detail: String = "") {
        let isFilled: String =
            switch cell.field.type {
            case "integer", "number", "year", "yearmonth": "\(cell.value) <> 0"
            case "boolean": "\(cell.value)"
            default: "\(cell.text) <> ''"
            }
        self.init(
            kind: kind, field: cell.field.name, condition: "(\(cell.value) IS NOT NULL AND \(isFilled) AND (\(condition)))",
            value: cell.text, detail: constant(detail), concernsBlankRows: true, confirm: confirm, text: cell.text)
    }
}
