internal import Territory

/// The `parameters` of an answer: what was understood of the request.
extension V1Request {
    func echo(_ page: (rows: Int, start: Int)) -> JSON {
        var members: [JSON.Member] = []
        func add(_ name: String, _ value: JSON) { members.append(JSON.Member(name: name, value: value)) }
        if let dataset = text("dataset") { add("dataset", .text(dataset)) }
        for name in ["q", "rq", "lang"] {
            let values = texts(name)
            if !values.isEmpty { add(name, Self.one(values)) }
        }
        // Whole numbers: a table divides one by the other.
        add("rows", .integer(page.rows))
        add("start", .integer(page.start))
        for name in ["sort", "facet"] {
            let values = list(name)
            if !values.isEmpty { add(name, .texts(values)) }
        }
        for prefix in ["refine", "exclude"] {
            let values = prefixed(prefix + ".")
            if !values.isEmpty { add(prefix, Self.grouped(values)) }
        }
        let disjunctive = prefixed("disjunctive.").filter { $0.value.lowercased() == "true" }
        if !disjunctive.isEmpty { add("disjunctive", .object(disjunctive.map { JSON.Member(name: $0.name, value: true) })) }
        for name in ["geofilter.distance", "geofilter.polygon", "geofilter.bbox"] {
            let values = texts(name)
            if !values.isEmpty { add(name, .texts(values)) }
        }
        if let fields = text("fields") { add("fields", .text(fields)) }
        add("format", .text(text("format") ?? "json"))
        add("timezone", .text(text("timezone") ?? "UTC"))
        return .object(members)
    }

    private static func one(_ values: [String]) -> JSON { values.count == 1 ? .text(values[0]) : .texts(values) }

    /// A field refined several times shows a list.
    private static func grouped(_ values: [(name: String, value: String)]) -> JSON {
        var names: [String] = []
        for item in values where !names.contains(item.name) { names.append(item.name) }
        return .object(
            names.map { name in JSON.Member(name: name, value: one(values.filter { $0.name == name }.map(\.value))) })
    }
}
