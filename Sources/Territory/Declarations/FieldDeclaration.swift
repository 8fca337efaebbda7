/// The type a field has in queries and exports.
package enum FieldType: String, Sendable, Hashable, Codable, CaseIterable {
    case int
    case double
    case text
    case boolean
    case date
    case datetime
    case geo_point_2d
    case geo_shape

    /// The type that serves a Table Schema type. A year is a whole number; anything unknown stays text.
    package init(tableSchemaType type: String) {
        switch type {
        case "integer", "year": self = .int
        case "number": self = .double
        case "boolean": self = .boolean
        case "date": self = .date
        case "datetime": self = .datetime
        case "geopoint": self = .geo_point_2d
        case "geojson": self = .geo_shape
        default: self = .text
        }
    }
}

/// What a town says of a field; what is absent is taken from the schema.
package struct FieldDeclaration: Sendable, Hashable {
    package let name: String
    package let type: FieldType?
    package let label: String?
    package let description: String?
    package let unit: String?
    /// Offered as a filter on the portal and in the APIs.
    package let facet: Bool
    /// What separates several values in one cell.
    package let separator: String?
    /// Kept in the lake, never served nor published.
    package let isPrivate: Bool
    package let required: Bool

    package init(
        name: String, type: FieldType? = nil, label: String? = nil, description: String? = nil, unit: String? = nil,
        facet: Bool = false, separator: String? = nil, isPrivate: Bool = false, required: Bool = false
    ) {
        self.name = name
        self.type = type
        self.label = label
        self.description = description
        self.unit = unit
        self.facet = facet
        self.separator = separator
        self.isPrivate = isPrivate
        self.required = required
    }

    /// From an entry whose shape was checked, over what the schema says of the same field.
    init(_ entry: Value.Entry, over schema: FieldDeclaration? = nil) {
        let value = entry.value
        self.init(
            name: entry.key, type: value["type"]?.text.flatMap { FieldType(rawValue: $0) } ?? schema?.type,
            label: value["label"]?.text ?? schema?.label, description: value["description"]?.text ?? schema?.description,
            unit: value["unit"]?.text ?? schema?.unit, facet: value["facet"]?.boolean ?? schema?.facet ?? false,
            separator: value["separator"]?.text ?? schema?.separator,
            isPrivate: value["private"]?.boolean ?? schema?.isPrivate ?? false,
            required: value["required"]?.boolean ?? schema?.required ?? false)
    }
}
