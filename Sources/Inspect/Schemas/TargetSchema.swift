internal import Check
internal import Foundation

/// A Table Schema that a file may be meant for: what it says of its fields, as far as matching goes.
///
/// <https://specs.frictionlessdata.io/table-schema/>
package struct TargetSchema: Sendable, Decodable {
    /// How a dataset declares it: `scdl/subventions`.
    var path = ""
    /// The whole of it, by which repairs are proposed; nothing when it is faulty.
    var descriptor: SchemaDescriptor?
    let title: String?
    let fields: [Field]

    /// A field descriptor.
    struct Field: Sendable, Decodable {
        let name: String
        let type: String
        let title: String?
        let description: String?
        let isRequired: Bool
        let pattern: String?
        let values: [String]

        private enum CodingKeys: String, CodingKey { case name, type, title, description, constraints }
        private struct Constraints: Decodable {
            let required: Bool?
            let pattern: String?
            let `enum`: [Text]?
        }

        /// Published schemas carry all kinds of mistakes: only the name must be sound.
        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            name = try keys.decode(String.self, forKey: .name)
            type = (try? keys.decode(String.self, forKey: .type)) ?? "string"
            title = try? keys.decode(String.self, forKey: .title)
            description = try? keys.decode(String.self, forKey: .description)
            let constraints = try? keys.decode(Constraints.self, forKey: .constraints)
            isRequired = constraints?.required ?? false
            pattern = constraints?.pattern
            values = constraints?.enum?.map(\.text) ?? []
        }
    }

    /// A value of a list, written as text or as a number.
    private struct Text: Decodable {
        let text: String
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            text = (try? container.decode(String.self)) ?? (try? container.decode(Double.self)).map { "\($0)" } ?? ""
        }
    }

    private enum CodingKeys: String, CodingKey { case title, fields }

    var required: [Field] { fields.filter(\.isRequired) }
}

extension TargetSchema.Field {
    /// Whether it wants a SIRET: fourteen digits.
    var wantsSiret: Bool {
        pattern.map { $0.contains("{14}") } ?? false || TitleWords(name).says(.siret)
            || title.map { TitleWords($0).says(.siret) } ?? false
    }
}
