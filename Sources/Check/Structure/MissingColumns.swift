internal import Territory

/// Fields without a column: an error when the schema requires a value, a warning otherwise.
struct MissingColumns: HeaderRule {
    static let kinds: [FindingKind] = []

    static func findings(_ header: Header, _ schema: SchemaDescriptor) -> [Finding] {
        let labels = Set(header.labels)
        return schema.fields.filter { !labels.contains($0.name) }.map { field in
            Finding(
                code: StorageFindings.missingColumn.code, severity: field.isRequired ? .error : .warning, field: field.name,
                detail: NearestName.of(field.name, among: header.labels).map { "« \($0) » ?" } ?? "")
        }
    }
}
