internal import DuckDB
internal import Territory

/// Looks for faults in a schema before any file is read: types, formats and constraints that do not exist, examples that
/// break the rules they illustrate. Of 134 published schemas 29 have some.
struct SchemaSoundness {
    private let schema: SchemaDescriptor

    init(_ schema: SchemaDescriptor) {
        self.schema = schema
    }

    /// What the descriptor says wrong, in the order of the fields.
    var findings: [Finding] {
        schema.fields.flatMap { field in
            faults(of: field).map {
                Finding(code: SchemaFindings.badField.code, severity: .warning, field: field.name, detail: $0)
            }
        }
    }

    private func faults(of field: FieldDescriptor) -> [String] {
        guard let type = SchemaRegistry.types.first(where: { $0.name == field.type }) else { return ["type \(field.type)"] }
        var faults: [String] = []
        if !type.takes(format: field.format) { faults.append("\(field.type)/\(field.format)") }
        for (name, value) in field.constraints.sorted(by: { $0.key < $1.key }) {
            if !(type.constraints + ["unique"]).contains(name) {
                faults.append("\(field.type) × \(name)")
            } else if !Self.isSound(name, value) {
                faults.append("\(name): \(value.written ?? "…")")
            }
        }
        return faults
    }

    private static func isSound(_ constraint: String, _ value: JSONValue) -> Bool {
        switch constraint {
        case "required", "unique": value.boolean != nil
        case "minLength", "maxLength": value.integer != nil
        case "pattern": value.text.map { Pattern.isSound($0) } ?? false
        case "enum": value.list.map { !$0.isEmpty } ?? false
        default: value.written != nil
        }
    }

    /// The fields whose example breaks their own rules, found by the plan of the schema over a row of examples.
    /// - Parameter work: the quoted schema of the engine where the plan puts what it keeps for a while.
    func examples(in work: String, _ connection: Connection) throws -> [Finding] {
        let fields = schema.fields.filter { $0.example != nil && $0.example != .null }
        guard !fields.isEmpty else { return [] }
        let columns = fields.indices.map { Relation.Column("example\($0)") }
        let cells = zip(columns, fields).map { "\(constant(Self.text(of: $1))) AS \($0.name)" }.joined(separator: ", ")
        let row = Relation(sql: "SELECT \(cells), NULL AS _source, 1 AS _row", columns: columns)
        let bound = fields.indices.map { BoundColumn(columns[$0], fields[$0], index: $0, of: schema) }
        let scan = SchemaScan(view: CellView(bound, of: row), rules: bound.flatMap(\.rules), sets: [])
        let broken = Set(try scan.brokenFields(in: work, connection))
        return fields.filter { broken.contains($0.name) || Self.isForeign($0) }.map { field in
            Finding(
                code: SchemaFindings.badExample.code, severity: .warning, field: field.name, value: Self.text(of: field))
        }
    }

    /// An example that JSON writes in another type than the field's.
    private static func isForeign(_ field: FieldDescriptor) -> Bool {
        switch field.example {
        case .integer, .number: !["any", "integer", "number", "year"].contains(field.type)
        case .boolean: !["any", "boolean"].contains(field.type)
        case .list: !["any", "array", "geopoint", "yearmonth"].contains(field.type)
        case .object: !["any", "object", "geojson"].contains(field.type)
        case .text, .null, nil: false
        }
    }

    /// The example as a cell would hold it.
    private static func text(of field: FieldDescriptor) -> String {
        guard let example = field.example else { return "" }
        if example.boolean != nil {
            return field.properties[example.boolean == true ? "trueValues" : "falseValues"]?.texts.first ?? example.written ?? ""
        }
        return example.written ?? example.json
    }
}

extension JSONValue {
    /// The value as JSON text.
    var json: String {
        switch self {
        case .null: "null"
        case .boolean, .integer, .number: written ?? "null"
        case .text(let text):
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
        case .list(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }.map { "\(JSONValue.text($0.key).json):\($0.value.json)" }.joined(
                    separator: ",") + "}"
        }
    }
}
