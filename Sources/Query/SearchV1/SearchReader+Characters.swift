/// The characters of a v1 query, one after the other.
extension SearchReader {
    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return rest.isEmpty
        }
    }

    var peek: Unicode.Scalar? { rest.first }

    mutating func skipSpace() { rest = rest.drop { $0.properties.isWhitespace } }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard rest.first == mark else { return false }
        rest.removeFirst()
        return true
    }

    mutating func takeRest() -> Substring.UnicodeScalarView {
        defer { rest = rest.dropFirst(rest.count) }
        return rest
    }

    /// Whether this word comes next, and ends there.
    mutating func isWord(_ word: String) -> Bool {
        skipSpace()
        guard rest.starts(with: word.unicodeScalars) else { return false }
        let next = rest.dropFirst(word.unicodeScalars.count).first
        return next.map { !$0.properties.isAlphabetic && $0 != ":" && $0 != "=" } ?? true
    }

    mutating func takeWord(_ word: String) -> Bool {
        guard isWord(word) else { return false }
        rest = rest.dropFirst(word.unicodeScalars.count)
        return true
    }

    /// A text between quotes; nil, nothing taken, when there is none or it does not end.
    mutating func quoted() -> String? {
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        var text = String.UnicodeScalarView()
        var ahead = rest.dropFirst()
        while let next = ahead.popFirst() {
            if next == quote {
                rest = ahead
                return String(text)
            }
            if next == "\\", let escaped = ahead.popFirst() { text.append(escaped) } else { text.append(next) }
        }
        return nil
    }

    /// What stands until white space or a bracket; at least one character.
    mutating func bare() -> String {
        var text = String.UnicodeScalarView()
        while let next = rest.first, !next.properties.isWhitespace, !"()[],".unicodeScalars.contains(next) || text.isEmpty {
            text.append(next)
            rest.removeFirst()
            if "()[],".unicodeScalars.contains(next) { break }
        }
        return String(text)
    }
}
