package import Territory

/// A thing of a graph of linked data (RDF 1.1): its address, its classes, what is said of it. Names are prefixed, `dct:title`.
package struct GraphNode: Sendable {
    /// What a fact says.
    package enum Value: Sendable {
        case words(String, Language)
        case text(String)
        /// A literal and the prefixed name of its type.
        case typed(String, String)
        /// A thing elsewhere, of which nothing is said here.
        case address(String)
        case node(GraphNode)
    }

    package struct Fact: Sendable {
        package let name: String
        package let value: Value
    }

    /// Nil for a thing without a name of its own.
    package let address: String?
    package let types: [String]
    package private(set) var facts: [Fact] = []

    package init(_ address: String? = nil, _ types: String...) {
        self.address = address
        self.types = types
    }

    /// Says something more; nothing when there is nothing to say.
    package mutating func say(_ name: String, _ value: Value?) {
        if let value { facts.append(Fact(name: name, value: value)) }
    }

    /// Says it in both languages, or once when the words are the same.
    package mutating func say(_ name: String, _ words: Bilingual?, first: Language = .french) {
        guard let words else { return }
        say(name, .words(words.text(in: first), first))
        let other: Language = first == .french ? .english : .french
        if words.french != words.english { say(name, .words(words.text(in: other), other)) }
    }

    /// The prefixes that names may have.
    static let prefixes = [
        "adms": "http://www.w3.org/ns/adms#", "dcat": "http://www.w3.org/ns/dcat#", "dcatap": "http://data.europa.eu/r5r/",
        "dct": "http://purl.org/dc/terms/", "eli": "http://data.europa.eu/eli/ontology#", "foaf": "http://xmlns.com/foaf/0.1/",
        "geo": "http://www.opengis.net/ont/geosparql#", "hydra": "http://www.w3.org/ns/hydra/core#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#", "spdx": "http://spdx.org/rdf/terms#",
        "vcard": "http://www.w3.org/2006/vcard/ns#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    ]

    /// A prefixed name in full.
    static func expanded(_ name: String) -> String {
        let parts = name.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let prefix = prefixes[String(parts[0])] else { return name }
        return prefix + parts[1]
    }

    /// Every thing with an address, in the order it is first met: each once, whatever the number of facts that lead to it.
    static func named(_ nodes: [GraphNode]) -> [GraphNode] {
        var named: [GraphNode] = [], seen: Set<String> = []
        func walk(_ node: GraphNode) {
            if let address = node.address {
                guard seen.insert(address).inserted else { return }
                named.append(node)
            }
            for fact in node.facts { if case .node(let inner) = fact.value { walk(inner) } }
        }
        nodes.forEach(walk)
        return named
    }
}
