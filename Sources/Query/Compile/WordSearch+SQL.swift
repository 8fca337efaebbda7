internal import DuckDB

extension WordSearch {
    /// Each word in some field: found in the index of words where there is one, otherwise in the texts themselves.
    func sql(in scope: Scope) -> SQL {
        if words.isEmpty { return "TRUE" }
        let conditions = words.map { word -> SQL in
            // No number holds a letter.
            let isNumber = word.text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
            let texts = fields.filter(\.type.isText)
            var parts = isNumber ? fields.filter { !$0.type.isText }.map { word.sql(folded($0, in: scope)) } : []
            if let index = scope.words, !texts.isEmpty, word.staysWithinWords, let listed = word.listed(in: index, texts) {
                parts.append(listed)
            } else if texts.count > 1, word.staysWithinWords {
                parts.append(word.sql(together(texts, in: scope)))
            } else {
                parts += texts.map { word.sql(folded($0, in: scope)) }
            }
            return parts.isEmpty ? "FALSE" : parts.count == 1 ? parts[0] : "(\(parts.joined(" OR ")))"
        }
        return "(\(conditions.joined(" AND ")))"
    }

    /// The text of a field without case nor accents. The elements of a list stand apart.
    private func folded(_ field: QueryField, in scope: Scope) -> SQL {
        let value = scope.column(field)
        if scope.isList(.field(field)) { return SQL.folded("array_to_string(\(value), ' | ')") }
        return field.type.isText ? SQL.folded(value) : "CAST(\(value) AS VARCHAR)"
    }

    /// The texts of several fields as one, a sign between them that no word holds: folded and searched once, and planned once.
    private func together(_ fields: [QueryField], in scope: Scope) -> SQL {
        let texts = fields.map { field -> SQL in
            let value = scope.column(field)
            return scope.isList(.field(field)) ? "array_to_string(\(value), ' | ')" : value
        }
        return SQL.folded("concat_ws(' | ', \(texts.joined(", ")))")
    }
}

extension WordSearch.Word {
    private static let start = SQL.constant("(^|\(SQL.wordGap))")
    private static let end = SQL.constant("($|\(SQL.wordGap))")

    /// Whether it is found within a word or not at all: not across two of them, which may be of two fields.
    fileprivate var staysWithinWords: Bool { match != .phrase && WordSearch.split(text) == [text] }

    private var folded: SQL { SQL.folded("\(text: text)") }

    /// The rows by an index of words; nil when it takes the texts to know.
    fileprivate func listed(in index: SQL, _ fields: [QueryField]) -> SQL? {
        let test: SQL
        switch match {
        case .whole: test = "w.word = \(folded)"
        case .prefix: test = "starts_with(w.word, \(folded))"
        case .suffix: test = "suffix(w.word, \(folded))"
        case .inside: test = "contains(w.word, \(folded))"
        case .near(let edits):
            test = "(contains(w.word, \(folded)) OR levenshtein(w.word, \(folded)) <= \(.trusted(String(edits))))"
        case .phrase: return nil
        }
        let names = fields.map { SQL("\(text: $0.name)") }.joined(", ")
        return "t.rowid IN (SELECT w.row FROM \(index) AS w WHERE \(test) AND w.field IN (\(names)))"
    }

    /// `contains` comes first: the engine looks for plain characters many times faster than for a pattern.
    fileprivate func sql(_ value: SQL) -> SQL {
        switch match {
        case .whole: return Self.found(folded, value, Self.start + " || " + folded + " || " + Self.end)
        case .prefix: return Self.found(folded, value, Self.start + " || " + folded)
        case .suffix: return Self.found(folded, value, folded + " || " + Self.end)
        case .inside: return "contains(\(value), \(folded))"
        case .near(let edits):
            return """
                (contains(\(value), \(folded)) OR len(list_filter(\(SQL.words(ofFolded: value)), \
                lambda w: levenshtein(w, \(folded)) <= \(.trusted(String(edits))))) > 0)
                """
        case .phrase:
            let words = WordSearch.split(text).map { SQL.folded("\(text: $0)") }
            guard let first = words.first else { return "TRUE" }
            let pattern = words.joined(.trusted(" || \(SQL.constant(SQL.wordGap + "+").text) || "))
            return Self.found(first, value, Self.start + " || " + pattern + " || " + Self.end)
        }
    }

    private static func found(_ word: SQL, _ value: SQL, _ pattern: SQL) -> SQL {
        "(contains(\(value), \(word)) AND regexp_matches(\(value), \(pattern)))"
    }
}
