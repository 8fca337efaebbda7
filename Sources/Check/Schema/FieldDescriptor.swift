/// A field of a Table Schema with everything that checks need.
/// <https://specs.frictionlessdata.io/table-schema/#field-descriptors>
package struct FieldDescriptor: Sendable, Hashable {
    package let name: String
    /// `string` when the schema says none.
    package let type: String
    /// `default` when the schema says none.
    package let format: String
    package let title: String?
    package let description: String?
    package let example: JSONValue?
    package let constraints: [String: JSONValue]
    /// Everything the descriptor says, for the options of types: `trueValues`, `decimalChar`…
    package let properties: [String: JSONValue]

    package init?(_ descriptor: JSONValue) {
        guard let properties = descriptor.object, let name = properties["name"]?.text else { return nil }
        self.name = name
        self.properties = properties
        type = properties["type"]?.text ?? "string"
        format = properties["format"]?.text ?? "default"
        title = properties["title"]?.text
        description = properties["description"]?.text
        example = properties["example"]
        constraints = properties["constraints"]?.object ?? [:]
    }

    package var isRequired: Bool { constraints["required"]?.boolean ?? false }
    package var isUnique: Bool { constraints["unique"]?.boolean ?? false }

    /// The texts that stand for no value in this field: its own list replaces the schema's.
    func missingValues(of schema: SchemaDescriptor) -> [String] {
        properties["missingValues"].map(\.texts) ?? schema.missingValues
    }
}
