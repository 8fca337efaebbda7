internal import Prepare
package import Territory

/// A draft taken apart, for someone who chooses among its parts: each as the YAML that it is in a dataset, and in words.
package struct DraftParts: Sendable, Codable, Hashable {
    /// A step of the recipe.
    package struct Step: Sendable, Codable, Hashable {
        package let name: String
        /// What it is for.
        package let words: Bilingual
        /// Its item of the list, `  - trim: all`.
        package let yaml: String
        /// What stands after its name, on one line.
        package let detail: String
    }

    /// A column of the result.
    package struct Column: Sendable, Codable, Hashable {
        package let name: String
        package let label: String
        /// Its declaration in a dataset, on one line; nil when the schema says it already.
        package let yaml: String?
        package let isPrivate: Bool
    }

    /// A mend that is only likely: a value, and what was probably meant.
    package struct Repair: Sendable, Codable, Hashable {
        package let field: String
        package let old: String
        package let new: String
        /// Cells it is about.
        package let count: Int
    }

    package let title: String
    /// The options of the source, `sheet: Annexe`.
    package let options: [String]
    package let steps: [Step]
    /// The schema that fits best.
    package let schema: String?
    /// Whether the dataset may declare it: nothing that it requires is missing.
    package let declaresSchema: Bool
    package let missing: [Bilingual]
    package let asks: [Bilingual]
    package let key: [String]
    package let columns: [Column]
    package let repairs: [Repair]
    /// Rows that the draft gives.
    package let rows: Int
}

extension Draft {
    package var parts: DraftParts {
        let summaries = Dictionary(Registry.specs.map { ($0.name, $0.summary) }) { first, _ in first }
        let steps = steps.map { step in
            DraftParts.Step(
                name: step.name, words: step.comment ?? summaries[step.name] ?? Bilingual(step.name),
                yaml: "  - \(step.name):\(step.argument.block("      "))", detail: step.argument.flow)
        }
        let own = fields.map { field in
            DraftParts.Column(
                name: field.name, label: field.label ?? field.name, yaml: DraftText.entries(of: field).flow,
                isPrivate: field.isPrivate)
        }
        return DraftParts(
            title: title, options: options.map { "\($0.name): \($0.value.flow)" }, steps: steps, schema: schema,
            declaresSchema: declaresSchema, missing: missing, asks: asks, key: key, columns: own, repairs: repairs,
            rows: outcome.rows)
    }
}

/// Texts as YAML writes them.
package enum YamlText {
    /// One line: a word as it is, quotes around what YAML would take for something else.
    package static func scalar(_ text: String) -> String { YamlNode.scalar(text) }

    /// A list of texts on one line.
    package static func list(_ texts: [String]) -> String { YamlNode.list(texts.map { .text($0) }).flow }
}
