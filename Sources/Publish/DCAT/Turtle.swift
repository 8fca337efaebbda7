internal import Territory

/// A graph as Turtle 1.1 (<https://www.w3.org/TR/turtle/>), written from one end to the other: catalogues are large.
package struct Turtle {
    private var text = ""

    package static func text(_ nodes: [GraphNode]) -> String {
        var turtle = Turtle()
        for prefix in GraphNode.prefixes.sorted(by: { $0.key < $1.key }) {
            turtle.text += "@prefix \(prefix.key): <\(prefix.value)> .\n"
        }
        for node in GraphNode.named(nodes) {
            turtle.text += "\n"
            turtle.write(address: node.address ?? "")
            turtle.write(node, "    ")
            turtle.text += " .\n"
        }
        return turtle.text
    }

    /// Classes and facts, one on a line.
    private mutating func write(_ node: GraphNode, _ margin: String) {
        var isFirst = true
        func separator() -> String {
            defer { isFirst = false }
            return isFirst ? " " : " ;\n" + margin
        }
        if !node.types.isEmpty { text += "\(separator())a \(node.types.joined(separator: ", "))" }
        for fact in node.facts {
            text += separator()
            text += fact.name
            text += " "
            write(fact.value, margin)
        }
    }

    private mutating func write(_ value: GraphNode.Value, _ margin: String) {
        switch value {
        case .words(let words, let language):
            text += JSONText.quoted(words)
            text += "@\(language.rawValue)"
        case .text(let plain): text += JSONText.quoted(plain)
        case .typed(let plain, let type):
            text += JSONText.quoted(plain)
            text += "^^\(type)"
        case .address(let address): write(address: address)
        case .node(let node):
            if let address = node.address { return write(address: address) }
            text += "["
            write(node, margin + "    ")
            text += " ]"
        }
    }

    /// An address between angles; what may not stand there is written as percent signs.
    private mutating func write(address: String) {
        text += "<"
        if address.utf8.withContiguousStorageIfAvailable({ !$0.contains(where: Self.isForbidden) }) == true {
            text += address
        } else {
            for scalar in address.unicodeScalars {
                if scalar.isASCII, Self.isForbidden(UInt8(scalar.value)) {
                    text += AddressText.encoded(String(scalar))
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        text += ">"
    }

    private static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...32, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
            true
        default: false
        }
    }
}
