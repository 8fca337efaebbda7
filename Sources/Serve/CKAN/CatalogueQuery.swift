internal import Query

/// The little of Solr's query language that people and clients write: words, `"phrases"`, `field:value`, `field:(a OR b)`,
/// `field:[a TO b]`, `+`, `-`, `AND`, `OR`, `NOT`, parentheses. Conditions side by side are all wanted.
struct CatalogueQuery {
    private let words: CatalogueWords
    private var tokens: ArraySlice<Token>
    private var depth = 0

    static func read(_ text: String, _ words: CatalogueWords) throws(CKANFault) -> Predicate {
        guard text.utf8.count <= 10_000 else { throw .badSearch("the query is too long") }
        var reader = CatalogueQuery(words: words, tokens: Token.all(text)[...])
        let predicate = try reader.disjunction(nil)
        guard reader.tokens.isEmpty else { throw .badSearch("unexpected )") }
        return predicate
    }

    private enum Token: Equatable {
        case open, close, and, or, not
        case word(String)
        case field(String)
        case range(String, String)

        static func all(_ text: String) -> [Token] {
            var tokens: [Token] = [], rest = Substring(text)
            while let next = rest.first {
                switch next {
                case " ", "\t", "\n", "\r", "+": rest.removeFirst()
                case "(", ")":
                    tokens.append(next == "(" ? .open : .close)
                    rest.removeFirst()
                case "-", "!":
                    tokens.append(.not)
                    rest.removeFirst()
                case "\"":
                    rest.removeFirst()
                    tokens.append(.word(String(rest.prefix { $0 != "\"" })))
                    rest = rest.drop { $0 != "\"" }.dropFirst()
                case "[", "{":
                    let inner = rest.dropFirst().prefix { $0 != "]" && $0 != "}" }
                    rest = rest.drop { $0 != "]" && $0 != "}" }.dropFirst()
                    let ends = inner.split(separator: " ")
                    tokens.append(
                        ends.count == 3 && ends[1] == "TO" ? .range(String(ends[0]), String(ends[2])) : .word(String(inner)))
                default: tokens.append(plain(&rest))
                }
            }
            return tokens
        }

        private static func plain(_ rest: inout Substring) -> Token {
            let text = rest.prefix { !" \t\n\r()\":".contains($0) }
            rest = rest.dropFirst(text.count)
            if rest.first == ":" {
                rest.removeFirst()
                return .field(String(text))
            }
            switch text {
            case "AND", "&&": return .and
            case "OR", "||": return .or
            case "NOT": return .not
            default: return .word(String(text))
            }
        }
    }

    private mutating func disjunction(_ field: String?) throws(CKANFault) -> Predicate {
        var parts = [try conjunction(field)]
        while tokens.first == .or {
            tokens.removeFirst()
            parts.append(try conjunction(field))
        }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction(_ field: String?) throws(CKANFault) -> Predicate {
        var whole = Predicate.everything
        while let next = tokens.first, next != .close, next != .or {
            if next == .and {
                tokens.removeFirst()
                continue
            }
            whole = whole.and(try condition(field))
        }
        return whole
    }

    private mutating func condition(_ field: String?) throws(CKANFault) -> Predicate {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 50, let token = tokens.popFirst() else {
            throw .badSearch("the query is nested too deeply, or ends too early")
        }
        switch token {
        case .not: return .not(try condition(field))
        case .field(let name): return try condition(name)
        case .word(let word):
            return try field.map { name throws(CKANFault) in try words.condition(name, word) } ?? words.anywhere(word)
        case .range(let lower, let upper): return try words.range(field ?? "", lower, upper)
        case .open:
            let inner = try disjunction(field)
            guard tokens.popFirst() == .close else { throw .badSearch("a ) is missing") }
            return inner
        case .close, .and, .or: throw .badSearch("unexpected operator")
        }
    }
}
