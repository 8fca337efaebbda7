extension Parser {
    struct CkanOrder {
        let name: String
        let isDescending: Bool
        let nullsFirst: Bool
    }

    /// `"a name" desc nulls last, other`: as PostgreSQL has it, nulls are the largest.
    static func ckanOrder(_ text: String) throws(QueryFault) -> [CkanOrder] {
        var parser = try Parser(text, clause: "sort")
        var items: [CkanOrder] = []
        repeat { items.append(try parser.ckanCriterion()) } while parser.takeSymbol(",")
        try parser.expectEnd()
        return items
    }

    private mutating func ckanCriterion() throws(QueryFault) -> CkanOrder {
        guard [.word, .quotedName, .text].contains(token.kind) else { throw source.unexpected(token) }
        let name = token.value
        advance()
        let isDescending = takeWord("desc")
        if !isDescending { _ = takeWord("asc") }
        var nullsFirst = isDescending
        if takeWord("nulls") {
            nullsFirst = takeWord("first")
            if !nullsFirst, !takeWord("last") { throw source.unexpected(token) }
        }
        return CkanOrder(name: name, isDescending: isDescending, nullsFirst: nullsFirst)
    }
}
