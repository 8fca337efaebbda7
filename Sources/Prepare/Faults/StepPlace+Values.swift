internal import DuckDB
internal import Territory

extension Relation.Column {
    /// Whether the column holds numbers, not text that looks like them.
    var isNumber: Bool {
        let numbers: Set = [
            "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT",
            "FLOAT", "DOUBLE",
        ]
        return numbers.contains(type) || type.hasPrefix("DECIMAL")
    }
}

extension StepPlace {
    /// Stops when a column that is to be added up is text.
    func requireNumbers(_ columns: [Relation.Column], named: [NamedColumn] = []) throws(PrepareFault) {
        let texts = columns.filter { !$0.isNumber }
        guard let first = texts.first else { return }
        let place = named.first { $0.covers(first.name) }?.place
        let parse = "{ " + texts.map { "\($0.name): amount" }.joined(separator: ", ") + " }"
        let columns = texts.map(\.name).joined(separator: ", ")
        throw fault(.notNumbers, at: place, ["columns": Bilingual(columns), "parse": Bilingual(parse)])
    }

    /// A regular expression must be one the engine accepts, with as many groups as are used.
    func checkPattern(_ pattern: String, groups: Int = 0, at place: Place, _ input: StepInput) throws {
        do {
            _ = try input.probe("SELECT regexp_matches('', \(text: pattern))")
            // The alternative is empty and always found: the engine then looks for the group.
            let highest = SQL.trusted(String(groups))
            if groups > 0 { _ = try input.probe("SELECT regexp_extract_all('', \(text: pattern) || '|', \(highest))") }
        } catch let refusal as EngineFault where refusal.kind == .refused {
            throw fault(.badPattern, at: place, ["pattern": Bilingual(pattern), "engine": Bilingual(refusal.message)])
        }
    }
}
