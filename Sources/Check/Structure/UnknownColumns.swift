internal import Territory

/// Columns that no field describes: accepted, and told.
struct UnknownColumns: HeaderRule {
    static let kinds: [FindingKind] = []

    static func findings(_ header: Header, _ schema: SchemaDescriptor) -> [Finding] {
        header.titles.filter { !$0.label.isEmpty && schema.field($0.label) == nil }.map {
            Finding(code: StorageFindings.undeclaredColumn.code, severity: .note, field: $0.label)
        }
    }
}
