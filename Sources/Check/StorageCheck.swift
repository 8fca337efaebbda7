package import DuckDB
package import Territory

/// Gives every column the type its field declares, and finds what stands in the way.
///
/// Shape: in, the prepared relation (text or already typed columns); out, the same columns, empty text as NULL, in the
/// types that the lake stores. A value that cannot be read in its type is an error with its source row; a required field
/// without a value, a declared column that is not there and a column that nothing declares are found as well. Cost: one scan
/// when at least one column changes type or is required, none otherwise.
package struct StorageCheck: Sendable {
    private let fields: [FieldDeclaration]
    private let schema: SchemaDescriptor?

    /// - Parameters:
    ///   - fields: the fields of the schema, completed by those of the dataset.
    ///   - schema: where its fields keep their type, values are read as it says (its booleans, its date patterns), and
    ///     what is wrong with them is for `SchemaPlan` to tell.
    package init(fields: [FieldDeclaration], schema: SchemaDescriptor? = nil) {
        self.fields = fields
        self.schema = schema
    }

    /// What the check makes of a relation.
    package struct Outcome: Sendable {
        package let relation: Relation
        /// Relations of findings, to be run.
        package let findings: [Relation]
        /// Findings about columns, known without reading a row.
        package let columnFindings: [Finding]
    }

    /// Compiles the check of a relation; nothing is read yet.
    package func apply(to relation: Relation) -> Outcome {
        let declared = Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let columns = relation.columns.map { column in
            StoredColumn(column, declared[column.name], schema.flatMap { SchemaReading(column, declared[column.name], $0) })
        }
        let names = Relation.provenance.map { identifier($0.name) }
        let select = (columns.map { "\($0.expression) AS \(identifier($0.name))" } + names).joined(separator: ", ")
        let typed = Relation(
            sql: "SELECT \(select) FROM (\(relation.sql)) AS prepared", parameters: relation.parameters,
            columns: columns.map { Relation.Column($0.name, type: $0.sqlType) })
        return Outcome(
            relation: typed, findings: columns.flatMap { $0.findings(in: relation) },
            columnFindings: columnFindings(relation, declared))
    }

    private func columnFindings(_ relation: Relation, _ declared: [String: FieldDeclaration]) -> [Finding] {
        let present = relation.columns.map(\.name)
        let missing = fields.filter { !present.contains($0.name) }.map { field in
            Finding(
                code: StorageFindings.missingColumn.code, severity: field.required ? .error : .warning, field: field.name,
                detail: NearestName.of(field.name, among: present).map { "« \($0) » ?" } ?? "")
        }
        let extra =
            declared.isEmpty
            ? []
            : present.filter { declared[$0] == nil }.map {
                Finding(code: StorageFindings.undeclaredColumn.code, severity: .note, field: $0)
            }
        return missing + extra
    }
}

/// One column on its way to the lake.
struct StoredColumn {
    let name: String
    private let column: Relation.Column
    private let field: FieldDeclaration?
    private let stored: StoredType?
    private let reading: SchemaReading?

    init(_ column: Relation.Column, _ field: FieldDeclaration?, _ reading: SchemaReading?) {
        self.column = column
        self.field = field
        self.reading = reading
        name = column.name
        stored = field?.type.map { StoredType($0, separator: field?.separator) }
    }

    var sqlType: String { stored?.sqlType ?? column.type }

    /// Empty text is no value: the lake knows one kind of nothing.
    private var text: String {
        column.isText ? "nullif(\(identifier(name)), '')" : "CAST(\(identifier(name)) AS VARCHAR)"
    }

    var expression: String {
        if let reading, let stored { return reading.expression(as: stored.sqlType) }
        guard let stored, stored.sqlType != column.type || column.isText else {
            return column.isText ? text : identifier(name)
        }
        return stored.type == .text && stored.separator == nil ? text : stored.expression(text)
    }

    private var mayFail: Bool {
        guard let stored else { return false }
        return (stored.sqlType != column.type || column.isText) && (stored.type != .text || stored.separator != nil)
    }

    func findings(in relation: Relation) -> [Relation] {
        guard reading == nil else { return [] }
        var findings: [Relation] = []
        if let stored, mayFail {
            findings.append(
                Self.findings(
                    StorageFindings.wrongType, field: name, detail: stored.type.rawValue, value: text, in: relation,
                    where: "\(text) IS NOT NULL AND \(stored.isUnreadable(text, stored: expression))"))
        }
        if field?.required == true {
            findings.append(
                Self.findings(
                    StorageFindings.missingValue, field: name, detail: "", value: "NULL", in: relation,
                    where: "\(text) IS NULL"))
        }
        return findings
    }

    private static func findings(
        _ kind: FindingKind, field: String, detail: String, value: String, in relation: Relation, where predicate: String
    ) -> Relation {
        Relation(
            sql: """
                SELECT ? AS code, ? AS severity, _source, _row, ? AS field, \(value) AS value, ? AS detail
                FROM (\(relation.sql)) AS prepared WHERE \(predicate)
                """,
            parameters: [.text(kind.code), .text(kind.severity.rawValue), .text(field), .text(detail)] + relation.parameters,
            columns: [])
    }
}
