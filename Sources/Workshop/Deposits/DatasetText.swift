internal import Inspect
internal import Territory

/// A deposit as a file of `datasets/`: the sheet that its agent filled in, and what was chosen of the draft.
struct DatasetText {
    let deposit: Deposit
    /// The file that the source reads, from the territory's folder.
    let path: String
    /// The schema as the dataset names it; nil for none.
    let schema: String?

    var yaml: String {
        ([sheet, source, recipe, declared, key, accepted, fields, publish].filter { !$0.isEmpty }).joined(separator: "\n") + "\n"
    }

    private var parts: DraftParts { deposit.examination.parts }
    private var form: SheetForm { deposit.sheet }

    private var sheet: String {
        let texts = [
            ("title", form.title), ("description", form.description), ("theme", form.theme), ("topic", form.topic),
            ("frequency", form.frequency), ("licence", form.licence),
        ]
        var lines = texts.filter { !$0.1.isEmpty }.map { "\($0.0): \(YamlText.scalar($0.1))" }
        let keywords = form.keywords.split { $0 == "," || $0 == ";" || $0.isNewline }.map {
            String($0.trimmingPrefix { $0 == " " }.reversed().trimmingPrefix { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
        if !keywords.isEmpty { lines.append("keywords: \(YamlText.list(keywords))") }
        if !form.from.isEmpty { lines.append("period: { from: \(form.from)\(form.to.isEmpty ? "" : ", to: \(form.to)") }") }
        if !form.contactName.isEmpty {
            let email = form.contactEmail.isEmpty ? "" : ", email: \(YamlText.scalar(form.contactEmail))"
            lines.append("contact: { name: \(YamlText.scalar(form.contactName))\(email) }")
        }
        if !form.producer.isEmpty { lines.append("producer: { name: \(YamlText.scalar(form.producer)) }") }
        return lines.joined(separator: "\n")
    }

    private var source: String {
        (["source:", "  file: \(YamlText.scalar(path))"] + parts.options.map { "  \($0)" }).joined(separator: "\n")
    }

    private var recipe: String {
        let steps = parts.steps.enumerated().filter { !deposit.choice.dropped.contains($0.offset) }.map(\.element.yaml)
        let accepted = parts.repairs.enumerated().filter { deposit.choice.repairs.contains($0.offset) }.map(\.element)
        let mends = accepted.map { repair in
            "  - map: { \(YamlText.scalar(repair.field)): { \(quoted(repair.old)): \(quoted(repair.new)) } }"
        }
        return steps.isEmpty && mends.isEmpty ? "" : "recipe:\n" + (steps + mends).joined(separator: "\n")
    }

    /// A value of a cell: always text, even when it is made of digits.
    private func quoted(_ value: String) -> String { JSONText.quoted(value) }

    private var declared: String { schema.map { "schema: \(YamlText.scalar($0))" } ?? "" }

    private var key: String { parts.key.isEmpty ? "" : "key: \(YamlText.list(parts.key))" }

    private var accepted: String {
        deposit.choice.accepted > 0 ? "accept: { findings: \(deposit.choice.accepted) }" : ""
    }

    private var fields: String {
        let lines = parts.columns.compactMap { column -> String? in
            let isHidden = deposit.choice.hidden.contains(column.name), name = YamlText.scalar(column.name)
            guard let yaml = column.yaml else { return isHidden ? "  \(name): { private: true }" : nil }
            return "  \(name): \(isHidden == column.isPrivate ? yaml : Self.hiding(isHidden, yaml))"
        }
        return lines.isEmpty ? "" : "fields:\n" + lines.joined(separator: "\n")
    }

    /// The declaration of a field with another say about who sees it.
    private static func hiding(_ isHidden: Bool, _ yaml: String) -> String {
        isHidden ? yaml.dropLast(2) + ", private: true }" : yaml.replacing(", private: true", with: "")
    }

    private var publish: String { form.isPublic ? "publish: [portal]" : "" }
}
