extension Parser {
    /// `where`: one condition.
    static func condition(_ text: String, clause: String) throws(QueryFault) -> Node {
        var parser = try Parser(text, clause: clause)
        let node = try parser.disjunction()
        try parser.expectEnd()
        return node
    }

    /// `select` and `group_by`: expressions with their names.
    static func expressions(_ text: String, clause: String) throws(QueryFault) -> [NamedNode] {
        var parser = try Parser(text, clause: clause)
        var items: [NamedNode] = []
        repeat { items.append(try parser.named()) } while parser.takeSymbol(",")
        try parser.expectEnd()
        return items
    }

    /// `order_by`.
    static func order(_ text: String, clause: String) throws(QueryFault) -> [OrderNode] {
        var parser = try Parser(text, clause: clause)
        var items: [OrderNode] = []
        repeat {
            var node = try parser.sum()
            var isDescending = false
            // `-field` is the descending order of other APIs.
            if case .negated(.name(let name)) = node { (node, isDescending) = (.name(name), true) }
            if parser.takeWord("desc") { isDescending.toggle() } else { _ = parser.takeWord("asc") }
            items.append(OrderNode(node: node, isDescending: isDescending))
        } while parser.takeSymbol(",")
        try parser.expectEnd()
        return items
    }

    /// One call, such as `facet(name="f")`.
    static func call(_ text: String, clause: String) throws(QueryFault) -> Node {
        var parser = try Parser(text, clause: clause)
        let node = try parser.sum()
        try parser.expectEnd()
        return node
    }

    private mutating func named() throws(QueryFault) -> NamedNode {
        let start = token.start
        let node: Node
        if token.isSymbol("*") {
            advance()
            node = .star
        } else {
            node = try sum()
        }
        let text = source.slice(start, cursor.lastEnd)
        guard token.isWord("as"), node != .star, !node.isCluster else { return NamedNode(node: node, alias: nil, source: text) }
        advance()
        // After `as` a word is a name, be it `count` or `min`.
        guard token.kind == .word || token.kind == .quotedName else { throw source.unexpected(token) }
        let alias = token.value
        advance()
        return NamedNode(node: node, alias: alias, source: text)
    }
}

extension Node {
    /// A cluster takes no other name than its text.
    fileprivate var isCluster: Bool { if case .call("geo_cluster", _) = self { true } else { false } }
}
