import Foundation

/// The JSON Schemas (draft 2020-12) of the declaration files, made from the shapes the reader checks, so that an editor
/// completes and underlines what Lavoir would accept or refuse.
package enum JSONSchema {
    /// For `lavoir.yaml`, as JSON text with sorted keys.
    package static func lavoir(_ vocabulary: Vocabulary) -> String { text(of: FileShapes.lavoir(vocabulary), "lavoir.yaml") }

    /// For the files of `datasets/`.
    package static func dataset(_ vocabulary: Vocabulary) -> String {
        text(of: FileShapes.dataset(vocabulary), "datasets/*.yaml")
    }

    /// For the files of `sources/`.
    package static func source(_ vocabulary: Vocabulary) -> String { text(of: FileShapes.source(vocabulary), "sources/*.yaml") }

    private static func text(of shape: Shape, _ title: String) -> String {
        var schema = shape.jsonSchema
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        schema["title"] = "Lavoir – " + title
        let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? JSONSerialization.data(withJSONObject: schema, options: options) else {
            preconditionFailure("a shape turns into JSON")
        }
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }
}

extension Shape {
    fileprivate var jsonSchema: [String: Any] {
        switch self {
        case .text, .path, .glob: ["type": "string"]
        case .integer: ["type": "integer"]
        case .number: ["type": "number"]
        case .boolean: ["type": "boolean"]
        case .scalar: ["type": ["string", "number", "boolean"]]
        case .choice(let names): ["enum": names]
        case .matching(let pattern, _): ["type": "string", "pattern": "^(?:\(pattern))$"]
        case .list(let item): ["type": "array", "items": item.jsonSchema]
        case .oneOrMany(let item): ["anyOf": [item.jsonSchema, Shape.list(item).jsonSchema]]
        case .map(let item): ["type": "object", "additionalProperties": item.jsonSchema]
        case .object(let keys): Self.closed(keys)
        case .oneOf(let shapes): ["anyOf": shapes.map(\.jsonSchema)]
        case .named(_, let specs): Self.call(specs)
        case .secret: Self.secretReference
        case .anything: [:]
        }
    }

    private static func closed(_ keys: [Key]) -> [String: Any] {
        [
            "type": "object", "additionalProperties": false, "required": keys.filter(\.required).map(\.name),
            "properties": Dictionary(keys.map { ($0.name, property($0.shape, $0.summary, $0.default)) }) { first, _ in first },
        ]
    }

    /// Specs without options make one object of which one key is written; an editor completes that best.
    private static func call(_ specs: [Spec]) -> [String: Any] {
        guard specs.contains(where: { !$0.options.isEmpty }) else {
            let properties = specs.map { ($0.name, property($0.argument, $0.summary)) }
            return [
                "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1,
                "properties": Dictionary(properties) { first, _ in first },
            ]
        }
        return ["anyOf": specs.map { closed([Key($0.name, $0.argument, required: true, summary: $0.summary)] + $0.options) }]
    }

    private static var secretReference: [String: Any] {
        [
            "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1,
            "properties": [
                "env": ["type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$"], "file": ["type": "string", "minLength": 1],
            ],
        ]
    }

    private static func property(_ shape: Shape, _ summary: Bilingual, _ fallback: String? = nil) -> [String: Any] {
        var schema = shape.jsonSchema
        let absent = fallback.map { "\n\n(par défaut, default: \($0))" } ?? ""
        schema["description"] = summary.french + "\n\n" + summary.english + absent
        return schema
    }
}
