import Foundation

/// What a Table Schema file says of its fields, as far as declarations are concerned; `Check` reads the rest.
package struct TableSchema: Sendable, Hashable, Decodable {
    package let name: String?
    package let title: String?
    package let version: String?
    package let fields: [Field]

    /// A field descriptor, <https://specs.frictionlessdata.io/table-schema/#field-descriptors>.
    package struct Field: Sendable, Hashable, Decodable {
        package let name: String
        package let type: String?
        package let format: String?
        package let title: String?
        package let description: String?
        package let required: Bool
    }

    package init(name: String? = nil, title: String? = nil, version: String? = nil, fields: [Field]) {
        self.name = name
        self.title = title
        self.version = version
        self.fields = fields
    }

    /// Reads the bytes of a schema file.
    init(_ bytes: Data) throws { self = try JSONDecoder().decode(TableSchema.self, from: bytes) }

    /// The fields as declarations, in the order of the schema.
    package var declarations: [FieldDeclaration] {
        fields.map { field in
            FieldDeclaration(
                name: field.name, type: FieldType(tableSchemaType: field.type ?? "string"), label: field.title,
                description: field.description, required: field.required)
        }
    }

    /// In one sentence, what the JSON decoder refused.
    static func refusal(_ error: any Error) -> Bilingual {
        guard let error = error as? DecodingError else { return Bilingual("\(error)") }
        switch error {
        case .keyNotFound(let key, let context): return Bilingual(path(context.codingPath + [key])).missing
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return Bilingual(path(context.codingPath)).mistyped
        default: return Bilingual(fr: "JSON illisible", en: "unreadable JSON")
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
}

extension TableSchema.Field {
    private enum CodingKeys: String, CodingKey {
        case name, type, format, title, description, constraints
    }

    private struct Constraints: Decodable { let required: Bool? }

    /// Only the name must be sound: published schemas carry all kinds of extensions beside it.
    package init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        name = try keys.decode(String.self, forKey: .name)
        type = try? keys.decode(String.self, forKey: .type)
        format = try? keys.decode(String.self, forKey: .format)
        title = try? keys.decode(String.self, forKey: .title)
        description = try? keys.decode(String.self, forKey: .description)
        required = (try? keys.decode(Constraints.self, forKey: .constraints))?.required ?? false
    }
}

extension Bilingual {
    fileprivate var missing: Bilingual { Bilingual(fr: "« \(french) » manque", en: "\"\(english)\" is missing") }
    fileprivate var mistyped: Bilingual {
        Bilingual(fr: "« \(french) » n'a pas le bon type", en: "\"\(english)\" has the wrong type")
    }
}
