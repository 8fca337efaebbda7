internal import Territory

/// A constraint on the value of a cell. One constraint is one file and one line in `SchemaRegistry.constraints`.
protocol CellConstraint: Sendable {
    static var name: String { get }
    static var kind: FindingKind { get }

    /// What breaks the constraint; nil when the constraint asks nothing.
    static func violation(of constraint: JSONValue, in cell: Cell) -> Violation?
}

/// A cell as constraints and custom checks see it.
struct Cell: Sendable {
    let field: FieldDescriptor
    let type: any ValueType
    /// SQL: the text, NULL where it says no value.
    let text: String
    /// SQL: the value, NULL where there is none or the type refuses it.
    let value: String

    /// A constant of the schema as a value of the type.
    func value(of constant: JSONValue) -> String? {
        constant.written.map { type.reading(of: Check.constant($0)).value }
    }
}

/// Where a rule is broken.
struct Violation: Sendable {
    /// SQL, true on the rows that break it.
    let condition: String
    /// What the sentence says of the rule: `14`, `aide en nature, aide en numéraire`.
    var detail = ""
    var confirm: Reading.Confirmation?
}
