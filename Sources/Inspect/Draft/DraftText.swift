internal import Territory

/// A draft as YAML, with comments for the person who takes it over.
struct DraftText {
    private let draft: Draft
    private let language: Language

    init(_ draft: Draft, _ language: Language) {
        self.draft = draft
        self.language = language
    }

    private func pick(_ french: String, _ english: String) -> String { language == .french ? french : english }

    var text: String {
        let head = pick(
            "# Brouillon de « lavoir inspect --draft ». Relisez, complétez ce qui est à demander, puis : lavoir lint, lavoir run.",
            "# A draft by `lavoir inspect --draft`. Read it again, fill in what must be asked, then: lavoir lint, lavoir run.")
        return [head, "title: \(YamlNode.scalar(draft.title))", source, recipe, schema, key, fields].filter { !$0.isEmpty }
            .joined(separator: "\n") + "\n"
    }

    private var source: String {
        let options = draft.options.map { "\n  \($0.name): \($0.value.flow)" }.joined()
        return "source:\n  file: \(YamlNode.text(draft.file).flow)\(options)"
    }

    /// The recipe alone, under its key.
    var recipe: String {
        guard !draft.steps.isEmpty else { return "" }
        let steps = draft.steps.map { step in
            let comment = step.comment.map { "  # \(Self.oneLine($0.text(in: language)))\n" } ?? ""
            return "\(comment)  - \(step.name):\(step.argument.block("      "))"
        }
        return "recipe:\n" + steps.joined(separator: "\n")
    }

    private var schema: String {
        let colon = pick(" : ", ": ")
        let missing = draft.missing.map { "# \(pick("il manque", "missing"))\(colon)\(Self.oneLine($0.text(in: language)))" }
        let asks = draft.asks.map { "# \(pick("à demander", "to be asked"))\(colon)\(Self.oneLine($0.text(in: language)))" }
        guard let name = draft.schema else { return asks.joined(separator: "\n") }
        let line =
            draft.declaresSchema
            ? ["schema: \(YamlNode.scalar(name))"]
            : [
                pick(
                    "# Schéma le plus proche ; retirez le dièse quand rien ne manque (le fichier du schéma va dans schemas/) :",
                    "# The closest schema; remove the hash when nothing is missing (its file goes into schemas/):"),
                "# schema: \(YamlNode.scalar(name))",
            ]
        return (line + missing + asks).joined(separator: "\n")
    }

    private var key: String {
        draft.key.isEmpty ? "" : "key: " + YamlNode.list(draft.key.map { .text($0) }).flow
    }

    private var fields: String {
        guard !draft.fields.isEmpty else { return "" }
        let lines = draft.fields.map { "  \(YamlNode.scalar($0.name)): \(Self.entries(of: $0).flow)" }
        return "fields:\n" + lines.joined(separator: "\n")
    }

    /// What is declared of a field.
    static func entries(of field: Draft.Field) -> YamlNode {
        var entries: [(key: String, value: YamlNode)] = [("type", .raw(field.type.rawValue))]
        if let label = field.label, label != field.name { entries.append(("label", .text(oneLine(label)))) }
        if let unit = field.unit { entries.append(("unit", .text(unit))) }
        if field.isPrivate { entries.append(("private", .raw("true"))) }
        return .map(entries)
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
