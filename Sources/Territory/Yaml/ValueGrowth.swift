internal import Yams

/// Grows values out of composed nodes, and notes what a declaration may not hold.
struct ValueGrowth {
    private let source: SourceText
    private let keys: RepeatedKeys
    private(set) var problems: [Problem] = []
    private var count = 0

    /// Aliases of aliases can make a small file enormous.
    private static let most = 200_000
    private static let deepest = 64

    init(source: SourceText, keys: RepeatedKeys) {
        self.source = source
        self.keys = keys
    }

    /// The value of a node, or nothing when the tree is too large or too deep.
    mutating func value(of node: Node, depth: Int = 0) -> Value? {
        count += 1
        guard count <= Self.most, depth <= Self.deepest else {
            if problems.last?.code != ProblemKind.tooDeep.code { problems.append(Problem(.tooDeep, at: place(of: node))) }
            return nil
        }
        switch node {
        case .scalar(let scalar): return value(of: scalar, at: place(of: node))
        case .sequence(let sequence):
            var list: [Value] = []
            for child in sequence {
                guard let value = value(of: child, depth: depth + 1) else { return nil }
                list.append(value)
            }
            return Value(.list(list), at: place(of: node))
        case .mapping(let mapping): return map(of: mapping, at: place(of: node), depth: depth)
        case .alias: return nil
        }
    }

    private mutating func map(of mapping: Node.Mapping, at place: Place, depth: Int) -> Value? {
        var entries: [Value.Entry] = []
        var seen: Set<String> = []
        for (keyNode, valueNode) in mapping {
            let keyPlace = self.place(of: keyNode)
            guard let value = value(of: valueNode, depth: depth + 1) else { return nil }
            guard let written = keyNode.scalar?.string else {
                problems.append(Problem(.keyNotText, at: keyPlace))
                continue
            }
            let key = keys.name(of: written)
            if !seen.insert(key).inserted {
                problems.append(Problem(.duplicateKey, at: keyPlace, ["key": Bilingual(key)]))
                continue
            }
            entries.append(Value.Entry(key: key, keyPlace: keyPlace, value: value))
        }
        return Value(.map(entries), at: place)
    }

    private func value(of scalar: Node.Scalar, at place: Place) -> Value {
        let plain = scalar.style == .plain && scalar.tag.rawValue.isEmpty
        return Value(plain ? PlainScalar.content(of: scalar.string) : .text(scalar.string), at: place, written: scalar.string)
    }

    private func place(of node: Node) -> Place {
        source.place(line: node.mark?.line ?? 1, scalar: node.mark?.column ?? 1)
    }
}
