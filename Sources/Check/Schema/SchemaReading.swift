internal import DuckDB
internal import Territory

/// How the schema reads a column that the lake stores in the schema's own type.
struct SchemaReading: Sendable {
    private let text: String
    private let value: String

    /// Nil when the schema has no such field, or when the town gives it another type or a separator.
    init?(_ column: Relation.Column, _ declared: FieldDeclaration?, _ schema: SchemaDescriptor) {
        guard let field = schema.field(column.name), let declared, declared.separator == nil,
            declared.type == FieldType(tableSchemaType: field.type)
        else { return nil }
        let bound = BoundColumn(column, field, index: 0, of: schema)
        text = "(\(bound.text(of: "prepared.\(identifier(column.name))")))"
        value = SchemaRegistry.type(of: field).reading(of: text).value
    }

    /// SQL over the prepared relation: the value as the lake stores it; NULL when the schema refuses it.
    func expression(as sqlType: String) -> String { sqlType == "VARCHAR" ? text : "TRY_CAST(\(value) AS \(sqlType))" }
}
