/// `array`: a JSON list.
struct ArrayType: ValueType {
    static let name = "array"
    static let constraints = ConstraintNames.sized

    init(_ field: FieldDescriptor) {}

    func reading(of text: String) -> Reading { JSONText.reading(of: text, kind: "ARRAY") }

    func text(of column: String, type: String) -> String { "CAST(to_json(\(column)) AS VARCHAR)" }
}

/// What `arrayItem` says of each item of a list: a field without name.
struct ArrayItem: Sendable {
    let field: FieldDescriptor
    let type: any ValueType

    init?(_ field: FieldDescriptor) {
        guard field.type == ArrayType.name, var properties = field.properties["arrayItem"]?.object else { return nil }
        properties["name"] = .text(field.name)
        guard let item = FieldDescriptor(.object(properties)) else { return nil }
        self.field = item
        type = SchemaRegistry.type(of: item)
    }

    /// SQL: the text of the item at hand; NULL for null.
    static let text = "(item ->> '$')"

    /// Whether a list, a JSON text that is one, has an item for which a condition holds.
    static func holds(in list: String, where condition: String) -> String {
        "(len(list_filter(json_extract(\(list), '$[*]'), lambda item: coalesce(\(condition), false))) > 0)"
    }

    /// An item of another kind than the type expects, or a text that it refuses.
    func refusal(in list: String) -> String {
        let kind = "json_type(item)"
        let isForeign =
            switch field.type {
            case "string", "date", "datetime", "time": "\(kind) <> 'VARCHAR'"
            case "integer", "number", "year": "\(kind) IN ('BOOLEAN', 'ARRAY', 'OBJECT')"
            case "boolean": "\(kind) IN ('ARRAY', 'OBJECT', 'BIGINT', 'UBIGINT', 'DOUBLE')"
            default: "false"
            }
        let isRefused = "\(isForeign) OR \(type.reading(of: Self.text).isRefused)"
        return Self.holds(in: list, where: "\(kind) <> 'NULL' AND (\(isRefused))")
    }
}
