internal import Check
internal import Foundation
internal import Territory

/// The fields of a schema, a line each: name, type, rules.
struct FieldLines {
    private let schema: SchemaDescriptor
    private let language: Language

    init(_ schema: SchemaDescriptor, _ language: Language) {
        self.schema = schema
        self.language = language
    }

    var lines: [String] {
        let width = schema.fields.map(\.name.count).max() ?? 0
        let fields = schema.fields.map { field in
            "\(field.name.padding(toLength: width, withPad: " ", startingAt: 0))  \(rules(field))"
        }
        let key = schema.primaryKey.isEmpty ? [] : [pick("clé : ", "key: ") + schema.primaryKey.joined(separator: ", ")]
        let checks = schema.customChecks.map { pick("contrôle : ", "check: ") + $0.name }
        return fields + key + checks
    }

    private func rules(_ field: FieldDescriptor) -> String {
        let type = field.format == "default" ? field.type : "\(field.type) (\(field.format))"
        let required = field.isRequired ? [pick("obligatoire", "required")] : []
        let others = field.constraints.keys.sorted().filter { $0 != "required" }.map { name in
            let rule = field.constraints[name] ?? .null
            let list = rule.list.map { $0.compactMap(\.written).joined(separator: " | ") }
            return "\(name) \(list ?? rule.written ?? "")"
        }
        return ([type] + required + others).joined(separator: ", ")
    }

    private func pick(_ french: String, _ english: String) -> String { language == .french ? french : english }
}
