internal import Territory

/// A graph as Turtle 1.1 (<https://www.w3.org/TR/turtle/>).
package enum Turtle {
    package static func text(_ nodes: [GraphNode]) -> String {
        var text = GraphNode.prefixes.sorted { $0.key < $1.key }.map { "@prefix \($0.key): <\($0.value)> .\n" }.joined()
        for node in GraphNode.named(nodes) { text += "\n\(address(node.address ?? ""))\(body(node, "    ")) .\n" }
        return text
    }

    private static func body(_ node: GraphNode, _ margin: String) -> String {
        let types = node.types.isEmpty ? [] : ["a \(node.types.joined(separator: ", "))"]
        let lines = types + node.facts.map { "\($0.name) \(value($0.value, margin))" }
        return lines.isEmpty ? "" : " " + lines.joined(separator: " ;\n" + margin)
    }

    private static func value(_ value: GraphNode.Value, _ margin: String) -> String {
        switch value {
        case .words(let words, let language): return "\(JSONText.quoted(words))@\(language.rawValue)"
        case .text(let text): return JSONText.quoted(text)
        case .typed(let text, let type): return "\(JSONText.quoted(text))^^\(type)"
        case .address(let text): return address(text)
        case .node(let node):
            return node.address.map(address) ?? "[\(body(node, margin + "    ")) ]"
        }
    }

    /// An address between angles; what may not stand there is written as percent signs.
    private static func address(_ address: String) -> String {
        // Nearly all need nothing, and there are ten thousand of them in a catalogue.
        if !address.utf8.contains(where: { $0 <= 32 || forbidden.contains($0) }) { return "<\(address)>" }
        var text = "<"
        for scalar in address.unicodeScalars {
            switch scalar {
            case "\0"..."\u{20}", "<", ">", "\"", "{", "}", "|", "^", "`", "\\": text += AddressText.encoded(String(scalar))
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + ">"
    }

    private static let forbidden = Set("<>\"{}|^`\\".utf8)
}
