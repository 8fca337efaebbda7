internal import Foundation
internal import Territory

/// A graph as JSON-LD 1.1 (<https://www.w3.org/TR/json-ld11/>): prefixes in the context, things in `@graph`.
package enum JSONLD {
    package static func text(_ nodes: [GraphNode]) -> String {
        let graph = GraphNode.named(nodes).map { object($0) }
        let document: JSON = ["@context": .object(GraphNode.prefixes.mapValues { .text($0) }), "@graph": .list(graph)]
        return String(decoding: document.bytes, as: UTF8.self) + "\n"
    }

    private static func object(_ node: GraphNode) -> JSON {
        var object: [String: JSON] = [:]
        if let address = node.address { object["@id"] = .text(address) }
        if !node.types.isEmpty { object["@type"] = .list(node.types.map { .text($0) }) }
        for (name, facts) in Dictionary(grouping: node.facts, by: \.name) { object[name] = .list(facts.map { value($0.value) }) }
        return .object(object)
    }

    private static func value(_ value: GraphNode.Value) -> JSON {
        switch value {
        case .words(let words, let language): ["@value": .text(words), "@language": .text(language.rawValue)]
        case .text(let text): .text(text)
        case .typed(let text, let type): ["@value": .text(text), "@type": .text(type)]
        case .address(let address): ["@id": .text(address)]
        case .node(let node): node.address.map { ["@id": .text($0)] } ?? object(node)
        }
    }
}
