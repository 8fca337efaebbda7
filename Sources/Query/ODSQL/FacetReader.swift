extension ODSQL {
    /// `facet=` parameters, names or `facet(name="f", …)`; none means every facet field.
    package static func facets(
        _ facets: [String], _ request: Request, over table: QueryTable
    ) throws(QueryFault) -> FacetPlan {
        var asked: [Facet] = []
        for text in facets where !text.isBlank { asked.append(try facet(text, over: table, request)) }
        if asked.isEmpty { asked = table.fields.filter(\.isFacet).map { Facet($0) } }
        let disjunctive = Set(asked.filter(\.isDisjunctive).map(\.field))
        let refinements = try refinements(request, over: table).map { refinement in
            Refinement(
                refinement.field, path: refinement.path, isExcluded: refinement.isExcluded,
                isDisjunctive: refinement.isDisjunctive || disjunctive.contains(refinement.field))
        }
        return FacetPlan(
            asked, filter: try conditions(request, over: table), refinements: refinements, setting: request.setting)
    }

    private static func facet(_ text: String, over table: QueryTable, _ request: Request) throws(QueryFault) -> Facet {
        let resolver = Resolver(table: table, setting: request.setting, now: request.now, clause: "facet")
        // A plain name first: names of facets come unquoted, whatever is in them.
        if let field = table.field(text) { return try facet(field, resolver) }
        let node = try Parser.call(text, clause: "facet")
        if case .name(let name) = node { return try facet(try resolver.field(name), resolver) }
        guard case .call("facet", let arguments) = node else {
            throw resolver.fault("a field or facet(…) is expected", fr: "un champ ou facet(…) est attendu")
        }
        return try facet(arguments, resolver)
    }

    private static func facet(_ field: QueryField, _ resolver: Resolver) throws(QueryFault) -> Facet {
        if field.type.isGeographic {
            throw resolver.fault("\(field.name) cannot be a facet", fr: "\(field.name) ne peut pas être une facette")
        }
        return Facet(field)
    }

    private static func facet(_ arguments: [Node], _ resolver: Resolver) throws(QueryFault) -> Facet {
        var values: [String: Node] = [:]
        for argument in arguments {
            guard case .named(let key, let value) = argument else {
                throw resolver.fault("facet(name=\"…\") is expected", fr: "facet(name=\"…\") est attendu")
            }
            values[key.lowercased()] = value
        }
        guard let name = values.removeValue(forKey: "name")?.words else {
            throw resolver.fault("facet() needs a name", fr: "facet() demande un nom")
        }
        var facet = try facet(try resolver.field(name), resolver)
        for (key, value) in values {
            switch (key, value) {
            case ("disjunctive", .boolean(let flag)): facet.isDisjunctive = flag
            case ("hierarchical", .boolean(let flag)):
                facet.levelSeparator = flag ? facet.levelSeparator ?? "/" : nil
            case ("separator", .text(let separator)) where !separator.isEmpty: facet.levelSeparator = separator
            case ("limit", .integer(let limit)) where (0...20_000).contains(limit): facet.limit = Int(limit)
            case ("sort", let sort):
                guard let words = sort.words, facet.sort(by: words) else { fallthrough }
            default:
                throw resolver.fault("\(key) is not an argument of facet()", fr: "\(key) n'est pas un argument de facet()")
            }
        }
        return facet
    }
}

extension Node {
    /// A name or a text.
    fileprivate var words: String? {
        switch self {
        case .text(let text), .name(let text): text
        case .negated(.name(let name)): "-" + name
        default: nil
        }
    }
}

extension Facet {
    /// `count`, `-count`, `alphanum`, `-alphanum`, `num`, `-num`; false when it is none of them.
    package mutating func sort(by words: String) -> Bool {
        let name = words.hasPrefix("-") ? String(words.dropFirst()) : words
        guard ["count", "alphanum", "num"].contains(name) else { return false }
        order = name == "count" ? .count : .value
        // `-count` is the largest first, and so is plain `count` on a portal: both widgets and pages rely on it.
        isDescending = words.hasPrefix("-") || name == "count"
        return true
    }
}
