internal import Territory

/// The same repairs as steps of a recipe, for the file that comes next month.
package struct RepairRecipe {
    private let report: RepairReport
    private let withLikely: Bool
    private let values: [String: [(old: String, new: String)]]
    private let schema: SchemaDescriptor

    /// - Parameter values: what becomes of each refused value, by field.
    package init(
        _ report: RepairReport, _ schema: SchemaDescriptor, values: [String: [(old: String, new: String)]], withLikely: Bool
    ) {
        self.report = report
        self.schema = schema
        self.values = values
        self.withLikely = withLikely
    }

    /// YAML, to be put into a dataset.
    package var yaml: String {
        steps.isEmpty ? "recipe: []\n" : "recipe:\n" + steps.map { "  - \($0.name): \($0.argument)\n" }.joined()
    }

    /// The steps in their order: a name of the vocabulary and its argument, as YAML on one line.
    package var steps: [(name: String, argument: String)] {
        let titles = report.titles.filter { $0.isSafe || withLikely }.map { ($0.old, Self.text($0.new)) }
        let chosen = report.cells.filter { $0.isSafe || withLikely }
        var steps: [(name: String, argument: String)] = []
        if !titles.isEmpty { steps.append(("rename", Self.map(titles))) }
        if report.blankRows > 0 { steps.append(("drop-empty", "rows")) }
        let kinds = Dictionary(grouping: chosen, by: \.field).mapValues { Set($0.map(\.mend)) }
        let fields = schema.fields.map(\.name).filter { kinds[$0] != nil }
        let read = fields.compactMap { field in kinds[field].flatMap { Self.reading($0) }.map { (field, $0) } }
        if kinds.values.contains(where: { $0.contains(Spaces.name) }) { steps.append(("trim", "all")) }
        if !read.isEmpty { steps.append(("parse", Self.map(read))) }
        let padded = fields.compactMap { name in
            guard kinds[name]?.contains(LostZeros.name) ?? false, let field = schema.field(name) else {
                return nil as (String, String)?
            }
            return (name, String(Digits.count(in: field, of: schema) ?? 5))
        }
        if !padded.isEmpty { steps.append(("pad", Self.map(padded))) }
        let done = Set(read.map(\.0) + padded.map(\.0))
        let mapped = fields.filter { !done.contains($0) && kinds[$0] != [Spaces.name] }.map { field in
            (field, Self.map((values[field] ?? []).map { ($0.old, Self.text($0.new)) }))
        }
        if !mapped.isEmpty { steps.append(("map", Self.map(mapped))) }
        return steps
    }

    /// The kind that `parse` reads a column by, where the mends are all of that kind.
    private static func reading(_ mends: Set<String>) -> String? {
        switch mends.subtracting([Spaces.name]) {
        case [Dates.name]: "date"
        case [Numbers.name]: "number"
        default: nil
        }
    }

    private static func map(_ entries: [(String, String)]) -> String {
        "{ " + entries.map { "\(text($0.0)): \($0.1)" }.joined(separator: ", ") + " }"
    }

    /// A text as JSON writes it, which YAML reads.
    private static func text(_ text: String) -> String { JSONValue.text(text).json }
}
