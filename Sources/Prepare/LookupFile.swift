internal import DuckDB
internal import Territory

/// A CSV file of the territory, keyed.
struct LookupFile: Sendable {
    typealias Pair = (data: NamedColumn, file: NamedColumn)

    let file: TerritoryTable
    /// Columns of the data and the columns of the file they must equal.
    let keys: [Pair]
    /// Columns the data receives and the columns of the file they come from.
    let added: [Pair]

    /// Names inside the join that no column of the data has, whatever the file calls them.
    let keyNames: [String]
    let addedNames: [String]

    var path: String { file.path }

    init(path: String, place: Place, keys: [Pair], added: [Pair], at: StepPlace) {
        file = TerritoryTable(path: path, place: place, at: at)
        self.keys = keys
        self.added = added
        keyNames = keys.indices.map { "_key_\($0 + 1)" }
        addedNames = added.indices.map { "_added_\($0 + 1)" }
    }

    /// The keyed rows of the file: keys without edge spaces, none empty, none twice.
    func table(for input: StepInput) throws -> SQL {
        let content = try file.content(for: input)
        let existing = try file.columnNames(content, for: input)
        try file.require((keys + added).map(\.file), among: existing)
        let columns =
            zip(keys, keyNames).map { SQL("\(Text.trimmed("\(name: $0.file.name)")) AS \(name: $1)") }
            + zip(added, addedNames).map { SQL("\(name: $0.file.name) AS \(name: $1)") }
        let filled = keys.map { SQL("NOT \(Text.isBlank("\(name: $0.file.name)"))") }
        let table: SQL = "SELECT \(columns.joined(", ")) FROM \(content) WHERE \(filled.joined(" AND "))"
        try refuseRepeatedKeys(of: table, input)
        return table
    }

    private func refuseRepeatedKeys(of table: SQL, _ input: StepInput) throws {
        let list = keyNames.map { SQL("\(name: $0)") }.joined(", ")
        let question: SQL = """
            SELECT concat_ws(', ', \(list)) AS key FROM (\(table)) GROUP BY \(list) HAVING count(*) > 1 ORDER BY \(list) LIMIT 11
            """
        let repeated = try file.blaming { try input.probe(question) }.compactMap { $0.text("key") }
        guard !repeated.isEmpty else { return }
        let names = repeated.prefix(10).joined(separator: " ; ") + (repeated.count > 10 ? " …" : "")
        throw file.fault(.ambiguousLookup, at: file.place, ["keys": Bilingual(names)])
    }
}
