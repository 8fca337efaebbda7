internal import Territory

/// A graph as RDF/XML (<https://www.w3.org/TR/rdf-syntax-grammar/>).
package enum RDFXML {
    package static func text(_ nodes: [GraphNode]) -> String {
        let prefixes = GraphNode.prefixes.sorted { $0.key < $1.key }.map { " xmlns:\($0.key)=\"\($0.value)\"" }.joined(
            separator: "\n")
        let things = GraphNode.named(nodes).map { description($0) }.joined()
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF\(prefixes)>\n\(things)</rdf:RDF>\n"
    }

    private static func description(_ node: GraphNode) -> String {
        let about = node.address.map { " rdf:about=\"\(MarkupText.escaped($0))\"" } ?? ""
        let name = node.types.first ?? "rdf:Description"
        let types = node.types.dropFirst().map { "<rdf:type rdf:resource=\"\(MarkupText.escaped(GraphNode.expanded($0)))\"/>\n" }
            .joined()
        return "<\(name)\(about)>\n\(types)\(node.facts.map(element).joined())</\(name)>\n"
    }

    private static func element(_ fact: GraphNode.Fact) -> String {
        let name = fact.name
        func filled(_ attributes: String, _ text: String) -> String {
            "<\(name)\(attributes)>\(MarkupText.escaped(text))</\(name)>\n"
        }
        switch fact.value {
        case .words(let words, let language): return filled(" xml:lang=\"\(language.rawValue)\"", words)
        case .text(let text): return filled("", text)
        case .typed(let text, let type): return filled(" rdf:datatype=\"\(GraphNode.expanded(type))\"", text)
        case .address(let address): return "<\(name) rdf:resource=\"\(MarkupText.escaped(address))\"/>\n"
        case .node(let node):
            if let address = node.address { return "<\(name) rdf:resource=\"\(MarkupText.escaped(address))\"/>\n" }
            return "<\(name)>\n\(description(node))</\(name)>\n"
        }
    }
}
