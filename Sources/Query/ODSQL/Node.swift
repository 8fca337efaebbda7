/// A clause as parsed: what was written, before anyone knows what the names mean.
indirect enum Node: Hashable, Sendable {
    case name(String)
    case text(String)
    case integer(Int64)
    case decimal(Double)
    case boolean(Bool)
    case null
    case date(String)
    case geometry(String)
    /// `1km`, `5d`, `1 day`.
    case quantity(Double, unit: String)
    /// `*`
    case star
    /// `name*`
    case prefix(String)
    case call(String, [Node])
    /// `year=2020`, in `now()` and `facet()`.
    case named(String, Node)
    case distinct(Node)
    case arithmetic(Node, Arithmetic, Node)
    case negated(Node)

    case and([Node])
    case or([Node])
    case not(Node)
    case compare(Node, Comparison, Node)
    case like(Node, String)
    case range(Node, RangeNode)
    case among(Node, [Node])
    /// `"a" in f`
    case member(Node, of: Node)
    case isNull(Node)
    case isBoolean(Node, Bool)
}

/// `[1..10[`; a nil end is `*`.
struct RangeNode: Hashable, Sendable {
    let lower: Node?
    let upper: Node?
    let includesLower: Bool
    let includesUpper: Bool
}

/// An expression with the name it is given and its text, which names it otherwise.
struct NamedNode: Hashable {
    let node: Node
    let alias: String?
    let source: String

    /// A field in back quotes is called by its name, without them.
    var name: String {
        if let alias { return alias }
        if case .name(let name) = node { return name }
        return source
    }
}

/// A criterion of `order_by`.
struct OrderNode: Hashable {
    let node: Node
    let isDescending: Bool
}
