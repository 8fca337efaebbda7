internal import Territory

/// One thing that a row may break, as one condition of the scan.
struct Rule: Sendable {
    let kind: FindingKind
    /// The field that the finding names; nil when it is about the row.
    let field: String?
    /// SQL over the rows of `CellView`, true where the rule is broken.
    let condition: String
    /// SQL: what the finding shows.
    let value: String
    /// SQL: what the sentence needs besides.
    let detail: String
    /// Whether a blank row breaks it as well: such a row is told once, and its cells are passed over.
    var concernsBlankRows = false
    /// Looks at `text` where the condition only suspects.
    var confirm: Reading.Confirmation?
    /// SQL: what `confirm` looks at.
    var text = "NULL"
}
