package import Territory

/// A dataset drafted for a file: what was found, the steps that mend its traps, the schema that fits, what must be asked.
package struct Draft: Sendable {
    /// One step of the recipe, with a word for the person who reads it again.
    struct Step: Sendable {
        let name: String
        let argument: YamlNode
        var comment: Bilingual?
    }

    /// A column of the result.
    struct Field: Sendable {
        let name: String
        let type: FieldType
        let label: String?
        var isPrivate = false
        var unit: String?
    }

    var title: String
    /// The path of the file, as the source names it.
    var file: String
    var options: [(name: String, value: YamlNode)] = []
    var steps: [Step] = []
    /// The schema proposed.
    var schema: String?
    /// Whether the draft conforms to it as it is; otherwise the line is a comment, so that the draft runs.
    var declaresSchema = false
    var key: [String] = []
    var fields: [Field] = []
    /// What is missing for the schema.
    var missing: [Bilingual] = []
    /// What only a person knows.
    var asks: [Bilingual] = []
    /// Mends that are only likely, for a person to accept one by one.
    var repairs: [DraftParts.Repair] = []

    /// What the draft gives when it is run as it is.
    package struct Outcome: Sendable, Encodable {
        package var rows = 0
        /// Columns of the schema in which something is written.
        package var filled: [String] = []
        package var required = 0
        package var filledRequired = 0
    }

    package var outcome = Outcome()

    /// The steps as declarations, to be tried.
    func declarations() throws -> [StepDeclaration] {
        let recipe = try Value(yaml: DraftText(self, .french).recipe, file: file)
        return (recipe["recipe"]?.list ?? []).compactMap { step in
            step.entries?.first.map { StepDeclaration(name: $0.key, argument: $0.value, place: step.place) }
        }
    }

    /// The draft as a file of `datasets/`.
    package func yaml(in language: Language) -> String { DraftText(self, language).text }
}
