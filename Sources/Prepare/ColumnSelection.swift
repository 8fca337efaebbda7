internal import DuckDB
package import Territory

/// A column name, or a pattern with `*`, and where the town wrote it.
package struct NamedColumn: Sendable, Hashable {
    package let name: String
    package let place: Place
    private(set) var isPattern: Bool

    init(_ name: String, at place: Place) {
        self.name = name
        self.place = place
        isPattern = name.contains("*")
    }

    init?(_ value: Value) {
        guard let name = value.written else { return nil }
        self.init(name, at: value.place)
    }

    init(_ entry: Value.Entry) {
        self.init(entry.key, at: entry.keyPlace)
    }

    /// The very name, where a step takes no pattern: its `*` is a star.
    var literal: NamedColumn {
        var literal = self
        literal.isPattern = false
        return literal
    }

    /// Whether the column is the one named: the very same name, or one the pattern covers.
    func covers(_ column: String) -> Bool {
        column == name || (isPattern && Self.covers(name.split(separator: "*", omittingEmptySubsequences: false), column))
    }

    private static func covers(_ pieces: [Substring], _ column: String) -> Bool {
        guard let first = pieces.first, let last = pieces.last, pieces.count > 1, column.hasPrefix(first) else { return false }
        var rest = column.dropFirst(first.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let found = rest.firstRange(of: piece) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}

/// The columns a step lists.
struct ColumnSelection: Sendable {
    let items: [NamedColumn]

    init(_ value: Value) {
        items = value.oneOrMany.compactMap { NamedColumn($0) }
    }

    /// Whether the column is written in full, not merely covered by a pattern.
    func names(_ column: String) -> Bool { items.contains { $0.name == column } }

    func covers(_ column: String) -> Bool { items.contains { $0.covers(column) } }

    /// The columns listed, in the order of the file.
    func inFileOrder(
        of input: StepInput, step: StepPlace, patternsMayBeIdle: Bool = false
    ) throws(PrepareFault) -> [Relation.Column] {
        try check(input, step, patternsMayBeIdle)
        return input.columns.filter { covers($0.name) }
    }

    /// The columns listed, in the order of the list; a pattern gives its own in the order of the file.
    func inListedOrder(of input: StepInput, step: StepPlace) throws(PrepareFault) -> [Relation.Column] {
        try check(input, step, false)
        var seen: Set<String> = []
        return items.flatMap { item in input.columns.filter { item.covers($0.name) && seen.insert($0.name).inserted } }
    }

    private func check(_ input: StepInput, _ step: StepPlace, _ idle: Bool) throws(PrepareFault) {
        guard !items.isEmpty else {
            throw step.badArgument(Bilingual(fr: "au moins une colonne", en: "at least one column"))
        }
        let needed = idle ? items.filter { !$0.isPattern } : items
        try step.require(needed, of: input)
    }
}
