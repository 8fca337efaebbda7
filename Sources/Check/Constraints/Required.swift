internal import Territory

/// `required`: the cell holds a value.
struct Required: CellConstraint {
    static let name = "required"
    static let kind = StorageFindings.missingValue

    static func violation(of constraint: JSONValue, in cell: Cell) -> Violation? {
        constraint.boolean == true ? Violation(condition: "\(cell.text) IS NULL") : nil
    }
}
