internal import DuckDB
internal import Territory

/// Whether the values of a column can stand in a field: 1 they can, 0 they cannot. Titles propose, this disposes.
struct ContentFit {
    let survey: Survey

    /// - Parameter isNamed: whether the column has the very name of the field: its content is then the checks' affair, unless
    ///   its type forbids.
    func fit(_ candidate: Candidate, _ field: TargetSchema.Field, isNamed: Bool) throws -> Double {
        guard candidate.isFilled else { return 0.8 }
        if let typed = Self.byType(candidate, field) { return typed }
        let content = try content(candidate, field)
        return isNamed ? max(content, 0.7) : content
    }

    private func content(_ candidate: Candidate, _ field: TargetSchema.Field) throws -> Double {
        if field.wantsSiret {
            switch candidate.type {
            case .siret: return Self.isOfTheGiver(field) == candidate.isConstant ? 1 : 0.75
            case .siren: return field.pattern == nil ? 0.8 : 0
            default: return 0
            }
        }
        guard let index = candidate.index else { return 1 }
        if !field.values.isEmpty { return try listed(index, field) }
        if let pattern = field.pattern {
            let column = survey.columns[index], other = try survey.cells(unlike: pattern, in: column).count
            return other * 10 <= column.filled * 7 ? 1 : 0
        }
        return candidate.type.isDate || candidate.type == .boolean || candidate.type == .amount ? 0.3 : 1
    }

    /// The answer where the field has a type of its own.
    private static func byType(_ candidate: Candidate, _ field: TargetSchema.Field) -> Double? {
        switch field.type {
        case "number": candidate.type.isNumber ? 1 : candidate.type == .year ? 0.3 : 0
        case "integer": [.integer, .code, .year].contains(candidate.type) ? 1 : candidate.type == .number ? 0.5 : 0
        case "year": candidate.type == .year ? 1 : 0
        case "date", "datetime": candidate.type.isDate ? 1 : 0
        case "boolean": candidate.type == .boolean ? 1 : 0
        case "geopoint": candidate.type == .point ? 1 : 0
        case "geojson", "array", "object", "time", "duration": 0.3
        default: nil
        }
    }

    /// The giver is the same on every row, the receiver is not.
    private static func isOfTheGiver(_ field: TargetSchema.Field) -> Bool {
        let words = TitleWords(field.name).set
        return !words.isDisjoint(with: ["attribuant", "coll", "bgt", "acheteur", "producteur"])
    }

    /// A list of values: some of them must be there, as they are or as towns call them.
    private func listed(_ index: Int, _ field: TargetSchema.Field) throws -> Double {
        let known = Set((field.values + Synonyms.values(field.name).keys).map { $0.plainLetters })
        let rows = try survey.connection.rows(
            "SELECT plain, CAST(n AS BIGINT) AS n FROM \(survey.words) WHERE col = \(index) AND plain <> '' LIMIT 20000")
        let all = rows.reduce(0) { $0 + ($1.integer("n") ?? 0) }
        let met = rows.filter { known.contains(($0.text("plain") ?? "").plainLetters) }.reduce(0) {
            $0 + ($1.integer("n") ?? 0)
        }
        return all > 0 && met * 5 >= all ? 1 : 0
    }
}

extension Survey {
    /// The cells of a column that have not a schema's pattern; none when the engine does not know the pattern's language.
    func cells(unlike pattern: String, in column: Column) throws -> (count: Int, values: [String]) {
        do {
            let rows = try connection.rows(
                """
                SELECT plain, CAST(sum(n) OVER () AS BIGINT) AS total FROM \(words)
                WHERE col = \(column.index) AND plain <> '' AND NOT regexp_full_match(plain, ?) ORDER BY row LIMIT 6
                """, [.text(pattern)])
            return (column.scaled(rows.first?.integer("total") ?? 0), rows.compactMap { $0.text("plain") })
        } catch {
            guard error.kind == .refused else { throw error }
            return (0, [])
        }
    }
}
