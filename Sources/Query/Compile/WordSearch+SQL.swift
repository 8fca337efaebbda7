internal import DuckDB

extension WordSearch {
    func sql(in scope: Scope) -> SQL {
        if words.isEmpty { return "TRUE" }
        if fields.isEmpty { return "FALSE" }
        let conditions = words.map { word -> SQL in
            let parts = fields.map { word.sql(WordSearch.folded($0, in: scope)) }
            return parts.count == 1 ? parts[0] : "(\(parts.joined(" OR ")))"
        }
        return "(\(conditions.joined(" AND ")))"
    }

    /// The text of a field without case nor accents. The elements of a list stand apart.
    private static func folded(_ field: QueryField, in scope: Scope) -> SQL {
        let value = scope.column(field)
        if scope.isList(.field(field)) { return fold("array_to_string(\(value), ' | ')") }
        return field.type.isText ? fold(value) : "CAST(\(value) AS VARCHAR)"
    }

    static func fold(_ text: SQL) -> SQL { "strip_accents(lower(\(text)))" }
}

extension WordSearch.Word {
    private static let gap = "[^\\pL\\pN\\pM]"
    private static let start = SQL.constant("(^|\(gap))")
    private static let end = SQL.constant("($|\(gap))")

    /// `contains` comes first: the engine looks for plain characters many times faster than for a pattern.
    fileprivate func sql(_ value: SQL) -> SQL {
        let word = WordSearch.fold("\(text: text)")
        switch match {
        case .whole: return Self.found(word, value, Self.start + " || " + word + " || " + Self.end)
        case .prefix: return Self.found(word, value, Self.start + " || " + word)
        case .suffix: return Self.found(word, value, word + " || " + Self.end)
        case .inside: return "contains(\(value), \(word))"
        case .near(let edits):
            let words: SQL = "regexp_split_to_array(\(value), \(.constant(Self.gap + "+")))"
            return """
                (contains(\(value), \(word)) OR len(list_filter(\(words), \
                lambda w: levenshtein(w, \(word)) <= \(.trusted(String(edits))))) > 0)
                """
        case .phrase:
            let words = WordSearch.split(text).map { WordSearch.fold("\(text: $0)") }
            guard let first = words.first else { return "TRUE" }
            let pattern = words.joined(.trusted(" || \(SQL.constant(Self.gap + "+").text) || "))
            return Self.found(first, value, Self.start + " || " + pattern + " || " + Self.end)
        }
    }

    private static func found(_ word: SQL, _ value: SQL, _ pattern: SQL) -> SQL {
        "(contains(\(value), \(word)) AND regexp_matches(\(value), \(pattern)))"
    }
}
