extension Call {
    /// The last word as a prefix, the others nearly: two edits beyond five letters, one beyond two.
    @Sendable static func search(_ call: Call) throws(QueryFault) -> Predicate {
        let (fields, text) = try call.fieldsAndText()
        let words = WordSearch.split(text)
        let matches = words.enumerated().map { index, word -> WordSearch.Word in
            if index == words.count - 1 { return WordSearch.Word(word, .prefix) }
            return WordSearch.Word(word, word.count > 5 ? .near(2) : word.count > 2 ? .near(1) : .whole)
        }
        return .words(WordSearch(matches, in: fields))
    }

    /// Every word as a prefix.
    @Sendable static func suggest(_ call: Call) throws(QueryFault) -> Predicate {
        let (fields, text) = try call.fieldsAndText()
        return .words(WordSearch(WordSearch.split(text).map { WordSearch.Word($0, .prefix) }, in: fields))
    }

    /// The beginning of the whole text, letter for letter.
    @Sendable static func startsWith(_ call: Call) throws(QueryFault) -> Predicate {
        let (fields, text) = try call.fieldsAndText()
        return .begins(fields.filter { $0.type.isText }, text)
    }

    /// `(f[, f2…], "text")`, `(*, "text")`, `("text")`
    private func fieldsAndText() throws(QueryFault) -> ([QueryField], String) {
        guard let last = arguments.indices.last else { throw fault("a text is expected", fr: "un texte est attendu") }
        let text = try text(last)
        if last == 0 || arguments.dropLast() == [.star] { return (resolver.table.searched, text) }
        var fields: [QueryField] = []
        for index in 0..<last {
            let field = try field(index)
            guard field.isSearched else {
                throw fault("\(field.name) holds no words", fr: "\(field.name) ne contient pas de mots")
            }
            fields.append(field)
        }
        return (fields, text)
    }
}

extension QueryTable {
    /// Where words are looked for when no field is named.
    var searched: [QueryField] { fields.filter(\.isSearched) }
}

extension QueryField {
    /// Texts, and whole numbers by their digits.
    fileprivate var isSearched: Bool { type == .text || (type == .int && !isMultivalued) }
}

extension Predicate {
    /// A text alone is searched everywhere: each word must be found, one that ends with `*` as a prefix.
    static func everywhere(_ text: String, in table: QueryTable) -> Predicate {
        let words = text.split(whereSeparator: \.isWhitespace).flatMap { chunk -> [WordSearch.Word] in
            let words = WordSearch.split(String(chunk))
            return words.enumerated().map { index, word in
                WordSearch.Word(word, chunk.last == "*" && index == words.count - 1 ? .prefix : .whole)
            }
        }
        return .words(WordSearch(words, in: table.searched))
    }

    /// `like`: each word must be found; `%` or `*` stands for the rest of a word.
    static func like(_ text: String, _ field: QueryField) -> Predicate {
        let words = text.split(whereSeparator: \.isWhitespace).flatMap { chunk -> [WordSearch.Word] in
            let parts = WordSearch.split(String(chunk))
            let isOpen = (before: "%*".contains(chunk.first ?? " "), after: "%*".contains(chunk.last ?? " "))
            return parts.enumerated().map { index, word in
                let opensBefore = isOpen.before && index == 0
                let opensAfter = isOpen.after && index == parts.count - 1
                return WordSearch.Word(word, opensBefore ? (opensAfter ? .inside : .suffix) : opensAfter ? .prefix : .whole)
            }
        }
        return .words(WordSearch(words, in: [field]))
    }
}
